import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { countsIn, runningSeries } from '../src/analysis/series.ts';
import { TextNumbers } from '../src/analysis/text-numbers.ts';
import { checkPlan as checkBytes, DEFAULT_TERMS } from '../src/check/check-plan.ts';
import { findCandidates } from '../src/drift/candidates.ts';
import { inCanonicalOrder } from '../src/drift/match-posts.ts';
import { readPlanSide } from '../src/drift/plan-side.ts';
import { similarPairs } from '../src/drift/similarity.ts';
import { Fraction } from '../src/exact.ts';
import { readCalendar } from '../src/exchange/read/icalendar.ts';
import { suppressionsIn } from '../src/findings/suppression-comments.ts';
import { checkPlan, readTeamConfig } from '../src/index.ts';
import { mixOf } from '../src/policy/targets.ts';
import { json } from '../src/report/json.ts';
import { widthOf } from '../src/report/pretty/layout.ts';
import { addOne } from '../src/text/words.ts';
import type { ListFiles } from '../src/workspace/found-files.ts';
import { plansNamedBy } from '../src/workspace/named-plans.ts';
import { lineStart } from '../src/yaml/edits.ts';
import { readText } from '../src/yaml/source.ts';
import { runInProcess } from './cli/run.ts';
import { NO_TERMS, sheetOf } from './exchange/reading.ts';

/*
 * What a stranger could fill until cmplan takes minutes, within ten megabytes: each has a bound, which is said where it
 * matters. `hostile-texts.test.ts` has the texts that keep the parser busy.
 */

const WEEK = 'week: 2026-W48\ntargets: { posts_per_day: 0-9, reserve: 0 }\nposts:\n';

afterEach(() => vi.restoreAllMocks());

const messagesOf = (plan: string) =>
  checkPlan(plan).findings.flatMap(({ rule, message }) =>
    rule === 'schema' || rule === 'syntax' ? [message] : [],
  );

test('the line of an offset is sought no further back than its beginning', () => {
  const text = `${'a\r'.repeat(5)}bc`;
  expect(lineStart(text, text.length)).toBe(10);
  expect(['', 'a\n', 'a\r\n', 'a\r'].map((above) => lineStart(`${above}bc`, above.length + 1))).toEqual([
    0, 2, 3, 2,
  ]);
});

test('long texts are told apart, though no map is asked for a text that V8 hashes by its length alone', () => {
  const get = vi.spyOn(Map.prototype, 'get');
  const numbers = new TextNumbers();
  const long = 'Soup '.repeat(20_000);
  const texts = [`${long}a`, `${long}b`, `${long}A`, `b${long}`, `${long} a`, 'a'];
  expect(texts.map((text) => numbers.of(text))).toEqual([0, 1, 0, 2, 0, 3]);
  const longest = Math.max(...get.mock.calls.map(([key]) => String(key).length));
  expect(longest).toBeLessThan(16_383);
});

test('texts that aliases repeat count by their length', () => {
  const plan = (posts: number) =>
    `x-text: &t ${'soup '.repeat(2000)}\n${WEEK}  mon:\n${'    - { category: branded, title: *t }\n'.repeat(posts)}`;
  expect(messagesOf(plan(9000))).toEqual([]);
  expect(messagesOf(plan(11_000))).toEqual([expect.stringContaining('add up to more than a million values')]);
});

test('a key has at most 1,024 characters, and an id at most 200', () => {
  const keyed = (length: number) => `? x-${'a'.repeat(length - 2)}\n: 1\n${WEEK}`;
  expect(messagesOf(keyed(1024))).toEqual([]);
  expect(messagesOf(keyed(1025))).toEqual(['this key has more than 1,024 characters; write a shorter one']);
  const named = (length: number) =>
    `${WEEK}  mon: [{ category: branded, title: A, id: ${'a'.repeat(length)} }]\n`;
  expect(messagesOf(named(200))).toEqual([]);
  expect(messagesOf(named(201))).toEqual([expect.stringMatching(/^id: .* is too long .*200 characters$/)]);
});

