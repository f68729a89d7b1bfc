import { YAMLException } from 'js-yaml';
import { afterEach, expect, test, vi } from 'vitest';
import { DEFAULT_TERMS } from '../src/check/check-plan.ts';
import { compare } from '../src/drift/compare.ts';
import { readPlanSide } from '../src/drift/plan-side.ts';
import { fromOtherPlan } from '../src/drift/schedule-side.ts';
import { PostLines } from '../src/findings/post-lines.ts';
import { suppressionsIn } from '../src/findings/suppression-comments.ts';
import { checkPlan, readTeamConfig } from '../src/index.ts';
import { cutWordsIn } from '../src/plan/cut-words.ts';
import { weekdayAbroad } from '../src/text/weekday-words.ts';
import { eventsOf } from '../src/yaml/events.ts';
import { readText } from '../src/yaml/source.ts';
import { Columns } from '../src/yaml/syntax/columns.ts';
import { YamlProblem } from '../src/yaml/syntax-problems.ts';
import { checkText } from './plans.ts';

/*
 * Texts that would take the reader hours, or its stack. What is counted is work: how often a text is written anew or
 * normalized, never how long it takes. `regexps.test.ts` bounds the regular expressions.
 */

const WEEK = 'week: 2026-W48\ntargets: { posts_per_day: 0-9, reserve: 0 }\nposts:\n';

afterEach(() => vi.restoreAllMocks());

/** How many different texts of at least that length regular expressions have been given meanwhile. */
function textsLookedAt(length: number, work: () => void): number {
  const texts = new Set<string>();
  const exec = RegExp.prototype.exec;
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
    if (text.length >= length) texts.add(text);
    return exec.call(this, text);
  });
  work();
  return texts.size;
}

test('many %YAML directives are read in one go, in a config too', async () => {
  const text = `${'%YAML 1.2\n'.repeat(2000)}---\na: 1\n`;
  expect(textsLookedAt(text.length, () => eventsOf(text))).toBeLessThan(5);
  expect(checkText(`${'%YAML 1.2\n'.repeat(100_000)}---\n${WEEK}`).findings).toEqual([]);
  const config = await readTeamConfig(`${'%YAML 1.2\r\n'.repeat(50_000)}---\r\nlocked: mix\r\n`);
  expect([...config.locked]).toEqual(['mix']);
});

test.each(['-', ':', ' ', '\u00a0', '- '])(
  'a suppression is one whatever stands behind it: %j',
  (filling) => {
    const comment = `# cmplan-disable-line${filling.repeat(100_000)}\u2028--\u2028`;
    const [suppression] = suppressionsIn(readText(`a: b ${comment}\n`));
    expect(suppression?.directive).toMatch(/^cmplan-disable-line-*$/);
  },
);

test('the reason of a suppression is not read, whatever stands in it', () => {
  const [suppression] = suppressionsIn(
    readText(`a: b # cmplan-disable-line mix --${'-'.repeat(100_000)}\u2028, hours\n`),
  );
  expect(suppression?.rules).toEqual(['mix']);
});

test.each([
  ['spaces in brackets', `  mon: [${' '.repeat(9_000_000)}]\n`],
  ['spaces in braces', `  mon: [{ title: A, category: branded,${' '.repeat(9_000_000)}}]\n`],
  ['comments in brackets', `  mon: [\n${'    #\n'.repeat(1_000_000)}    ]\n`],
  ['spaces before a block', `  mon: |${' '.repeat(9_000_000)}\n    A\n`],
  ['spaces behind a dash', `  mon:\n    -${' '.repeat(9_000_000)}\n`],
])('%s take no stack', (_, posts) => {
  const { findings } = checkPlan(WEEK + posts);
  expect(findings.map(({ rule }) => rule)).not.toContain('syntax');
});

test('an id of nothing but accents is not put in order', () => {
  const accents = `a${'\u0301'.repeat(200)}${'\u0323'.repeat(200)}`;
  const side = readPlanSide(
    readText(`${WEEK}  mon: [{ id: ${accents}, category: branded, title: A }]\n`),
    DEFAULT_TERMS,
    () => {},
  );
  if (side === null) throw new Error('the plan could not be read');
  const normalized: number[] = [];
  const normalize = String.prototype.normalize;
  vi.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string, form) {
    normalized.push(this.length);
    return normalize.call(this, form);
  });
  const { posts, covered, coversChannel } = fromOtherPlan(side, side.plan, {});
  compare({ ...side, planned: side.posts, scheduled: posts, covered, coversChannel, grace: 15 });
  expect(Math.max(0, ...normalized)).toBeLessThan(accents.length);
});

test('a post on many channels is looked at once for each of them', () => {
  const names = Array.from({ length: 300 }, (_, index) => `c${index}`).join(', ');
  const posts = '    - { channels: *all, category: branded, title: A }\n'.repeat(100);
  const plan = `week: 2026-W48\nchannels: &all [${names}]\ntargets: { posts_per_day: 0-200, reserve: 0 }\nposts:\n  mon:\n${posts}`;
  let compared = 0;
  const includes = Array.prototype.includes;
  vi.spyOn(Array.prototype, 'includes').mockImplementation(function (this: unknown[], ...wanted) {
    compared += this.length;
    return includes.apply(this, wanted);
  });
  expect(checkText(plan).findings.filter(({ rule }) => rule === 'mix')).toHaveLength(300);
  expect(compared).toBeLessThan(1_000_000);
});

/** Two posts, the second with its title still to be written and its brace open. */
const OPEN = `${WEEK}  mon:
    - { time: "09:00", category: branded, title: A }
    - { time: "10:00", category: branded, title: `;

