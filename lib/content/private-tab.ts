import { browser } from 'wxt/browser';

/** Whether the page that this content script is in belongs to a private window. */
export const inPrivateTab = (): boolean => browser.extension?.inIncognitoContext === true;
