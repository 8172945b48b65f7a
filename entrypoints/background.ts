import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { onAlarm } from '../lib/background/alarms.ts';
import { listenFromAnywhere, makeMenuItems } from '../lib/background/context-menu-and-omnibox.ts';
import { deleteEverything } from '../lib/background/delete-everything.ts';
import { createHandlers } from '../lib/background/handlers/handlers.ts';
import { injectIntoOpenTabs, startDetectors } from '../lib/background/inject.ts';
import { createUpkeep } from '../lib/background/maintenance.ts';
import { listenForNotices, noticeSources } from '../lib/background/notifications.ts';
import { openPorts } from '../lib/background/ports.ts';
import { serve } from '../lib/background/serve.ts';
import { followGrants } from '../lib/background/site-scripts.ts';
import { createCopier, listenForCopies } from '../lib/background/sync-scheduler.ts';
import { tellToolbar } from '../lib/background/toolbar-icon.ts';
import { openWelcome } from '../lib/extension/extension-pages.ts';

export default defineBackground({
  type: 'module',
  main() {
    const ports = openPorts();
    const copier = createCopier(ports, () => upkeep.takeIn());
    const upkeep = createUpkeep(ports, copier.exchange);
    const handlers = createHandlers(ports, upkeep, () => deleteEverything(ports, upkeep), copier);
    serve(tellToolbar(handlers));
    listenFromAnywhere(handlers.search);
    followGrants(() => {
      void upkeep.begin();
      void startDetectors();
    });
    onAlarm('update', () => void upkeep.begin());
    listenForCopies(copier);
    listenForNotices(noticeSources(ports));
    browser.runtime.onStartup.addListener(() => void upkeep.begin());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      // Tests say themselves which tab is in front.
      if (reason === 'install' && import.meta.env.MODE !== 'e2e') void openWelcome();
      void upkeep.begin();
      void injectIntoOpenTabs();
      void makeMenuItems();
    });
  },
});
