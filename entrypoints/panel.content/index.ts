import { defineContentScript } from 'wxt/utils/define-content-script';
import { mountPanel } from './mount-panel.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: mountPanel,
});