test('the value of a key holds at most 1,000 entries', () => {
  const tags = (count: number) =>
    `${WEEK}  mon: [{ category: branded, title: A, tags: [${'a,'.repeat(count)}] }]\n`;
  expect(messagesOf(tags(1000))).toEqual([]);
  expect(messagesOf(tags(1001))).toEqual([expect.stringContaining('tags: there are more than 1,000 values')]);
  const mix = Array.from({ length: 1001 }, (_, index) => `c${index}: 1`).join(', ');
  expect(messagesOf(`week: 2026-W48\ntargets: { mix: { ${mix} } }\nposts:\n`)).toEqual([
    expect.stringContaining('mix: there are more than 1,000 values'),
  ]);
});

test('a config has at most 1,000 aliases over all categories', async () => {
  const aliases = (first: number, second: number) => {
    const list = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${name}${index}`).join(',');
    return `aliases: { branded: [${list('a', first)}], emotional: [${list('b', second)}] }\n`;
  };
  expect((await readTeamConfig(aliases(500, 500))).aliases.size).toBe(1000);
  await expect(readTeamConfig(aliases(500, 501))).rejects.toThrow(
    'aliases: there are more than 1,000 names here',
  );
});

test('of a comment that names many rules a hundred are looked at, which is said', () => {
  const messages = (count: number) => {
    const plan = `# cmplan-disable-file ${'hours,'.repeat(count)}hours\n${WEEK}`;
    return checkPlan(plan).findings.map(({ message }) => message);
  };
  expect(messages(99).filter((message) => message.includes('names more than'))).toEqual([]);
  expect(messages(100).filter((message) => message.includes('names more than'))).toEqual([
    'this comment names more than 100 rules, and only the first 100 count; name fewer',
  ]);
  const [suppression] = suppressionsIn(readText(`a: b # cmplan-disable-line ${'mix,'.repeat(5000)}\n`));
  expect(suppression?.rules.length).toBe(100);
});

test('ids that are too long for a plan are never taken for one another', () => {
  const ids = ['a', 'b'].map((end) => `${'x'.repeat(1000)}${end}`);
  const sheet = `date,title,id\n${[...ids, 'known'].map((id) => `2026-11-23,A,${id}\n`).join('')}`;
  expect(sheetOf(sheet).rows.map(({ id }) => id)).toEqual([null, null, 'known']);
  const [one = '', other = ''] = ids;
  const event = (uid: string, more: string) =>
    `BEGIN:VEVENT\nUID:${uid}\nDTSTART:20261123T090000\nSUMMARY:A\n${more}\nEND:VEVENT\n`;
  const repeats = event(one, 'RRULE:FREQ=DAILY;COUNT=3');
  const rowsOf = (uid: string) => {
    const moved = event(uid, 'RECURRENCE-ID:20261124T090000');
    return readCalendar(Buffer.from(`BEGIN:VCALENDAR\n${repeats}${moved}END:VCALENDAR\n`), NO_TERMS).rows;
  };
  expect([rowsOf(one).length, rowsOf(other).length]).toEqual([3, 4]);
});

test('of a row with many labels thirty are looked at', () => {
  const [row] = sheetOf(`date,title,tags\n2026-11-23,A,"${'a,'.repeat(500)}"\n`).rows;
  expect(row?.labels.length).toBe(30);
});

/** Posts without times, as many as a channel has, with texts that share about as many words as they do not. */
const sideOf = (count: number, text: (index: number) => string) => {
  const posts = Array.from(
    { length: count },
    (_, index) => `    - { category: branded, title: "${text(index)}" }\n`,
  );
  const side = readPlanSide(readText(`${WEEK}  mon:\n${posts.join('')}`), DEFAULT_TERMS, () => {});
  const inOrder = inCanonicalOrder(side?.posts ?? []);
  return { posts: inOrder, positions: inOrder.map(() => 0) };
};

