import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { listenForAlarms } from '../lib/background/alarms.ts';
import {
  createMenuItems,
  listenToMenuAndOmnibox,
} from '../lib/background/context-menu-and-omnibox.ts';
import { deleteEverything } from '../lib/background/delete-everything.ts';
import { createHandlers } from '../lib/background/handlers/handlers.ts';
import { injectIntoOpenTabs, startDetectors } from '../lib/background/inject.ts';
import { listenForSync } from '../lib/background/listen-for-sync.ts';
import { listenForNotifications } from '../lib/background/notifications.ts';
import { openPorts } from '../lib/background/ports.ts';
import { serve } from '../lib/background/serve.ts';
import { watchPermissions } from '../lib/background/site-scripts.ts';
import { withToolbarIcon } from '../lib/background/toolbar-icon.ts';
import { isE2e } from '../lib/extension/e2e-seam.ts';
import { openWelcome } from '../lib/extension/extension-pages.ts';
import { BackgroundJobs } from '../lib/jobs/jobs.ts';
import { applyRules } from '../lib/messages/apply-rules.ts';

export default defineBackground({
  type: 'module',
  // Listeners are added synchronously: an event that wakes the background finds them.
  main() {
    const ports = openPorts();
    const jobs = new BackgroundJobs(ports);
    const reset = () => deleteEverything(ports, jobs);
    const handlers = applyRules(createHandlers(ports, jobs, reset), jobs);
    serve(withToolbarIcon(handlers));
    listenToMenuAndOmnibox(handlers.search);
    watchPermissions(() => {
      void jobs.start();
      void startDetectors();
    });
    listenForAlarms(jobs);
    listenForSync(jobs, ports.sync);
    listenForNotifications(jobs, ports);
    browser.runtime.onStartup.addListener(() => void jobs.start());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      // In tests, another tab would come to the front.
      if (reason === 'install' && !isE2e) void openWelcome();
      void jobs.start();
      void injectIntoOpenTabs();
      void createMenuItems();
    });
  },
});
