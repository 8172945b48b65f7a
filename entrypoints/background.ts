import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { onAlarm } from '../lib/browser/alarm.ts';
import { createCopier, listenForCopies } from '../lib/browser/copying.ts';
import { deleteEverything } from '../lib/browser/delete-everything.ts';
import { listenFromAnywhere, makeMenuItems } from '../lib/browser/from-anywhere.ts';
import { createHandlers } from '../lib/browser/handlers.ts';
import { injectIntoOpenTabs, startDetectors } from '../lib/browser/inject.ts';
import { listenForNotices, noticeSources } from '../lib/browser/notices.ts';
import { openWelcome } from '../lib/browser/own-pages.ts';
import { openPorts } from '../lib/browser/ports.ts';
import { serve } from '../lib/browser/serve.ts';
import { followGrants } from '../lib/browser/site-scripts.ts';
import { tellToolbar } from '../lib/browser/toolbar.ts';
import { createUpkeep } from '../lib/browser/upkeep.ts';

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
