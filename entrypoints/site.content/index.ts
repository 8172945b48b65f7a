import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchPage } from '../../lib/browser/page/watch-page.ts';
import { grantedPages } from '../../lib/page/detect.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main(context) {
    watchPage(context, grantedPages);
  },
});
