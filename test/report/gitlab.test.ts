import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { gitlab as gitlabPieces } from '../../src/report/gitlab.ts';
import { checkText } from '../plans.ts';
import { HOSTILE, HOSTILE_FILES, planSaying } from './hostile.ts';
import { VIEW, viewFrom } from './view.ts';
import { whole } from './whole.ts';

const gitlab = whole(gitlabPieces);

const read = (report: string) => REPORT.parse(JSON.parse(report));

/** What GitLab asks for (description, fingerprint, severity, a line to begin with) and the Code Climate specification beyond it. */
const REPORT = z.array(
  z.strictObject({
    type: z.literal('issue'),
    check_name: z.string().min(1),
    description: z.string().min(1),
    categories: z.tuple([z.literal('Style')]),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    location: z.strictObject({
      path: z.string().min(1),
      lines: z
        .strictObject({ begin: z.int().min(1), end: z.int().min(1) })
        .refine(({ begin, end }) => begin <= end),
    }),
  }),
);

test('each finding is an issue', () => {
  const plan = `week: 2026-W48
targets: { posts_per_day: 0-2, reserve: 2, mix: { a: 50, b: 50 } }
posts:
  mon:
    - { category: a }
    - format: none
      title: Stew
`;
  const issues = read(gitlab([checkText(plan, 'w.yaml')], viewFrom('content/')));
  const common = { type: 'issue', categories: ['Style'], fingerprint: expect.any(String) };
  expect(issues).toEqual([
    {
      ...common,
      check_name: 'reserve',
      description:
        'Mon 23 Nov has 2 planned posts of at most 2, but the reserve keeps 2 free for unplanned posts; move or drop 2, or add unplanned: true to a post that is spontaneous (cmplan explain reserve says why)',
      severity: 'minor',
      location: { path: 'content/w.yaml', lines: { begin: 4, end: 4 } },
    },
    {
      ...common,
      check_name: 'category',
      description:
        'this post has no category, and the format "none" implies none; add one, such as category: a (or b) (cmplan explain category says why)',
      severity: 'major',
      location: { path: 'content/w.yaml', lines: { begin: 6, end: 7 } },
    },
  ]);
});

test('an info is an info', () => {
  const severities = read(gitlab([planSaying('x')], VIEW)).map(({ severity }) => severity);
  expect(new Set(severities)).toEqual(new Set(['major', 'minor', 'info']));
});

test('of nothing there is an empty list', () => {
  expect(gitlab([], VIEW)).toBe('[]\n');
});

describe('what GitLab would refuse never comes about', () => {
  test.each(HOSTILE)('of %j', (text) => {
    const issues = read(gitlab([planSaying(text)], VIEW));
    for (const { description } of issues) expect(description).not.toMatch(/[\x00-\x1f\u202e\ufffe\uffff]/);
  });

  test.each(HOSTILE_FILES)('of the file %j', (file) => {
    for (const { location } of read(gitlab([planSaying('x', file)], viewFrom('a/')))) {
      expect(location.path).toBe(posix.normalize(`a/${file}`));
    }
  });
});
