import { expect, test } from 'vitest';
import { checkText } from './plans.ts';

test('of a plan with more findings than anybody reads the first 100,000 are listed, and it says so', () => {
  const posts = '  - *post\n'.repeat(100_002);
  const head = 'week: 2026-W48\ntargets: { posts_per_day: 0-200000 }\n';
  const slot = 'x-post: &post { date: mon, time: "09:00", category: branded }\n';
  const { findings, counts } = checkText(`${head}${slot}posts:\n${posts}`);
  expect(findings.length).toBe(100_001);
  expect(counts.error).toBe(2);
  expect(
    findings.filter(({ rule }) => rule === 'schema').map(({ line, message }) => [line, message]),
  ).toEqual([[1, 'the plan has more than 100000 findings; fix these first']]);
});