test.each(['\n', '\r', ' \n', '\t\r\n'])('empty lines in an open brace are looked at once: %j', (line) => {
  const text = `${OPEN}${line.repeat(20_000)} }\n`;
  const exec = vi.spyOn(RegExp.prototype, 'exec');
  expect(readText(text).problems.map(({ kind }) => kind)).toEqual(['not YAML']);
  // By the library where it stops, and to count lines.
  expect(exec.mock.calls.length).toBeLessThan(5 * 20_000);
});

test('a long stretch that cannot be read is read twice: with the whole text, and by itself', () => {
  const text = `${OPEN}${'# \n'.repeat(50_000)} }\n${'  tue: []\n'.repeat(20)}`;
  let read = 0;
  const throwAt = YAMLException.throwAt;
  vi.spyOn(YAMLException, 'throwAt').mockImplementation((source, ...rest) => {
    read += source.length;
    return throwAt(source, ...rest);
  });
  readText(text);
  expect(read).toBeLessThan(2.1 * text.length);
});

test('a model is looked for where a line does not begin like it, and for no other', () => {
  const model = vi.spyOn(Columns.prototype, 'model');
  const lines = '    -\n'.repeat(10_000);
  readText(`${WEEK}  mon:\n${lines}   - a\n${lines}`);
  expect(model.mock.calls.length).toBeLessThan(100);
});

test('a file has at most a million values, and the reader stops not far behind them', () => {
  // A pair without a colon is two, and so are the list and the one around it.
  const full = (pairs: number) => readText(`[{${Array.from({ length: pairs }, (_, n) => n).join(',')}}]`);
  expect(full(500_000).problems.map(({ message }) => message)).toEqual([
    'this file has more than a million values, more than cmplan reads; split the plan into several files',
  ]);
  expect(() => eventsOf(`[${'a,'.repeat(2_000_001)}]`)).toThrow(YamlProblem);
});

test('of the keys without a colon in one mapping a hundred are told one by one', () => {
  const messages = (count: number) => {
    const words = Array.from({ length: count }, (_, index) => `w${index}`).join(', ');
    const plan = `${WEEK}  mon: [{ category: branded, title: A, ${words} }]\n`;
    return checkPlan(plan).findings.flatMap(({ rule, message }) => (rule === 'schema' ? [message] : []));
  };
  expect(messages(100)).toHaveLength(100);
  expect(messages(101).slice(100)).toEqual(['"w100" has no colon either; fix the ones before it first']);
  expect(messages(5000).slice(100)).toEqual([
    '"w100" and 4899 keys after it have no colon either; fix the ones before it first',
  ]);
});

test('of a thousand names in a file it is told which ones were meant', () => {
  const posts = Array.from({ length: 1100 }, (_, index) => `{ channel: facebok${index % 10}, category: x }`);
  const { findings } = checkPlan(
    `week: 2026-W48\nchannels: [facebook, vk]\nposts:\n  mon: [${posts.join(', ')}]\n`,
  );
  const meant = findings.filter(
    ({ rule, message }) => rule === 'channel' && message.includes('did you mean'),
  );
  expect(meant.length).toBeGreaterThan(100);
  expect(meant.length).toBeLessThanOrEqual(1000);
});

test('the words for days in other languages are read once, for however many names', () => {
  weekdayAbroad('montag');
  const normalize = vi.spyOn(String.prototype, 'normalize');
  for (let index = 0; index < 1000; index++) expect(weekdayAbroad(`day ${index}`)).toBeNull();
  expect(normalize.mock.calls.length).toBe(1000);
});

test('of more than a thousand holds the others are not read, which is said once and never an all-clear', () => {
  const messages = (count: number) =>
    checkPlan(`week: 2026-W48\nhold:\n${'  - mon\n'.repeat(count)}posts: {}\n`).findings.flatMap(
      ({ rule, message }) => (rule === 'schema' ? [message] : []),
    );
  expect(messages(1000)).toEqual([]);
  expect(messages(100_000)).toEqual([
    'hold: 100000 holds are more than the 1,000 that cmplan reads; write days in a row as one hold, with "from" and "to"',
  ]);
});

test.each([
  ['words', 'title: x '],
  ['tags', 'tags: [x ,y] '],
])('what stands behind the %s of a post is looked at once, however many aliases repeat it', (_, words) => {
  const searches = (aliases: number) => {
    const post = `  mon:\n    - &a\n      category: branded\n      ${words} # c #d\n`;
    const source = readText(`${WEEK}${post}${'    - *a\n'.repeat(aliases)}`);
    const exec = vi.spyOn(RegExp.prototype, 'exec');
    cutWordsIn(source);
    const calls = exec.mock.calls.length;
    exec.mockRestore();
    return calls;
  };
  expect(searches(1)).toBeGreaterThan(0);
  expect(searches(1000)).toBe(searches(1));
});

test('the lines of a post are noted once, however many days have it by an alias', () => {
  const spansOf = (days: number) => {
    const lines = '\n'.repeat(100);
    const aliases = Array.from({ length: days }, (_, index) => `  x-${index}: *m\n`).join('');
    const source = readText(`${WEEK}  x-m: &m\n    - title: a\n${lines}      status: draft\n${aliases}`);
    const fill = vi.spyOn(Uint32Array.prototype, 'fill');
    const posts = new PostLines(source, []);
    expect(posts.around(60)).toEqual({ first: 5, last: 106, isUnchecked: false });
    const calls = fill.mock.calls.length;
    fill.mockRestore();
    return calls;
  };
  expect(spansOf(1000)).toBe(1);
});
