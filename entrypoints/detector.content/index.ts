import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchPage } from '../../lib/browser/page/watch-page.ts';
import { installedPages } from '../../lib/page/detect-installed.ts';
import { installHosts } from '../../lib/page/hosts.ts';

export default defineContentScript({
  matches: installHosts,
  runAt: 'document_start',
  main(context) {
    watchPage(context, installedPages);
  },
});
