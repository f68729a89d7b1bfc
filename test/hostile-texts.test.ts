import { afterEach, expect, test, vi } from 'vitest';
import { DEFAULT_TERMS } from '../src/check/check-plan.ts';
import { compare } from '../src/drift/compare.ts';
import { readPlanSide } from '../src/drift/plan-side.ts';
import { fromOtherPlan } from '../src/drift/schedule-side.ts';
import { suppressionsIn } from '../src/findings/suppression-comments.ts';
import { checkPlan, readTeamConfig } from '../src/index.ts';
import { eventsOf } from '../src/yaml/events.ts';
import { readText } from '../src/yaml/source.ts';
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
