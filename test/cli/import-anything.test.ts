import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addDays, mondayOf, weekdayOf } from '../../src/dates.ts';
import { plainCell } from '../../src/exchange/read/row.ts';
import type { CheckReport } from '../../src/report/check-report.ts';
import type { DriftReport } from '../../src/report/drift/drift-report.ts';
import { exported } from '../drift/exported.ts';
import { CATEGORIES, wordsOf } from '../drift/perturbed.ts';
import { runInProcess } from './run.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const HEADERS = {
  en: ['Date', 'TIME', 'channel', 'Pillar', 'title', 'Caption', 'status', 'tags', 'id', 'unplanned'],
  ru: ['дата', 'Время', 'Соцсеть', 'рубрика', 'тема', 'текст', 'Статус', 'теги', 'id', 'unplanned'],
  uk: ['Дата', 'час', 'соцмережа', 'категорія', 'заголовок', 'Текст', 'статус', 'Теги', 'ID', 'unplanned'],
};
const STATUSES = ['', 'Scheduled', 'on hold', 'approved', 'live', 'Waiting for legal', 'draft', 'Cancelled'];
const KNOWN: Readonly<Record<string, string>> = {
  Scheduled: 'scheduled',
  'on hold': 'on_hold',
  approved: 'approved',
  live: 'published',
  Cancelled: 'cancelled',
};
const PILLARS: Readonly<Record<string, string | undefined>> = {
  branded: 'branded',
  EMOTIONAL: 'emotional',
  'How-To': 'functional',
  Goods: 'branded',
  '- yes': 'emotional',
};
const OWN = ['CTA', 'cta', 'x-cta', 'x-Mood', 'Ключ', 'Key: message', '__proto__', 'x-', '', '№ 5', '- yes'];
const KEYS: ReadonlyMap<string, string> = new Map([
  ['CTA', 'x-cta'],
  ['cta', 'x-cta'],
  ['x-cta', 'x-cta'],
  ['x-Mood', 'x-Mood'],
  ['Ключ', 'x-ключ'],
  ['Key: message', 'x-key-message'],
  ['__proto__', 'x-proto'],
  ['x-', 'x-x'],
  ['№ 5', 'x-5'],
  ['- yes', 'x-yes'],
]);

/** Words that YAML, a spreadsheet or a careless writer takes for something else. */
const NASTY = [
  ...[
    '- dash',
    'yes',
    'No',
    '012',
    '# heading',
    'two\nlines',
    'a: b',
    'a #b',
    '{x}',
    '[y], z',
    '*star',
    '&amp',
  ],
  ...[
    '!bang',
    '%p',
    '@at',
    '`tick`',
    '"q"',
    "it's",
    '>',
    '|',
    '~',
    'null',
    '1e3',
    '1e-3',
    '0x1F',
    '09:30',
    '.5',
  ],
  ...[
    '2026-11-24',
    '<<',
    '---',
    '...',
    '?',
    '? a',
    '-',
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
    'a\u202Eb',
    'a\tb',
  ],
  ...[
    '\\n',
    '=1',
    '+1',
    '-1',
    '@x',
    "'=1",
    "''-2",
    "'quoted'",
    'a\n\n b\n- c',
    'key:',
    '- a\n- b',
    '%YAML 1.1',
    '{{',
  ],
  ...[
    'x'.repeat(130),
    `line\n${'y'.repeat(130)}`,
    'a\u0085b',
    'a\u2028b',
    'a\x1b[1mb',
    '\u{1D573}',
    'a\u00adb',
    'x: |-',
  ],
  ...[
    'a \nb\t\n  c',
    'true',
    'Infinity',
    '.inf',
    '0b1',
    '1_000',
    '12:30:45',
    '!!str a',
    'суп, хліб',
    '##[error]',
    'a\\',
  ],
];
const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom('a', ' ', '\n', '#', ':', '-', '"', "'", '|', ',', '\\', 'я'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => `x${parts.join('')}y`),
  },
  { weight: 1, arbitrary: fc.nat(999).map(wordsOf) },
);
const orNone = (of: fc.Arbitrary<string>) => fc.oneof(of, fc.constant(''));

