import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { bringSites } from '../lib/browser/page/brought-sites.ts';
import { sites } from '../lib/page/sites/table.ts';

export default defineUnlistedScript(() => {
  bringSites(sites);
});
