import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { onWake } from '../lib/browser/alarm.ts';
import { deleteEverything } from '../lib/browser/delete-everything.ts';
import { listenFromAnywhere, makeSearchItem } from '../lib/browser/from-anywhere.ts';
import { createHandlers } from '../lib/browser/handlers.ts';
import { injectIntoOpenTabs, startDetectors } from '../lib/browser/inject.ts';
import { openWelcome } from '../lib/browser/own-pages.ts';
import { openPorts } from '../lib/browser/ports.ts';
import { serve } from '../lib/browser/serve.ts';
import { followGrants } from '../lib/browser/site-scripts.ts';
import { createUpkeep } from '../lib/browser/upkeep.ts';

export default defineBackground({
  type: 'module',
  main() {
    const ports = openPorts();
    const upkeep = createUpkeep(ports);
    const handlers = createHandlers(ports, upkeep, () => deleteEverything(ports, upkeep));
    serve(handlers);
    listenFromAnywhere(handlers.search);
    followGrants(() => {
      void upkeep.begin();
      void startDetectors();
    });
    onWake(() => void upkeep.begin());
    browser.runtime.onStartup.addListener(() => void upkeep.begin());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      // Tests say themselves which tab is in front.
      if (reason === 'install' && import.meta.env.MODE !== 'e2e') void openWelcome();
      void upkeep.begin();
      void injectIntoOpenTabs();
      void makeSearchItem();
    });
  },
});
