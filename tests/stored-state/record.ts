/** Runs the days of a user in a browser, and writes everything that is stored then. */
import { badgeText } from '../browsers/extension-calls.ts';
import type { BrowserName } from '../browsers/find.ts';
import { Session } from '../e2e/session.ts';
import { type Ask, recordAnswers } from './answers.ts';
import { writeFixture } from './fixture.ts';
import { dumpDatabases, dumpStorage } from './in-page.ts';
import { namesOf, recordedIds, recorder, withSites } from './names.ts';
import { recordMessages } from './old-messages.ts';
import { begin, pageOf } from './user-actions.ts';
import { liveDays } from './user-days.ts';

const fields = [
  'next-scale image generation',
  'Gaussian splatting',
  'robot manipulation',
  'weather forecasting',
  'algebraic number fields',
];
const messagesFrom = 'https://arxiv.org/abs/2404.02905';

async function record(session: Session, name: BrowserName): Promise<void> {
  const { browser } = session;
  const ask: Ask = (call, request) => session.ask(call, request);
  await liveDays(session);
  const pages = fields.map((field) => pageOf(session.outsider(field)));
  const exported = (await ask('export', { what: 'user-data' })).text;
  const { exported: at } = JSON.parse(exported) as { exported: string };
  const answers = await recordAnswers(ask, await badgeText(browser), pages, at);
  const digest = (await ask('export', { what: 'digest' })).text;
  await session.settled();
  const databases = await browser.inExtension(dumpDatabases, null);
  const { storage, ids } = recordedIds(await browser.inExtension(dumpStorage, null));
  const known = { databases, storage, exported, ids };
  const names = await namesOf(session, known);
  // Last, for they change what is stored.
  const page = await browser.open(messagesFrom);
  const messages = await recordMessages(browser, messagesFrom);
  await page.close();
  writeFixture(name, { databases, storage, answers, names, messages, exported, digest });
}

export async function recordState(name: BrowserName): Promise<void> {
  const session = await Session.start({
    at: begin,
    prepare: (build) => {
      build.changeManifest(withSites);
      build.beforeBackground(recorder);
    },
  });
  try {
    await record(session, name);
  } finally {
    await session.close();
  }
}
