import { browser } from 'wxt/browser';

/** Whether the page of this content script is in a private window. */
export const inPrivateTab = (): boolean => browser.extension?.inIncognitoContext === true;
