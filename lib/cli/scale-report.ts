/**
 * `report:scale`: what many installs ask of the services, simulated with the update's own rules, written
 * to docs/scale.md.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterPage, planStep, prepare } from '../digest/update/plan.ts';
import { checkIntervalMs } from '../digest/update/schedule.ts';
import { initialState, loadDays, type UpdateState } from '../digest/update/state.ts';
import { addDays, dayAt, dayMs, daysBetween, firstListingDay } from '../time/days.ts';

/** Measured on 605 days of real answers: see `lib/digest/update/plan.ts`. */
const papersADay = 20;
const requestsADayRead = 1.1;
/** Of real answers of 2025 and 2026: bytes a paper, as sent (gzip). */
const answerBytes = 1_120;
/** A paper of a file that `npm run digest` makes, of 12,131 real ones. */
const fileBytes = 620;
const anonymousLimit = { requests: 500, seconds: 300 };

const hourMs = 3_600_000;
const tenMinutesMs = 600_000;
const simulated = 4_000;
/** A Wednesday. */
const start = Date.parse('2026-03-11T00:00:00.000Z');

/** Where readers live: hours from UTC, and how many of a hundred. */
const zones = [
  { hours: -8, share: 20 },
  { hours: -5, share: 20 },
  { hours: 1, share: 30 },
  { hours: 5.5, share: 10 },
  { hours: 8, share: 20 },
];

/** Numbers in 0 to 1, the same for the same seed (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** When a device is on, in ms since 1970, in order. */
type Awake = [from: number, to: number][];

/** On from nine in the morning, give or take half an hour, for ten hours. */
function officeHours(hoursFromUtc: number, random: () => number): Awake {
  return [-1, 0, 1].map((day) => {
    const from = start + day * dayMs + (9 - hoursFromUtc) * hourMs + (random() - 0.5) * hourMs;
    return [from, from + 10 * hourMs];
  });
}

/** Times of one install's requests on the day that begins at `start`. */
function requestsOf(offset: number, awake: Awake): number[] {
  const before = start - 2 * dayMs;
  const settled = addDays(dayAt(before), -15);
  const read = Object.fromEntries(
    Array.from({ length: 15 }, (_, day) => {
      return [addDays(settled, day), new Date(before - hourMs).toISOString()];
    }),
  );
  let state: UpdateState = {
    ...initialState(before),
    loadFrom: settled,
    goal: settled,
    read,
    lastCheck: new Date(before - hourMs).toISOString(),
    abstracts: { done: true, attempts: 1, nextTry: null },
  };
  const times: number[] = [];
  for (const [from, to] of awake) {
    for (let now = Math.max(from, before); now < to; ) {
      state = prepare(state, now, offset);
      const step = planStep(state, now, offset);
      if (step.do === 'wait') {
        now = Math.max(step.until, now + 1);
        continue;
      }
      if (step.do !== 'read') break;
      times.push(now);
      state = { ...state, lastRequest: new Date(now).toISOString() };
      state = afterPage(state, { day: step.day, page: step.page, papers: papersADay, at: now });
    }
  }
  return times.filter((time) => time >= start && time < start + dayMs);
}

interface Load {
  /** Of one install a day. */
  requests: number;
  /** Of one install a second, in the mean of the day and in its busiest ten minutes. */
  mean: number;
  busiest: number;
  /** Share of all installs that ask in one and the same second by rule, not by chance. */
  together: number;
}

function loadOf(how: { withOffsets: boolean; awake(random: () => number): Awake }): Load {
  const random = numbers(8_081);
  const tens = new Uint32Array(dayMs / tenMinutesMs);
  const seconds = new Uint32Array(dayMs / 1_000);
  let requests = 0;
  for (let install = 0; install < simulated; install++) {
    const offset = how.withOffsets ? Math.floor(random() * checkIntervalMs) : 0;
    for (const time of requestsOf(offset, how.awake(random))) {
      requests += 1;
      const ten = Math.floor((time - start) / tenMinutesMs);
      const second = Math.floor((time - start) / 1_000);
      tens[ten] = (tens[ten] ?? 0) + 1;
      seconds[second] = (seconds[second] ?? 0) + 1;
    }
  }
  return {
    requests: (requests / simulated) * requestsADayRead,
    mean: ((requests / simulated) * requestsADayRead) / (dayMs / 1_000),
    busiest: (Math.max(...tens) / simulated / (tenMinutesMs / 1_000)) * requestsADayRead,
    together: how.withOffsets ? 0 : (mostOf(seconds) / simulated) * requestsADayRead,
  };
}

function mostOf(counts: Uint32Array): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

/** The most in a second of a day: five standard deviations above the busiest mean, or by rule. */
function busiestSecond({ busiest, together }: Load, installs: number): number {
  const mean = busiest * installs;
  return together > 0 ? together * installs : mean + 5 * Math.sqrt(mean);
}

function placeOf(random: () => number): number {
  let left = random() * 100;
  for (const { hours, share } of zones) {
    left -= share;
    if (left < 0) return hours;
  }
  return 0;
}

