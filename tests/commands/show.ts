/** Prints what panel, popup and badge show, for machines without a display. */
import { join } from 'node:path';
import { answersTo } from '../browsers/answers.ts';
import type { BrowserPage } from '../browsers/browser-page.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { askExtension, badgeText, tabIdOf } from '../browsers/extension-calls.ts';
import { until } from '../browsers/wait.ts';
import type { FakeServices } from '../fake-services/fake-services.ts';
import { newPaper } from '../fake-services/sample-papers.ts';

const popupSize = [380, 600] as const;

function print(what: string, text: string): void {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  console.log(`\n── ${what}\n${lines.map((line) => `   ${line.trim()}`).join('\n')}`);
}

/** The panel beside a paper, the popup while searching, and the badge after a day with news. */
export async function showWithoutDisplay(
  browser: ExtensionBrowser,
  services: FakeServices,
  paper: string,
  folder: string,
): Promise<void> {
  const shoot = (page: BrowserPage, name: string) =>
    page.screenshot(join(folder, `${browser.name}-${name}.png`));

  const page = await browser.open(paper);
  await page.see('.entries .title', 30_000);
  print(`panel on ${paper}`, (await page.see('.card')).text);
  await shoot(page, 'panel');

  const popup = await browser.openExtensionPage(
    `popup.html?tabId=${await tabIdOf(browser, paper)}`,
  );
  await popup.setViewport(...popupSize);
  await popup.fill('input', 'autoregr');
  await popup.see(answersTo('autoregr', 'mark'));
  print('popup, after typing "autoregr"', (await popup.see('body')).text);
  await shoot(popup, 'popup');
  await popup.close();

  const query = 'visual autoregressive';
  await askExtension(browser, 'follow', { name: 'Visual autoregressive', query });
  const { today } = services;
  const title = 'Bedrock: Visual Autoregressive Models in One Sitting';
  // What the first check brings is no news: it must be over before a new day is.
  await until('the first check', () => isChecked(browser), 30_000);
  services.publish([newPaper('next-scale image generation', title, today, 30_001)]);
  await askExtension(browser, 'checkNow', {});
  const badge = await until('a number on the icon', () => badgeText(browser), 30_000);
  print('badge, after a topic was followed and a new day published', badge);

  const unread = await browser.openExtensionPage('popup.html');
  await unread.setViewport(...popupSize);
  // The popup comes back as it was left.
  await unread.fill('input', '');
  await unread.click({ css: '[role="tab"]', text: 'Unread' });
  await unread.see({ css: '.title', text: title });
  print('popup, with the unread paper', (await unread.see('body')).text);
  await shoot(unread, 'unread');
}

async function isChecked(browser: ExtensionBrowser): Promise<boolean> {
  return (await askExtension(browser, 'status', {})).lastCheck !== null;
}
