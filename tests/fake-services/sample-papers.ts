/**
 * The papers of the fake services: the same for the same `today`. Every listing day is a weekday before
 * `today`, so that a test can publish `today` itself as something new.
 */
import { type Field, fields } from './topics.ts';

/** One paper as the pages and APIs of the fake services show it. */
export interface SamplePaper {
  /** arXiv id without version. */
  id: string;
  field: string;
  category: string;
  title: string;
  abstract: string;
  authors: string[];
  /** Day of arXiv's first version. */
  published: string;
  /** Moment of the listing in Daily Papers; null: only on arXiv. */
  listedAt: string | null;
  upvotes: number;
  comments: number;
  aiSummary: string | null;
  keywords: string[];
  github: string | null;
  project: string | null;
}

const msPerDay = 86_400_000;
const given = ['Ada', 'Bram', 'Chen', 'Dalia', 'Emeka', 'Farah', 'Goran', 'Hana', 'Ines', 'Jun'];
const family = ['Okafor', 'Lindqvist', 'Wu', 'Marchetti', 'Novák', 'Haddad', 'Ishikawa', 'Silva'];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** `day` moved by a number of days. Days are `YYYY-MM-DD`, UTC. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10);
}

/** The last `count` weekdays before `today`, newest first. */
export function weekdaysBefore(today: string, count: number): string[] {
  const days: string[] = [];
  for (let back = 1; days.length < count; back++) {
    const day = shiftDay(today, -back);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(day);
  }
  return days;
}

function authorsOf(seed: number): string[] {
  const count = 2 + (seed % 5);
  return Array.from({ length: count }, (_, i) => {
    return `${at(given, seed * 3 + i)} ${at(family, seed + i * 5)}`;
  });
}

/** One a turn, so that papers of one field are related and not the same. */
const settings = [
  'We release checkpoints, logs and a script that repeats every table.',
  'An ablation removes each component in turn and reports confidence intervals over five seeds.',
  'Training takes three days on sixteen accelerators, a quarter of the usual budget.',
  'A user study with forty volunteers confirms the automatic scores.',
  'We discuss licenses, consent and the energy that our experiments used.',
  'A theoretical section proves convergence under mild smoothness assumptions.',
  'The method needs no labels and fits in forty lines on top of public libraries.',
  'Failures are catalogd by cause, with advice on when not to use the approach.',
  'Results hold across three sizes, two optimizers and an independent replication.',
  'A live demonstration has served ten thousand visitors since spring.',
  'We compare with nine baselines tuned under one search budget.',
  'An industrial partner has deployed the system on premises for two quarters.',
];

/** The `turn`-th paper of a field, with serial number `serial` in its month. */
function paperOf(field: Field, turn: number, serial: number, published: string): SamplePaper {
  const method = at(field.methods, turn);
  const idea = (index: number) => at(field.ideas, index).replaceAll('{m}', method);
  const both = turn % 3 === 2;
  const abstract = [
    at(field.openings, turn),
    idea(turn + Math.floor(turn / 3)),
    ...(both ? [idea(turn + Math.floor(turn / 3) + 1)] : []),
    at(field.findings, Math.floor(turn / 2)),
    at(settings, turn * 5 + fields.indexOf(field)),
  ].join('\n');
  const id = `${published.slice(2, 4)}${published.slice(5, 7)}.${String(serial).padStart(5, '0')}`;
  return {
    id,
    field: field.name,
    category: field.category,
    title: `${method}: ${at(field.works, turn + Math.floor(turn / field.methods.length))}`,
    abstract,
    authors: authorsOf(serial),
    published,
    listedAt: null,
    upvotes: (serial * 37) % 140,
    comments: serial % 9,
    aiSummary: turn % 3 === 0 ? `${method} studies ${field.name}.` : null,
    keywords: turn % 2 === 0 ? field.keywords : field.keywords.slice(0, 2),
    github: turn % 2 === 0 ? `https://github.com/sample-lab/${method.toLowerCase()}` : null,
    project: turn % 4 === 1 ? `https://sample-lab.github.io/${method.toLowerCase()}` : null,
  };
}

/** A paper of `today` about a field of {@link fields}, listed at noon unless another moment is given. */
export function newPaper(
  fieldName: string,
  title: string,
  today: string,
  serial: number,
  listedAt: string = `${today}T12:00:00.000Z`,
): SamplePaper {
  const field = fields.find((candidate) => candidate.name === fieldName);
  if (!field) throw new Error(`No field of the sample papers is called "${fieldName}".`);
  return { ...paperOf(field, serial, serial, today), title, listedAt };
}

/** Papers on arXiv that no Daily Papers day lists: the pages a user comes from. */
function unlistedPapers(recent: string): SamplePaper[] {
  const unlisted = fields.map((field, index) => {
    const published = shiftDay(recent, -8);
    const paper = paperOf(field, index + 13, 20_000 + index, published);
    return { ...paper, title: `Notes on ${field.name}: ${at(field.works, index + 3)}` };
  });
  const far = unlisted[0] as SamplePaper;
  unlisted.push({
    ...far,
    id: `${far.id.slice(0, 5)}29999`,
    field: 'algebraic number fields',
    category: 'math.NT',
    title: 'Class groups of cubic fields with a fixed ramified prime',
    abstract:
      'We bound the torsion of class groups of cubic fields in which one prime ramifies totally.\n' +
      'The proof counts binary cubic forms in a fundamental domain and sieves for maximality of orders.\n' +
      'As a corollary, infinitely many such fields have odd class number.',
    keywords: ['class groups', 'cubic fields'],
    github: null,
    project: null,
  });
  return unlisted;
}

/**
 * 25 papers on each of the last five weekdays, and one a fortnight for half a year before: about
 * 135 listed ones, and thirteen only on arXiv.
 */
export function samplePapers(today: string): SamplePaper[] {
  const recent = 5;
  const days = weekdaysBefore(today, 130);
  const papers: SamplePaper[] = [];
  const add = (day: string, published: string) => {
    const serial = papers.length + 1;
    const field = at(fields, serial - 1);
    const turn = Math.floor((serial - 1) / fields.length);
    const hour = String(1 + (serial % 9)).padStart(2, '0');
    const paper = paperOf(field, turn, 10_000 + serial, published);
    papers.push({ ...paper, listedAt: `${day}T${hour}:07:11.250Z` });
  };
  for (const day of days.slice(0, recent)) {
    for (let slot = 0; slot < 25; slot++) add(day, shiftDay(day, -1 - (slot % 4)));
  }
  for (const day of days.slice(recent).filter((_, index) => index % 10 === 9)) {
    add(day, shiftDay(day, -3));
  }
  return [...papers, ...unlistedPapers(days[0] as string)];
}
