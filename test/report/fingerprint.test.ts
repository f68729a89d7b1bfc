import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traced } from '../../src/report/fingerprint.ts';
import { checkText } from '../plans.ts';
import { searchedBy } from '../searched.ts';
import { HOSTILE, planSaying } from './hostile.ts';
import { VIEW, viewFrom } from './view.ts';

const FOLDERS = ['../../examples/bad/', '../golden/err/'].map((name) => new URL(name, import.meta.url));
const PLANS = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
);
const printsOf = (text: string, file?: string, folder = '') =>
  [...traced([checkText(text, file)], viewFrom(folder).inRepository)].map(({ fingerprint }) => fingerprint);

/** Plans whose findings stay the same when something is put above them. */
const STEADY = PLANS.filter((text) => {
  const { findings } = checkText(text);
  return findings.length > 0 && findings.every(({ rule }) => rule !== 'syntax') && !text.startsWith('\uFEFF');
});

test('blank lines and comments above change none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STEADY),
      fc.array(fc.constantFrom('', '# a comment', '   ', '  # posts:'), { minLength: 1, maxLength: 9 }),
      (text, lines) => {
        const above = checkText(`${lines.join('\n')}\n${text}`);
        const before = checkText(text);
        fc.pre(above.findings.length === before.findings.length);
        expect([...traced([above], VIEW.inRepository)].map(({ fingerprint }) => fingerprint)).toEqual(
          printsOf(text),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('nor do they between the posts, nor in them', () => {
  const plan = (gap: string) => `week: 2026-W48
targets: { posts_per_day: 0-9, mix: { a: 50, b: 50 } }
posts:
  mon:${gap}
    - format: none${gap}
      title: Stew${gap}
    - { category: c }
`;
  expect(printsOf(plan('\n\n    # here\n'))).toEqual(printsOf(plan('')));
});

test('all are unlike, in one report over several files too', () => {
  const files = [
    ...PLANS.map((text, index) => checkText(text, `${index}.yaml`)),
    ...HOSTILE.map((text) => planSaying(text)),
  ];
  const twice = [...files, ...files];
  const prints = [...traced(twice, VIEW.inRepository)].map(({ fingerprint }) => fingerprint);
  expect(prints.length).toBeGreaterThan(500);
  expect(new Set(prints).size).toBe(prints.length);
  expect(prints.every((print) => /^[0-9a-f]{64}$/.test(print))).toBe(true);
});

describe('a finding', () => {
  const week = (posts: number) => `week: 2026-W48
targets: { mix: { a: 50, b: 50 }, posts_per_day: 0-9, reserve: 0 }
posts:
  mon: [${'{ category: a }, '.repeat(posts)}]
`;

  test('stays the same when the numbers in its message change', () => {
    expect(checkText(week(3)).findings[0]?.message).not.toBe(checkText(week(4)).findings[0]?.message);
    expect(printsOf(week(3))[0]).toBe(printsOf(week(4))[0]);
  });

  test('is another one in another file', () => {
    expect(printsOf(week(3), 'a.yaml')).not.toEqual(printsOf(week(3), 'b.yaml'));
    expect(printsOf(week(3), 'a.yaml', 'x/')).toEqual(printsOf(week(3), '../x/a.yaml', 'y/'));
  });
});

test('a long place said of many times is not read many times', () => {
  const title = 'x '.repeat(1_000_000);
  const channels = Array.from({ length: 900 }, (_, index) => `c${index}`).join(', ');
  const plan = `week: 2026-W48\nchannels: [${channels}]\ntargets: { posts_per_day: 0-9, hours: "9:00-10:00" }
posts:\n  mon:\n    - { channels: [${channels}], title: ${title}, category: branded, time: "11:00" }\n`;
  const checked = checkText(plan);
  expect(checked.findings.length).toBeGreaterThanOrEqual(900);
  const searched = searchedBy(() => {
    expect([...traced([checked], VIEW.inRepository)].length).toBeGreaterThan(0);
  });
  const read = searched.reduce((sum, length) => sum + length, 0);
  expect(read).toBeLessThan(4 * plan.length);
});