const always: Awake = [[start - 2 * dayMs, start + dayMs]];
const cases = [
  {
    name: 'on day and night, own offsets',
    load: loadOf({ withOffsets: true, awake: () => always }),
  },
  {
    name: 'on for ten hours from nine, around the world, own offsets',
    load: loadOf({ withOffsets: true, awake: (random) => officeHours(placeOf(random), random) }),
  },
  {
    name: 'on for ten hours from nine, all in one time zone, own offsets',
    load: loadOf({ withOffsets: true, awake: (random) => officeHours(1, random) }),
  },
  {
    name: 'on day and night, without offsets (not what Kindred does)',
    load: loadOf({ withOffsets: false, awake: () => always }),
  },
];

const rounded = (n: number) =>
  new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 }).format(n);
const megabytes = (bytes: number) => `${rounded(bytes / 1e6)} MB`;
const gigabytes = (bytes: number) => `${rounded(bytes / 1e9)} GB`;

function table(installs: number): string {
  const rows = cases.map(({ name, load }) => {
    const all = [load.mean * installs, load.busiest * installs, busiestSecond(load, installs)];
    return `| ${name} | ${rounded(load.requests)} | ${all.map(rounded).join(' | ')} |`;
  });
  return [
    '| computers | requests a day each | a second, mean | a second, busiest ten minutes | busiest second |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const [, office] = cases;
const daily = office?.load.requests ?? 0;
const yearRequests = (loadDays + 1) * requestsADayRead;
const today = dayAt(start);
const everything = daysBetween(firstListingDay, today) * requestsADayRead;
const yearPapers = papersADay * ((loadDays * 5) / 7);
const checkBytes = daily * papersADay * answerBytes;
const fileADay = papersADay * fileBytes;

/** Requests of one install in one window of the limit, while it is on. */
const inWindow = daily / ((10 * 3_600) / anonymousLimit.seconds);

const text = `# What many installs ask of the services

Written by \`npm run report:scale\`, which lets ${rounded(simulated)} installs live through a day by the
update's own rules (\`lib/digest/update/\`): a check every ${checkIntervalMs / hourMs} hours at an offset that each
install draws once, each check reading today, yesterday, what was not over when last read, and one older day.
Assumed: ${papersADay} papers a day, ${requestsADayRead} requests for each day read, ${rounded(answerBytes)} bytes a paper
as sent, all measured on real answers.

## A hundred thousand installs

${table(100_000)}

## A million installs

${table(1_000_000)}

The offsets are what keeps the busiest second near the mean: without them every computer that is on asks in
the same second. Computers that were off check when they wake, so the mornings of the time zones show in the
busiest ten minutes.

## The first load

A new install asks ${rounded(yearRequests)} times, once a second, for the last year: ${rounded(yearRequests / 60)}
minutes and ${megabytes(yearPapers * answerBytes)}. Everything since ${firstListingDay} was, on ${today},
${rounded(everything)} requests, ${rounded(everything / 60)} minutes. A thousand new installs a day add
${rounded((yearRequests * 1_000) / 86_400)} requests a second in the mean.

Anonymous limits are by address: ${anonymousLimit.requests} requests in ${anonymousLimit.seconds / 60} minutes. One first
load uses ${anonymousLimit.seconds} of them. Two at once behind one address use them up; the service then says so in its
\`RateLimit\` header, and both wait until the window is over, so that they take turns. Checks alone: ${rounded(anonymousLimit.requests / inWindow)}
computers behind one address before the limit is met.

## What a shared file on a static host would save

Were the papers of each day put once a day as a file (as \`npm run digest\` makes it) on a static host, an install
would ask that host once a day, on condition that the file has changed, and the API not at all.

| | API, a day | file, a day | API, first year | file, first year |
|---|---|---|---|---|
| requests of one install | ${rounded(daily)} | 1 | ${rounded(yearRequests)} | 1 |
| bytes of one install | ${megabytes(checkBytes)} | ${megabytes(fileADay)} | ${megabytes(yearPapers * answerBytes)} | ${megabytes(yearPapers * fileBytes)} |
| requests of 100,000 | ${rounded(daily * 1e5)} | 100,000 | | |
| bytes of 100,000 | ${gigabytes(checkBytes * 1e5)} | ${gigabytes(fileADay * 1e5)} | | |
| requests of 1,000,000 | ${rounded(daily * 1e6)} | 1,000,000 | | |
| bytes of 1,000,000 | ${gigabytes(checkBytes * 1e6)} | ${gigabytes(fileADay * 1e6)} | | |

So a file would save ${rounded((1 - 1 / daily) * 100)} % of the requests and ${rounded((1 - fileADay / checkBytes) * 100)} % of the
bytes; it would cost a host that somebody keeps, news up to a day late instead of ${checkIntervalMs / hourMs} hours, and a second
party that learns each install's address. Kindred therefore asks the API, and the file is for groups that wish
to share one.
`;

const file = fileURLToPath(new URL('../../docs/scale.md', import.meta.url));
writeFileSync(file, text);
process.stdout.write(`docs/scale.md: ${simulated} installs simulated.\n`);