/** A word of its own for each number. */
const lettersOf = (number: number) =>
  [...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');

test('the more posts there are, the fewer others each is compared with by similar words', () => {
  const compared = (count: number) => {
    const [one, other] = ['a', 'b'].map((side) =>
      sideOf(count, (index) => `same soup words ${side}${lettersOf(index)}`),
    );
    const has = vi.spyOn(Map.prototype, 'has');
    if (one !== undefined && other !== undefined) similarPairs(one, other, 15);
    const calls = has.mock.calls.length;
    has.mockRestore();
    return calls;
  };
  const few = compared(500);
  expect(few).toBeGreaterThan(10_000);
  expect(compared(4000)).toBeLessThan(4 * few);
});

test('groups of posts with the same words bring a bounded number of pairs', () => {
  const pairs = (groups: number) => {
    const side = () => sideOf(groups * 32, (index) => `group ${index % groups}`);
    return findCandidates(side(), side(), 15).length;
  };
  expect(pairs(10)).toBe(10 * 32 * 32);
  expect(pairs(400)).toBeLessThan(250_000);
});

test('of the mistakes of a config or a template a hundred are told, and how many more there are', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-bounds-'));
  const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const linesOf = async (...args: string[]) => {
    const { status, stderr } = await runInProcess(args, folder);
    expect(status).toBe(2);
    return stderr.trimEnd().split('\n');
  };
  put('template.yaml', `${WEEK}  mon:\n${'    - { category: x }\n'.repeat(250)}`);
  const ofTemplate = await linesOf('new', '2026-W49', '--template', 'template.yaml', '-o', '-');
  expect(ofTemplate.length).toBe(101);
  expect(ofTemplate.at(-1)).toBe(
    'cmplan: the template "template.yaml" has 150 more mistakes; fix these first',
  );
  put('cmplan.config.yaml', Array.from({ length: 100_000 }, (_, index) => `k${index}:\n`).join(''));
  const ofConfig = await linesOf('config');
  expect(ofConfig.length).toBe(101);
  expect(ofConfig.at(-1)).toBe('cmplan: "cmplan.config.yaml" has 99900 more problems; fix these first');
  rmSync(folder, { recursive: true });
});

test('the categories of many channels are gathered once, however many posts lack one', () => {
  const channels = Array.from({ length: 100 }, (_, channel) => {
    const shares = Array.from({ length: 12 }, (_, index) => `k${channel}_${index}: ${index < 11 ? 8 : 12}`);
    return `  c${channel}: { mix: { ${shares.join(', ')} } }\n`;
  });
  const posts = Array.from({ length: 200 }, (_, index) => `  - { title: T, category: none${index} }\n`);
  const add = vi.spyOn(Set.prototype, 'add');
  const { findings } = checkPlan(
    `week: 2026-W48\nchannels:\n${channels.join('')}posts:\nbacklog:\n${posts.join('')}`,
  );
  expect(findings.filter(({ rule }) => rule === 'category').length).toBe(200);
  expect(add.mock.calls.length).toBeLessThan(100 * 12 * 50);
});

test('the files below a folder are listed once, however many globs of a config begin there', async () => {
  const list = vi.fn<ListFiles>(() => ['/repo/a.yaml']);
  const plans = Array.from({ length: 99 }, (_, index) => `**/${index}.yaml`);
  const named = await plansNamedBy({ plans, folder: '/repo', name: 'c' }, '/repo', {}, list);
  expect(named.leads.length).toBe(99);
  expect(list.mock.calls.length).toBe(1);
});

