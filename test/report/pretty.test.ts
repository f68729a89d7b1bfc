import { readdirSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import width from 'fast-string-truncated-width';
import { expect, test } from 'vitest';
import { checkPlan } from '../../src/check.ts';
import { pretty } from '../../src/report/pretty/pretty.ts';
import { checkText } from '../plans.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const examples = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);
const checked = examples.map((name) => checkPlan(readFileSync(new URL(name, EXAMPLES)), name));
const WIDE = checkText(`week: 2026-W48
channels: [телеграм, "日本語のチャンネル", "🍲🍲🍲"]
targets: { mix: { "категорія з дуже довгою назвою": 50, "絵文字": 50 }, posts_per_day: 0-3 }
posts:
  mon:
    - { channels: [телеграм, "日本語のチャンネル", "🍲🍲🍲"], category: "絵文字", format: "як-зробити", title: Кава }
    - { channels: [телеграм, "日本語のチャンネル", "🍲🍲🍲"], category: "絵文字", title: Чай }
    - { channels: [телеграм, "日本語のチャンネル", "🍲🍲🍲"], category: "絵文字", title: Сік }
    - { channels: [телеграм, "日本語のチャンネル", "🍲🍲🍲"], category: "絵文字", title: Вода }
`);
const MONTH = checkText('from: 2026-12-01\nto: 2026-12-31\nposts:\n');

test.each([60, 80, 120])('keeps to %i columns, in any script', (columns) => {
  const report = pretty([...checked, WIDE, MONTH], { columns, colorLevel: 0 });
  const tooWide = report.split('\n').filter((line) => width(line).width > columns);
  expect(tooWide).toEqual([]);
});

test('colours add nothing to the text', () => {
  const plain = pretty(checked, { columns: 80, colorLevel: 0 });
  const coloured = pretty(checked, { columns: 80, colorLevel: 3 });
  expect(coloured).not.toBe(plain);
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test('a plan without findings among others takes one line', () => {
  const good = checkText('week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n', 'good.yaml');
  const report = pretty([good, { ...good, file: 'also-good.yaml' }], { columns: 80, colorLevel: 0 });
  expect(report).toBe('✔ good.yaml  0 posts\n✔ also-good.yaml  0 posts\n\n✔ 2 plans, no findings\n');
});

test('bars have one scale, and the target stands in them', () => {
  const rows = pretty([WIDE], { columns: 80, colorLevel: 0 })
    .split('\n')
    .filter((line) => line.includes('│'));
  expect(new Set(rows.map((row) => width(row.slice(0, row.indexOf('│'))).width)).size).toBe(1);
});
