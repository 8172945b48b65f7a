import { defineContentScript } from 'wxt/utils/define-content-script';
import { mountPanel } from './mount-panel.tsx';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: mountPanel,
});
