/**
 * `npm run report:scale`: simulates the load that many installs put on the services, using the real
 * scheduler, and writes docs/scale.md.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterPage, planStep, prepare } from '../digest/update/plan.ts';
import { checkIntervalMs } from '../digest/update/schedule.ts';
import { initialState, loadDays, type UpdateState } from '../digest/update/state.ts';
import { addDays, dayAt, daysBetween, firstListingDay } from '../time/days.ts';

/** Measured on 605 days of real responses. */
const papersPerDay = 20;
const requestsPerDayRead = 1.1;
/** Bytes per paper as sent (gzip), in real responses of 2025 and 2026. */
const responseBytes = 1_120;
/** Bytes per paper in a file that `npm run digest` writes, over 12,131 real papers. */
const fileBytes = 620;
const anonymousLimit = { requests: 500, seconds: 300 };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const tenMinutesMs = 600_000;
const simulated = 4_000;
/** A Wednesday. */
const start = Date.parse('2026-03-11T00:00:00.000Z');

/** Where users live: hours from UTC, and percentage of users. */
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

/** On for ten hours from nine in the morning, half an hour earlier or later. */
function officeHours(hoursFromUtc: number, random: () => number): Awake {
  return [-1, 0, 1].map((day) => {
    const from = start + day * dayMs + (9 - hoursFromUtc) * hourMs + (random() - 0.5) * hourMs;
    return [from, from + 10 * hourMs];
  });
}

/** Times in ms since 1970 of one install's requests on the day that begins at `start`. */
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
  /** Requests of one install per day. */
  requests: number;
  /** Requests of one install per second, averaged over the day. */
  mean: number;
  /** The same, averaged over the busiest ten minutes. */
  busiest: number;
  /** Share of all installs that send in the same second by schedule, not by chance. */
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
    requests: (requests / simulated) * requestsPerDayRead,
    mean: ((requests / simulated) * requestsPerDayRead) / (dayMs / 1_000),
    busiest: (Math.max(...tens) / simulated / (tenMinutesMs / 1_000)) * requestsPerDayRead,
    together: how.withOffsets ? 0 : (mostOf(seconds) / simulated) * requestsPerDayRead,
  };
}

function mostOf(counts: Uint32Array): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

/** Requests in the busiest second of a day: five standard deviations above the busiest mean, or by schedule. */
function busiestSecond({ busiest, together }: Load, installs: number): number {
  const mean = busiest * installs;
  return together > 0 ? together * installs : mean + 5 * Math.sqrt(mean);
}

/** A time zone, drawn by the shares of users. */
function timeZone(random: () => number): number {
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
    name: 'always on, own offsets',
    load: loadOf({ withOffsets: true, awake: () => always }),
  },
  {
    name: 'on for ten hours from 9 a.m., around the world, own offsets',
    load: loadOf({ withOffsets: true, awake: (random) => officeHours(timeZone(random), random) }),
  },
  {
    name: 'on for ten hours from 9 a.m., all in one time zone, own offsets',
    load: loadOf({ withOffsets: true, awake: (random) => officeHours(1, random) }),
  },
  {
    name: 'always on, without offsets (not what Kindred does)',
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
    '| devices | requests per day each | per second, mean | per second, busiest ten minutes | busiest second |',
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
const checkBytes = daily * papersPerDay * responseBytes;
const fileBytesPerDay = papersPerDay * fileBytes;

/** Requests of one install in one window of the rate limit, while its device is on. */
const inWindow = daily / ((10 * 3_600) / anonymousLimit.seconds);

const text = `# Load on the services

How many requests many installs send to Hugging Face. \`npm run report:scale\` writes this page. It simulates
${rounded(simulated)} installs for one day using the real scheduler (\`lib/digest/update/\`): a check every
${checkIntervalMs / hourMs} hours, at an offset that each install draws once. Each check reads today, yesterday, all days
that were not complete when last read, and one older day. Assumptions, all measured on real responses:
${papersPerDay} papers per day, ${requestsPerDayRead} requests for each day read, ${rounded(responseBytes)} bytes per paper as sent.

## A hundred thousand installs

${table(100_000)}

## A million installs

${table(1_000_000)}

The offsets keep the busiest second near the mean: without them, every device that is on sends its request in the same
second. Devices that were off check when they wake, so the mornings of the time zones show in the busiest ten minutes.

## The first load

A new install sends ${rounded(yearRequests)} requests for the last year, one per second: ${rounded(yearRequests / 60)}
minutes and ${megabytes(yearPapers * responseBytes)}. As of ${today}, loading everything since
${firstListingDay} needs ${rounded(everything)} requests and ${rounded(everything / 60)} minutes. A thousand new installs per day add
${rounded((yearRequests * 1_000) / 86_400)} requests per second on average.

The service limits anonymous requests by address: ${anonymousLimit.requests} requests in ${anonymousLimit.seconds / 60} minutes. One first
load uses ${anonymousLimit.seconds} of them. Two at the same time behind one address use them up; the service then says
so in its \`RateLimit\` header, and both wait until the window is over, so they take turns. Checks by themselves
reach the limit only with ${rounded(anonymousLimit.requests / inWindow)} devices behind one address.

## What a shared file on a static host would save

Suppose that the papers of each day were published once a day as a file (as \`npm run digest\` writes it) on a static
host. An install would then request that host once a day, only if the file has changed, and the API never.

| | API, per day | file, per day | API, first year | file, first year |
|---|---|---|---|---|
| requests of one install | ${rounded(daily)} | 1 | ${rounded(yearRequests)} | 1 |
| bytes of one install | ${megabytes(checkBytes)} | ${megabytes(fileBytesPerDay)} | ${megabytes(yearPapers * responseBytes)} | ${megabytes(yearPapers * fileBytes)} |
| requests of 100,000 | ${rounded(daily * 1e5)} | 100,000 | | |
| bytes of 100,000 | ${gigabytes(checkBytes * 1e5)} | ${gigabytes(fileBytesPerDay * 1e5)} | | |
| requests of 1,000,000 | ${rounded(daily * 1e6)} | 1,000,000 | | |
| bytes of 1,000,000 | ${gigabytes(checkBytes * 1e6)} | ${gigabytes(fileBytesPerDay * 1e6)} | | |

A file would save ${rounded((1 - 1 / daily) * 100)} % of the requests and ${rounded((1 - fileBytesPerDay / checkBytes) * 100)} % of the bytes. It
would cost a host that somebody maintains, new papers up to a day late instead of ${checkIntervalMs / hourMs} hours, and a second
party that learns each install's address. So Kindred uses the API, and the file is for groups that want to share one.
`;

const file = fileURLToPath(new URL('../../docs/scale.md', import.meta.url));
writeFileSync(file, text);
process.stdout.write(`docs/scale.md: ${simulated} installs simulated.\n`);
