import { describe, expect, test } from 'vitest';
import { driftJson as driftJsonPieces } from '../../src/report/drift/drift-json.ts';
import { driftMarkdown } from '../../src/report/drift/drift-markdown.ts';
import { driftPretty } from '../../src/report/drift/drift-pretty.ts';
import { driftSentence } from '../../src/report/drift/wording.ts';
import { markdownText } from '../../src/report/markdown-text.ts';
import { compared } from '../drift/compared.ts';
import { whole } from './whole.ts';

const driftJson = whole(driftJsonPieces);

const HEAD =
  'week: 2026-W48\nchannels: [facebook, telegram]\ntargets: { posts_per_day: 0-2 }\nposts:\n  mon:\n';
const resultOf = (posts: string, rows: Parameters<typeof compared>[1], names = 'sheet.csv') => ({
  ...compared(`${HEAD}${posts}`, rows, { covers: { from: '2026-11-23', to: '2026-11-29' } }),
  plan: 'plan.yaml',
  schedule: names,
  period: { from: '2026-11-23', to: '2026-11-29', timezone: null },
  covered: { from: '2026-11-23', to: '2026-11-29' },
});
const slot = (title: string, more = '') =>
  `    - { channel: facebook, category: branded, title: ${title}${more} }\n`;
const there = (title: string, more = {}) => ({ title, channels: ['facebook'], ...more });

describe('one sentence', () => {
  const said = (posts: string, rows: Parameters<typeof compared>[1]) => driftSentence(resultOf(posts, rows));

  test('when all is on plan', () => {
    expect(said(slot('Van'), [there('Van')])).toBe('Drift 0%: the one planned post is on plan');
    expect(said(slot('Van') + slot('Bus'), [there('Van'), there('Bus')])).toBe(
      'Drift 0%: all 2 planned posts are on plan',
    );
  });

  test('when nothing can drift', () => {
    expect(said('', [there('Snow')])).toBe(
      'Drift 0%: there are no planned posts with a title to compare; 1 was added',
    );
  });

  test('when posts gave way', () => {
    expect(said(slot('Van') + slot('Bus'), [there('Van'), there('Snow')])).toBe(
      'Drift 0%: 1 of 2 planned posts is on plan; 1 gave way to others and 1 was added',
    );
  });

  test('when all of it happened', () => {
    const titles = ['Aqua', 'Boat', 'Crow', 'Dune', 'Echo'];
    const rows = [
      there('Aqua', { date: '2026-11-25' }),
      there('Boat', { category: 'emotional' }),
      there('Crow', { date: '2026-11-25', category: 'emotional' }),
      there('Snow'),
      there('Ice'),
      there('Hail', { date: '2026-11-26' }),
    ];
    const posts = titles.map((title) => slot(title)).join('') + slot('Frog') + slot('""', ', status: draft');
    expect(said(posts, rows)).toBe(
      'Drift 66.7%: 4 of 6 planned posts have drifted (1 moved, 1 recategorised, 1 moved and recategorised, 1 dropped); 2 gave way to others, 3 were added (2 on days with too many posts) and 1 slot is open',
    );
  });
});

const NASTY = '\u001b[31m*red*\u001b]0;t\u0007 \u202egnp @team #12 <b>|x `c` [a](http://e.org) www.e.org';
const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;

describe('what is in a schedule is harmless', () => {
  const nasty = resultOf(slot('=1+1'), [{ title: NASTY, channels: ['facebook', NASTY] }], `${NASTY}.csv`);
  const view = { columns: 80, colorLevel: 0 } as const;

  test.each([
    ['pretty', driftPretty(nasty, view)],
    ['json', driftJson(nasty)],
    ['markdown', driftMarkdown(nasty)],
  ])('in %s', (_, report) => {
    expect(report).not.toMatch(HARMFUL);
    expect(report).toMatch(/\\u001b/);
  });

  test('and markup in it is text', () => {
    expect(markdownText('*a* _b_ `c` [d](http://e.org) <f> g|h ~i~ $j$ & www.k.org @l #1 !2 GH-3')).toBe(
      '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](http:\\//e.org) \\<f\\> g\\|h \\~i\\~ \\$j\\$ \\& www\\.k.org @&#8203;l #&#8203;1 !&#8203;2 GH-&#8203;3',
    );
  });

  test('json still says what was there', () => {
    expect(JSON.parse(driftJson(nasty)).posts[0].scheduled.title).toBe(NASTY);
  });
});

test.each([44, 60, 80])('lines fit into %i columns', (columns) => {
  const rows = [there('Snow', { category: 'branded' }), { title: '=1+1', channels: ['vk'] }];
  const result = resultOf(slot('A title that is a good deal longer than a window may be wide'), rows);
  const lines = driftPretty(result, { columns, colorLevel: 0 }).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
});
