import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { publishSites } from '../lib/content/shared-site-table.ts';
import { sites } from '../lib/page/sites/table.ts';

export default defineUnlistedScript(() => {
  publishSites(sites);
});
