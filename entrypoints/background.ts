import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { onAlarm } from '../lib/background/alarms.ts';
import {
  createMenuItems,
  listenToMenuAndOmnibox,
} from '../lib/background/context-menu-and-omnibox.ts';
import { deleteEverything } from '../lib/background/delete-everything.ts';
import { createHandlers } from '../lib/background/handlers/handlers.ts';
import { injectIntoOpenTabs, startDetectors } from '../lib/background/inject.ts';
import { createMaintenance } from '../lib/background/maintenance.ts';
import { listenForNotifications, notificationSources } from '../lib/background/notifications.ts';
import { openPorts } from '../lib/background/ports.ts';
import { serve } from '../lib/background/serve.ts';
import { watchPermissions } from '../lib/background/site-scripts.ts';
import { createSyncScheduler, listenForSync } from '../lib/background/sync-scheduler.ts';
import { withToolbarIcon } from '../lib/background/toolbar-icon.ts';
import { isE2e } from '../lib/extension/e2e-seam.ts';
import { openWelcome } from '../lib/extension/extension-pages.ts';

import { applyRules } from '../lib/messages/apply-rules.ts';

export default defineBackground({
  type: 'module',
  main() {
    const ports = openPorts();
    const copier = createSyncScheduler(ports, () => upkeep.takeIn());
    const upkeep = createMaintenance(ports, copier.exchange);
    const handlers = applyRules(
      createHandlers(ports, upkeep, () => deleteEverything(ports, upkeep), copier),
      upkeep,
    );
    serve(withToolbarIcon(handlers));
    listenToMenuAndOmnibox(handlers.search);
    watchPermissions(() => {
      void upkeep.begin();
      void startDetectors();
    });
    onAlarm('update', () => void upkeep.begin());
    listenForSync(copier);
    listenForNotifications(notificationSources(ports));
    browser.runtime.onStartup.addListener(() => void upkeep.begin());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      // In tests, another tab would come to the front.
      if (reason === 'install' && !isE2e) void openWelcome();
      void upkeep.begin();
      void injectIntoOpenTabs();
      void createMenuItems();
    });
  },
});