const row = fc.record({
  kind: fc.constantFrom('post', 'post', 'post', 'post', 'slot', 'idea', 'odd date', 'no date', 'blank'),
  day: fc.nat(60),
  minute: fc.oneof(fc.nat(1439), fc.constant(null)),
  channel: fc.constantFrom('facebook', 'Наш канал', 'facebook; Наш канал', 'M&M'),
  pillar: fc.constantFrom('', ...Object.keys(PILLARS)),
  title: orNone(words),
  text: orNone(words),
  status: fc.constantFrom(...STATUSES),
  tags: fc.uniqueArray(fc.constantFrom('#a', 'b', 'yes', '07'), { maxLength: 3 }),
  id: fc.constantFrom('', '', '12', 'a-1', '# 5'),
  unplanned: fc.boolean(),
  own: fc.array(orNone(words), { minLength: 4, maxLength: 4 }),
});
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

const EN = ['January', 'Feb', 'Mar', 'April', 'May', 'Jun', 'July', 'Aug', 'Sep', 'October', 'Nov', 'Dec'];
const FORMS: readonly ((year: string, month: string, day: string) => string)[] = [
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${d}.${m}.${y}`,
  (y, m, d) => `${Number(d)}/${Number(m)}/${y}`,
  (y, m, d) => `${Number(d)} ${EN[Number(m) - 1]} ${y}`,
  (y, m, d) => `Mon, ${y}-${m}-${d}`,
];

const sheet = fc.record({
  language: fc.constantFrom('en', 'ru', 'uk'),
  delimiter: fc.constantFrom(',', ';', '\t'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'utf8 with mark', 'utf16le'),
  form: fc.constantFrom(...FORMS),
  order: fc.shuffledSubarray(
    Array.from({ length: 14 }, (_, index) => index),
    { minLength: 14 },
  ),
  own: fc.uniqueArray(fc.constantFrom(...OWN), { minLength: 4, maxLength: 4 }),
  channels: fc.constantFrom('none', 'one', 'several'),
  by: fc.constantFrom<readonly string[]>([], ['--by', 'week'], ['--by', 'month'], ['--by', 'all']),
  rows: fc.array(row, { minLength: 1, maxLength: 10 }),
});
type Sheet = typeof sheet extends fc.Arbitrary<infer Value> ? Value : never;

const unguarded = (cell: string) => cell.replace(/^'(?='*[=+@\t\r-])/, '');
const pad = (number: number) => String(number).padStart(2, '0');
const timeOf = ({ minute }: Row) =>
  minute === null ? '' : `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
const dateOf = ({ day }: Row) => addDays('2026-11-10', day);

/** What a row says, without what is the same as nothing. */
interface Said {
  readonly channel?: string;
  readonly channels?: readonly string[];
  readonly [key: string]: unknown;
}

/** Writes a sheet, and says what plans must have of it. */
function written(of: Sheet) {
  const header = [...HEADERS[of.language as 'en'], ...of.own];
  const quote = (cell: string) => (/[,;\t"\n\r|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lineOf = (cells: readonly string[]) =>
    of.order.map((index) => quote(cells[index] ?? '').replaceAll('\n', of.newline)).join(of.delimiter);
  const channelOf = (each: Row) =>
    of.channels === 'none' ? '' : of.channels === 'one' ? 'facebook' : each.channel;
  const cellsOf = (each: Row): readonly string[] => {
    if (each.kind === 'blank') return [];
    const [year = '', month = '', day = ''] = dateOf(each).split('-');
    const hasDate = each.kind === 'post' || each.kind === 'slot';
    const date = hasDate ? of.form(year, month, day) : each.kind === 'odd date' ? 'soon' : '';
    const hasWords = each.kind !== 'slot' && each.kind !== 'no date';
    const title = hasWords ? each.title : '';
    const time =
      each.kind === 'idea' ? '' : each.kind === 'no date' || each.kind === 'slot' ? '12:15' : timeOf(each);
    const text = hasWords ? (title === '' ? 'Words' : each.text) : '';
    const id = hasWords ? each.id : '';
    return [
      date,
      time,
      channelOf(each),
      each.pillar,
      title,
      text,
      each.status,
      each.tags.join(', '),
      id,
      each.unplanned ? 'TRUE' : '',
      ...each.own,
    ];
  };
  // Two names that make the same key: one that is a key already keeps it, else the column further to the left has it.
  const keys = new Map<number, string>();
  const filled = (index: number) => of.rows.some((each) => plainCell(cellsOf(each)[index] ?? '') !== '');
  const isKey = (index: number) => (header[index] ?? '').startsWith('x-');
  const inTurn = [...of.order.entries()].sort(([, a], [, b]) => Number(isKey(b)) - Number(isKey(a)));
  for (const [column, index] of inTurn) {
    if (index < 10 || !filled(index)) continue;
    const base = KEYS.get(header[index] ?? '') ?? `x-column-${column + 1}`;
    let key = base;
    for (let number = 2; [...keys.values()].includes(key); number++) key = `${base}-${number}`;
    keys.set(index, key);
  }
  const taken = [...keys.values()];
  const ownKey = (base: string, number = 1): string => {
    const key = number === 1 ? base : `${base}-${number}`;
    return taken.includes(key) ? ownKey(base, number + 1) : key;
  };
  const pillarKey = ownKey(`x-${(header[3] ?? '').toLowerCase()}`);
  const saidBy = (each: Row): Said => {
    const cells = cellsOf(each);
    const [, time = '', channel = '', pillar = '', title = '', text = '', status = '', , id = ''] = cells
      .map(plainCell)
      .map(unguarded);
    const category = PILLARS[pillar];
    const entries: readonly (readonly [string, unknown])[] = [
      ['date', each.kind === 'idea' ? '' : dateOf(each)],
      ['time', time],
      ['channels', channel === '' ? '' : channel.split('; ')],
      ['category', category ?? ''],
      ['title', title],
      ['text', text],
      ['status', KNOWN[status] ?? ''],
      ['tags', each.tags.length === 0 ? '' : each.tags],
      ['id', id],
      ['unplanned', each.unplanned || ''],
      ['x-status', status === 'Waiting for legal' ? status : ''],
      [pillarKey, category === undefined || category === pillar.toLowerCase() ? '' : pillar],
      ...[...keys].map(([index, key]) => [key, unguarded(plainCell(cells[index] ?? ''))] as const),
    ];
    return Object.fromEntries(entries.filter(([, value]) => value !== ''));
  };
  const text =
    [lineOf(header), ...of.rows.map((each) => lineOf(cellsOf(each)))].join(of.newline) + of.newline;
  const bytes = Buffer.from(
    of.encoding === 'utf8' ? text : `\ufeff${text}`,
    of.encoding === 'utf16le' ? 'utf16le' : 'utf8',
  );
  const ofKind = (kind: string) => of.rows.filter((each) => each.kind === kind);
  return {
    bytes,
    dated: [...ofKind('post'), ...ofKind('slot')].map(saidBy),
    ideas: ofKind('idea').map(saidBy),
    ofKind,
  };
}

interface Parsed {
  readonly week?: string;
  readonly from?: string;
  readonly channels?: readonly string[];
  readonly posts: Readonly<Record<string, readonly Said[] | null>> | null;
  readonly backlog?: readonly Said[];
}

/** What the posts of a plan say, as another YAML library reads them. */
function saidIn({ week, from, posts, channels }: Parsed): readonly Said[] {
  const first = week === undefined ? (from ?? '') : mondayOf(week);
  return Object.entries(posts ?? {}).flatMap(([day, its]) => {
    const days = Array.from({ length: 7 }, (_, index) => addDays(first, index));
    const date = days.find((each) => weekdayOf(each) === day) ?? day;
    return (its ?? []).map((post) => ({ date, ...normal(post, channels) }));
  });
}

/** A post with its channels as a list; the only channel of a plan is that of every post. */
function normal({ channel, channels, ...post }: Said, only: readonly string[] = []): Said {
  const its = channels ?? (channel === undefined ? only : [channel]);
  const entries: readonly (readonly [string, unknown])[] = Object.entries({
    ...post,
    ...(its.length === 0 ? {} : { channels: its }),
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

const sorted = (said: readonly Said[]) =>
  said.map((each) => JSON.stringify(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

/** Imports a file, and returns the plans, what was said, and why it went wrong, if so. */
async function importInto(name: string, bytes: Uint8Array, args: readonly string[]) {
  const home = mkdtempSync(path.join(folder, 'home-'));
  writeFileSync(path.join(home, name), bytes);
  const run = await runInProcess(['import', name, '-o', 'plans', '--no-config', ...args], home);
  const files =
    run.status === 0
      ? readdirSync(path.join(home, 'plans'))
          .map((file) => `plans/${file}`)
          .sort()
      : [];
  return {
    ...run,
    home,
    files,
    plans: files.map((file): Parsed => parse(readFileSync(path.join(home, file), 'utf8'))),
  };
}

/** The drift of each plan against the sheet that it comes from: the percentage, and the posts that are not on plan. */
async function driftOf(
  { home, files }: Awaited<ReturnType<typeof importInto>>,
  name: string,
  args: readonly string[],
) {
  const reports = [];
  for (const file of files) {
    const { stdout, stderr } = await runInProcess(
      ['drift', file, '--schedule', name, '--no-config', '-f', 'json', ...args],
      home,
    );
    expect(stdout, stderr).not.toBe('');
    const { drift, posts } = JSON.parse(stdout) as DriftReport;
    reports.push({ drift, added: posts.filter(({ verdict }) => verdict === 'added') });
  }
  return reports;
}

const CATEGORY = ['--category', 'Goods=branded', '--category', '- yes=emotional'];

test('nothing is lost, as another YAML library reads it, and every row is counted', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async (of) => {
      const { bytes, dated, ideas, ofKind } = written(of);
      const reading = ['--date-order', 'dmy'];
      const made = await importInto('a.csv', bytes, [...reading, ...CATEGORY, ...of.by]);
      const count = (...kinds: readonly string[]) =>
        kinds.reduce((sum, kind) => sum + ofKind(kind).length, 0);
      if (dated.length + ideas.length === 0) {
        expect(made.status).toBe(2);
        return;
      }
      if (made.status === 2 && made.stderr.includes('has no date that can be read')) return;
      expect(made.stderr).toContain(
        `${count('post', 'slot', 'idea', 'odd date', 'no date')} row${count('post', 'slot', 'idea', 'odd date', 'no date') === 1 ? '' : 's'} = `,
      );
      expect(sorted(made.plans.flatMap(saidIn))).toEqual(sorted(dated));
      expect(
        sorted(
          made.plans.flatMap(({ backlog = [], channels }) => backlog.map((idea) => normal(idea, channels))),
        ),
      ).toEqual(sorted(ideas));
      // For a comparison, the words of a cell have the apostrophe that an import takes off.
      const isGuarded = of.rows.some(({ title, text }) => [title, text].some((cell) => /^'/.test(cell)));
      for (const { drift, added } of isGuarded ? [] : await driftOf(made, 'a.csv', reading)) {
        expect({ drift, added }).toEqual({ drift: 0, added: [] });
      }
      const checked = await runInProcess(['check', 'plans', '--no-config'], made.home);
      expect(checked.stdout).not.toMatch(/\[(?:syntax|schema|date|channel|hashtag)\]/);
      rmSync(made.home, { recursive: true });
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
  );
});

const exportedRow = fc.record({
  channel: fc.constantFrom('instagram', 'facebook'),
  day: fc.nat(6),
  minute: fc.oneof(fc.nat(1439), fc.constant(null)),
  category: fc.constantFrom(...CATEGORIES, null),
  number: fc.nat(99_999),
  id: fc.constant(null),
  origin: fc.constant(null),
});

test('what schedulers export is on plan, and has the same findings as a plan', async () => {
  await fc.assert(
    fc.asyncProperty(
      exported,
      fc.uniqueArray(exportedRow, { minLength: 1, maxLength: 12, selector: ({ number }) => number }),
      fc.boolean(),
      async (write, rows, isOne) => {
        const posts = rows.map((each) => ({
          ...each,
          channel: isOne ? 'facebook' : each.channel,
          words: wordsOf(each.number),
        }));
        const { bytes } = write(posts, [...new Set(posts.map(({ channel }) => channel))]);
        const made = await importInto('a.csv', bytes, ['--timezone', 'Europe/Kyiv', '--by', 'all']);
        expect(made.status, made.stderr).toBe(0);
        expect(made.stderr).toMatch(/rows? = /);
        for (const { drift, added } of await driftOf(made, 'a.csv', [])) {
          expect({ drift, added }).toEqual({ drift: 0, added: [] });
        }
        expect(await findingsOf(made.files[0] ?? '', [], made.home)).toEqual(
          await findingsOf('a.csv', [], made.home),
        );
        rmSync(made.home, { recursive: true });
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
  );
});

/** What a check says about posts, apart from where, and from which of them have no category. */
async function findingsOf(file: string, args: readonly string[], home: string): Promise<readonly string[]> {
  const config = path.join(home, 'kyiv.yaml');
  writeFileSync(config, 'timezone: Europe/Kyiv\n');
  const { stdout, stderr } = await runInProcess(['check', file, '-f', 'json', '-c', config, ...args], home);
  expect(stdout, stderr).not.toBe('');
  const { findings } = JSON.parse(stdout) as CheckReport;
  // A row that cannot be read is in no plan; the import lists it.
  return findings
    .filter(({ message }) => !message.endsWith('it is left out'))
    .filter(({ rule }) => rule !== 'category')
    .map(({ rule, severity, channel, date, data }) => JSON.stringify([rule, severity, channel, date, data]))
    .sort();
}

const PIECES = [
  ...[
    'date',
    'time',
    'title',
    'channel',
    'pillar',
    'status',
    'x-a',
    'place',
    'tags',
    '2026-11-23',
    '3/4/2026',
    '23.11.2026',
  ],
  ...[
    '0000-01-01',
    '9999-12-31',
    '9999-12-27',
    '9 AM',
    'T23:59',
    'branded',
    'how-to',
    'posts',
    'backlog',
    'TRUE',
    '__proto__',
  ],
  ...[
    ',',
    ',',
    ';',
    '\t',
    '"',
    '""',
    '\n',
    '\n',
    '\r',
    ' ',
    "'",
    "'=",
    '=',
    '#',
    ': ',
    '- ',
    '\u00a0',
    '\ud83c\udf72',
    '\u001b',
    '\ufeff',
  ],
];
const noise = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(''));

test('anything is imported, with every row counted, or refused in a sentence', async () => {
  const heads = [
    '',
    'date,time,title\n2026-11-23,09:00,A\n',
    'date;channel;pillar;title;x-a;x-a\n',
    'title,date\nA,9999-12-31\nB,0000-01-01\n',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...heads),
      noise,
      fc.constantFrom('week', 'month', 'all'),
      async (head, rest, by) => {
        const made = await importInto('a.csv', Buffer.from(head + rest), [
          '--by',
          by,
          '--date-order',
          'dmy',
          '--category',
          "'==branded",
        ]);
        expect([0, 2]).toContain(made.status);
        expect(made.stderr).not.toContain('mistake in cmplan');
        if (made.status === 0) expectEquation(made.stderr);
        if (made.status === 0) {
          const { stdout } = await runInProcess(['check', 'plans', '--no-config'], made.home);
          expect(stdout).not.toMatch(/\[(?:syntax|schema|date)\]/);
        }
        rmSync(made.home, { recursive: true });
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
  );
});

/** Every row is a post, an open slot or an idea, or is left out. */
function expectEquation(said: string): void {
  const [, rows, posts, slots, ideas, left] =
    /: (\d+) rows? = (\d+) (?:posts?|rows? with \d+ posts) \+ (\d+) open slots? \+ (\d+) ideas? \+ (\d+) left out\n$/.exec(
      said,
    ) ?? [];
  expect(rows, said).toBeDefined();
  expect(Number(posts) + Number(slots) + Number(ideas) + Number(left)).toBe(Number(rows));
}

const TRIALS = path.resolve(import.meta.dirname, '../fixtures/trials');

/** A row that a column of its own marks as a draft is no post for drift, but one that is planned for import. */
const OF_DRAFTS: Readonly<Record<string, number>> = { 'networks.csv': 16.67 };

test.each(readdirSync(TRIALS).filter((name) => name !== 'plan.yaml'))(
  'the trial %s is on plan',
  async (name) => {
    const reading = [
      ...(name === 'weeks.csv' ? ['--start', '2026-11-30'] : []),
      ...(name === 'uk-1251.csv' ? ['--encoding', 'windows-1251'] : []),
    ];
    const bytes = readFileSync(path.join(TRIALS, name));
    const made = await importInto(name, bytes, [...reading, '--timezone', 'Europe/Kyiv']);
    expect(made.status, made.stderr).toBe(0);
    expectEquation(made.stderr);
    for (const { drift, added } of await driftOf(made, name, reading))
      expect({ drift, added }).toEqual({ drift: OF_DRAFTS[name] ?? 0, added: [] });
    expect((await runInProcess(['check', 'plans', '--no-config'], made.home)).stdout).not.toMatch(
      /\[(?:syntax|schema|date|channel)\]/,
    );
  },
);
