/**
 * `npm run report:scale`: simulates the requests of many installs with the update's scheduler, and
 * writes docs/scale.md.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterPage, planStep, prepare } from '../digest/update/plan.ts';
import { checkIntervalMs } from '../digest/update/schedule.ts';
import { initialState, loadDays, type UpdateState } from '../digest/update/state.ts';
import { addDays, dayAt, dayMs, daysBetween, firstListingDay } from '../time/days.ts';

/** Measured on 605 days of real answers: see `lib/digest/update/plan.ts`. */
const papersPerDay = 20;
const requestsPerDayRead = 1.1;
/** Gzipped bytes per paper in real answers of 2025 and 2026. */
const answerBytes = 1_120;
/** Bytes per paper in a file of `npm run digest` with 12,131 real papers. */
const fileBytes = 620;
const anonymousLimit = { requests: 500, seconds: 300 };

const hourMs = 3_600_000;
const tenMinutesMs = 600_000;
const simulatedInstalls = 4_000;
/** A Wednesday. */
const start = Date.parse('2026-03-11T00:00:00.000Z');

/** Where users live: hours from UTC, and percent. */
const zones = [
  { hours: -8, share: 20 },
  { hours: -5, share: 20 },
  { hours: 1, share: 30 },
  { hours: 5.5, share: 10 },
  { hours: 8, share: 20 },
];

/** A linear congruential generator of numbers from 0 to 1, deterministic for a seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** When a device is on, in milliseconds since 1970, in order. */
type Awake = [from: number, to: number][];

/** On for ten hours from nine in the morning, plus or minus half an hour. */
function officeHours(hoursFromUtc: number, random: () => number): Awake {
  return [-1, 0, 1].map((day) => {
    const from = start + day * dayMs + (9 - hoursFromUtc) * hourMs + (random() - 0.5) * hourMs;
    return [from, from + 10 * hourMs];
  });
}

/** The times of one install's requests on the day that begins at `start`. */
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
      state = afterPage(state, { day: step.day, page: step.page, papers: papersPerDay, at: now });
    }
  }
  return times.filter((time) => time >= start && time < start + dayMs);
}

interface Load {
  /** Per install and day. */
  requests: number;
  /** Per install and second, averaged over the day and over its busiest ten minutes. */
  mean: number;
  busiest: number;
  /** The share of installs that make a request in the same second by rule, not by chance. */
  synchronized: number;
}

function loadOf(how: { withOffsets: boolean; awake(random: () => number): Awake }): Load {
  const random = randomNumbers(8_081);
  const tens = new Uint32Array(dayMs / tenMinutesMs);
  const seconds = new Uint32Array(dayMs / 1_000);
  let requests = 0;
  for (let install = 0; install < simulatedInstalls; install++) {
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
    requests: (requests / simulatedInstalls) * requestsPerDayRead,
    mean: ((requests / simulatedInstalls) * requestsPerDayRead) / (dayMs / 1_000),
    busiest: (Math.max(...tens) / simulatedInstalls / (tenMinutesMs / 1_000)) * requestsPerDayRead,
    synchronized: how.withOffsets ? 0 : (maxOf(seconds) / simulatedInstalls) * requestsPerDayRead,
  };
}

function maxOf(counts: Uint32Array): number {
  return counts.reduce((max, count) => Math.max(max, count), 0);
}

/** Requests in the busiest second: five standard deviations above the busiest mean, or by rule. */
function busiestSecond({ busiest, synchronized }: Load, installs: number): number {
  const mean = busiest * installs;
  return synchronized > 0 ? synchronized * installs : mean + 5 * Math.sqrt(mean);
}

function randomZone(random: () => number): number {
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
    load: loadOf({ withOffsets: true, awake: (random) => officeHours(randomZone(random), random) }),
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
    '| devices | requests a day each | a second, mean | a second, busiest ten minutes | busiest second |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const [, office] = cases;
const daily = office?.load.requests ?? 0;
const yearRequests = (loadDays + 1) * requestsPerDayRead;
const today = dayAt(start);
const everything = daysBetween(firstListingDay, today) * requestsPerDayRead;
const yearPapers = papersPerDay * ((loadDays * 5) / 7);
const checkBytes = daily * papersPerDay * answerBytes;
const fileADay = papersPerDay * fileBytes;

/** Requests of one install in one window of the limit, while it is on. */
const inWindow = daily / ((10 * 3_600) / anonymousLimit.seconds);

const text = `# What many installs ask of the services

Written by \`npm run report:scale\`, which simulates ${rounded(simulatedInstalls)} installs for one day using the real
scheduler (\`lib/digest/update/\`): a check every ${checkIntervalMs / hourMs} hours at a random offset of each install.
A check reads today, yesterday, days that were not over when last read, and one older day. Assumed, from
measurements of real answers: ${papersPerDay} papers a day, ${requestsPerDayRead} requests for each day read,
${rounded(answerBytes)} bytes a paper as sent.

## A hundred thousand installs

${table(100_000)}

## A million installs

${table(1_000_000)}

The offsets keep the busiest second near the mean: without them every device that is on makes its request in
the same second. Devices that were off check when they wake, so the mornings of the time zones show in the
busiest ten minutes.

## The first load

A new install makes ${rounded(yearRequests)} requests, one per second, for the last year: ${rounded(yearRequests / 60)}
minutes and ${megabytes(yearPapers * answerBytes)}. On ${today}, everything since ${firstListingDay} took
${rounded(everything)} requests and ${rounded(everything / 60)} minutes. A thousand new installs a day add
${rounded(yearRequests / (dayMs / 1_000_000))} requests a second on average.

Anonymous limits are per IP address: ${anonymousLimit.requests} requests in ${anonymousLimit.seconds / 60} minutes. One first
load uses ${anonymousLimit.seconds} of them. Two at once behind one address use them up; the service then says so in its
\`RateLimit\` header, and both wait until the window is over, so that they take turns. With checks only, ${rounded(anonymousLimit.requests / inWindow)}
devices can share one address.

## What a shared file on a static host would save

If a static host served the papers of each day as one file (as \`npm run digest\` makes it), an install would make
one conditional request a day to that host, and none to the API.

| | API, a day | file, a day | API, first year | file, first year |
|---|---|---|---|---|
| requests of one install | ${rounded(daily)} | 1 | ${rounded(yearRequests)} | 1 |
| bytes of one install | ${megabytes(checkBytes)} | ${megabytes(fileADay)} | ${megabytes(yearPapers * answerBytes)} | ${megabytes(yearPapers * fileBytes)} |
| requests of 100,000 | ${rounded(daily * 1e5)} | 100,000 | | |
| bytes of 100,000 | ${gigabytes(checkBytes * 1e5)} | ${gigabytes(fileADay * 1e5)} | | |
| requests of 1,000,000 | ${rounded(daily * 1e6)} | 1,000,000 | | |
| bytes of 1,000,000 | ${gigabytes(checkBytes * 1e6)} | ${gigabytes(fileADay * 1e6)} | | |

A file would save ${rounded((1 - 1 / daily) * 100)} % of the requests and ${rounded((1 - fileADay / checkBytes) * 100)} % of the
bytes. It would need a host that somebody maintains, delay new papers by up to a day instead of ${checkIntervalMs / hourMs} hours, and
reveal each install's IP address to a second party. Kindred therefore uses the API, and the file is for groups that
want to share one.
`;

const file = fileURLToPath(new URL('../../docs/scale.md', import.meta.url));
writeFileSync(file, text);
process.stdout.write(`docs/scale.md: ${simulatedInstalls} installs simulated.\n`);
