import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES, formatterFor } from '../../src/report/report-formats.ts';
import { visible, visibleJson } from '../../src/text/escape.ts';
import { checkText } from '../plans.ts';
import { VIEW } from './view.ts';
import { whole } from './whole.ts';

const NASTY = '\x1b[31mred\x1b]0;title\x07 \u202egnp.exe \u200bhidden \x9b2J \u2028line\r::error::x';
const nasty = JSON.stringify(NASTY)
  .replace('\u202e', '\\u202e')
  .replace('\u200b', '\\u200b')
  .replace('\x9b', '\\u009b');
const PLAN = `week: 2026-W48
timezone: ${nasty}
channels: [a, ${nasty}]
targets: { mix: { ${nasty}: 50, b: 50 }, posts_per_day: 0-9 }
hold: { from: 2026-11-23, to: 2026-11-23, reason: ${nasty} }
posts:
  mon:
    - { channel: ${nasty}, category: ${nasty}, format: ${nasty}, title: ${nasty} }
    - { channel: ${nasty}, category: ${nasty}, title: ${nasty} }
    - { channel: nope, category: ${nasty}, ${nasty}: ${nasty}, status: ${nasty} }
`;
const HARMFUL = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe.each(FORMAT_NAMES)('%s', (format) => {
  test('shows nothing of a plan that would not be seen as what it is', async () => {
    const report = whole(await formatterFor(format))([checkText(PLAN, `plans/${NASTY}.yaml`)], {
      ...VIEW,
      colorLevel: 0,
    });
    expect(report).not.toMatch(HARMFUL);
    expect(report).toMatch(/\\u001b|\\u202e/);
  });
});

test('json still says what was there', async () => {
  const report = whole(await formatterFor('json'))([checkText(PLAN)], VIEW);
  expect(JSON.parse(report).plans[0].channels[1].channel).toBe(NASTY);
});

test('what is seen stays', () => {
  const seen = 'Кава ☕ 👩‍👩‍👧 日本 e\u0301 "quoted" — 100 %';
  expect(visible(seen)).toBe(seen);
  expect(visibleJson('{\n  "a": "☕"\n}')).toBe('{\n  "a": "☕"\n}');
  expect(visible('two\nlines\ttab')).toBe('two\\nlines tab');
  expect(visible('\u{e0041}\ud800')).toBe('\\udb40\\udc41\\ud800');
});
