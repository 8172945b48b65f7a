import { defineBackground } from 'wxt/utils/define-background';
import { createKindred } from '../lib/browser/kindred.ts';
import { serve } from '../lib/browser/serve.ts';

export default defineBackground({
  type: 'module',
  main() {
    serve(createKindred());
  },
});
