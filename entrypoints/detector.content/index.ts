import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { readSites } from '../../lib/content/shared-site-table.ts';
import { watchPage } from '../../lib/content/watch-page.ts';
import { installHosts } from '../../lib/page/hosts.ts';
import { rulesFor } from '../../lib/page/page-rules.ts';

export default defineContentScript({
  matches: installHosts,
  runAt: 'document_start',
  main(context) {
    watchPage(context, rulesFor(readSites()));
  },
});