test('the globs of a config lead to at most a million files, each counted once for every glob', async () => {
  const files = Array.from({ length: 10_000 }, (_, index) => `/repo/${index}.yaml`);
  const named = (count: number) => {
    const plans = Array.from({ length: count }, (_, index) => `**/{*,${index}}.yaml`);
    return plansNamedBy({ plans, folder: '/repo', name: 'c' }, '/repo', {}, () => files);
  };
  await expect(named(101)).rejects.toThrow('the globs of c lead to more than 1,000,000 files');
});

test('combining marks without end are measured as they are', () => {
  const normalize = vi.spyOn(String.prototype, 'normalize');
  expect(widthOf(`e${'\u0301'.repeat(4000)}`)).toBe(1);
  expect(widthOf('e\u0301')).toBe(1);
  expect(normalize.mock.calls.length).toBe(1);
});

test('advice to add one of many thousands of names copies no more than it shows', () => {
  const names = Array.from({ length: 12_000 }, (_, index) => `k${index}`);
  const slice = vi.spyOn(Array.prototype, 'slice');
  expect(addOne('category', names)).toMatch(/: k0 \(or k1, .*, k20 or 11979 more\)$/);
  expect(Math.max(...slice.mock.results.map(({ value }) => value.length))).toBe(20);
});

test('the plans of a team may each have a mix of its own with 14 decimals, and the sums stay exact', () => {
  const mixes = Array.from({ length: 400 }, (_, index) => {
    const shares = Array.from(
      { length: 11 },
      (__, other) => [`c${other}`, 8 + (index * 11 + other) / 1e14] as const,
    );
    return mixOf([...shares, ['last', 12]]);
  });
  const parts = mixes.map((mix) => ({ from: '2026-11-23', counts: countsIn(mix, () => 1) }));
  const sum = runningSeries(parts, mixes.at(-1) ?? [], new Fraction(5)).at(-1);
  expect(String(sum?.categories[0]?.quota.d).length).toBeGreaterThan(1000);
  const quotas = sum?.categories.reduce((all, { quota }) => all.add(quota), new Fraction(0));
  expect(quotas?.equals(400 * 12)).toBe(true);
});

test('of a checked plan no exact figures are kept, and none of its posts', () => {
  const channels = Array.from({ length: 100 }, (_, index) => `c${index}`).join(', ');
  const plan = `week: 2026-W48\nchannels: [${channels}]\nposts:\n  mon: [{ title: Soup, category: branded, channels: [${channels}] }]\n`;
  const bytes = new TextEncoder().encode(plan);
  const { plan: summary } = checkBytes(bytes, 'plan.yaml');
  const kept = new Set<unknown>();
  const keep = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || kept.has(value)) return;
    kept.add(value);
    for (const { value: inside } of Object.values(Object.getOwnPropertyDescriptors(value))) keep(inside);
  };
  keep(summary);
  // A channel, its days and its formats.
  expect(kept.size).toBeLessThan(950);
  // An object with a getter of its own has a layout of its own in V8, which is larger than the object.
  const hasGetter = (each: unknown) =>
    Object.values(Object.getOwnPropertyDescriptors(each)).some(({ get }) => get !== undefined);
  expect([...kept].filter(hasGetter)).toEqual([]);
  expect(hasGetter(countsIn(mixOf([['a', 100]]), () => 1))).toBe(false);
  expect(summary?.channels[99]?.mix?.categories[0]?.share.n).toBe(100n);
});

test('the figures of the plans are calculated while the report is written, one after the other', () => {
  const first = checkBytes(
    new TextEncoder().encode(`${WEEK}  mon: [{ title: A, category: branded }]\n`),
    'a',
  );
  const figures = vi.fn(() => first.plan?.channels ?? []);
  const files = Array.from({ length: 50 }, () => ({
    ...first,
    plan: first.plan && Object.defineProperty({ ...first.plan }, 'channels', { get: figures }),
  }));
  const pieces = json(files)[Symbol.iterator]();
  for (let piece = 0; piece < 10; piece++) pieces.next();
  expect(figures.mock.calls.length).toBeLessThan(5);
});
