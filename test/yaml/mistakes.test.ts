import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdSchema, planSchema, postSchema } from '../../src/plan/plan-shapes.ts';
import { targetsSchema } from '../../src/policy/target-shapes.ts';
import { edited } from '../../src/yaml/edits.ts';
import { Lines } from '../../src/yaml/places.ts';
import { readText } from '../../src/yaml/source.ts';
import { INNER_KEYS, PLAN_KEYS, POST_KEYS } from '../../src/yaml/syntax/meant-fields.ts';
import { outlineOf } from '../../src/yaml/syntax/outline.ts';
import { failureOf } from '../../src/yaml/syntax/stretch-reading.ts';
import { MISTAKES, type Planted, planted } from './planted.ts';

/** FUZZ_RUNS=10000 for a long run with plans that are others each time. */
const RUNS =
  process.env.FUZZ_RUNS === undefined
    ? { numRuns: 300, seed: 14 }
    : { numRuns: Number(process.env.FUZZ_RUNS) };

const problemsWithLines = (text: string) => {
  const lines = new Lines(text);
  return readText(text).problems.map((problem) => ({ ...problem, line: lines.position(problem.range).line }));
};

/** Where nothing follows, `- { … } key: value` reads as a mapping, and a day without its spaces as a key of the plan. */
const IS_YAML_AT_THE_END = new Set(['a key behind the brace', 'a day at the beginning of its line']);

test('each of many human mistakes is found, once, and nothing is found in a post that has none', () => {
  fc.assert(
    fc.property(planted, ({ text, mistakes }) => {
      const problems = problemsWithLines(text);
      const found = mistakes.map(({ name, from, to }) => {
        return { name, problems: problems.filter(({ line }) => line >= from && line <= to).length };
      });
      const unseen = found.filter((each) => each.problems === 0 && !IS_YAML_AT_THE_END.has(each.name));
      expect(unseen).toEqual([]);
      expect(found.filter((each) => each.problems > 1)).toEqual([]);
      const inMistakes = found.reduce((sum, each) => sum + each.problems, 0);
      expect(problems.length).toBe(inMistakes);
    }),
    RUNS,
  );
});

/** The text after a round of doing what the messages say; where one leaves the choice, the post is written as it should be. */
function afterOneRound({ text, mistakes }: Planted): string {
  const lines = new Lines(text);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const starts = [0, ...[...text.matchAll(/\r\n|\n/g)].map((match) => match.index + match[0].length)];
  const edits = readText(text).problems.flatMap(({ range, mend }) => {
    if (mend !== null) return mend;
    const { line } = lines.position(range);
    const mistake = mistakes.find(({ from, to }) => line >= from && line <= to);
    if (mistake === undefined) return [];
    const [start, end] = [starts[mistake.from - 1] ?? 0, starts[mistake.to] ?? text.length];
    return [{ start, end, text: mistake.good.map((good) => good + lineBreak).join('') }];
  });
  return edited(text, edits);
}

test('who does what the messages say has a plan that can be read in three rounds', () => {
  fc.assert(
    fc.property(planted, ({ text, mistakes }) => {
      let round = { text, mistakes };
      for (let count = 0; count < 3 && readText(round.text).problems.length > 0; count++) {
        round = { text: afterOneRound(round), mistakes };
      }
      expect(readText(round.text).problems).toEqual([]);
    }),
    RUNS,
  );
});

test('every planted mistake is one by itself', () => {
  expect(Object.keys(MISTAKES).length).toBeGreaterThan(30);
});

test('the keys that are known here are those of a post, of a plan and of what is in it', () => {
  expect([...POST_KEYS].sort()).toEqual(Object.keys(postSchema.shape).sort());
  expect([...PLAN_KEYS].sort()).toEqual(Object.keys(planSchema.shape).sort());
  const inner = [...Object.keys(holdSchema.shape), ...Object.keys(targetsSchema.shape)];
  expect([...INNER_KEYS].sort()).toEqual(inner.sort());
});

test('however long a text is, a bounded part of it is looked at, and twenty problems are told', () => {
  const broken = '    - { title: " }\n';
  const text = `week: 2026-W48\nposts:\n  mon:\n${broken.repeat(200_000)}`;
  expect(outlineOf(text).stretches.length).toBe(50_000);
  expect(readText(text).problems.length).toBe(20);
});

test('of two hundred thousand lines those are looked at whose stretches end among them', () => {
  const text = `week: 2026-W48\nposts:\n  mon:\n    - { title: " }\n    - {\n${'      |\n'.repeat(200_000)}`;
  expect(outlineOf(text).stretches.map(({ line }) => line.content)).toEqual([
    'week: 2026-W48',
    'posts:',
    'mon:',
    '- { title: " }',
  ]);
  expect(readText(text).problems.map(({ kind }) => kind)).toEqual(['unclosed quote']);
});

test('where the reader stops, it makes no excerpt, for which it would list all line breaks of the text', () => {
  const failure = failureOf('a: {\n|\n', new Set());
  expect(failure).toMatchObject({ mark: { position: 5, snippet: null } });
});
