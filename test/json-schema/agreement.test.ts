import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { planSchema } from '../../src/plan/plan-shapes.ts';
import { RULE_DESCRIPTIONS } from '../../src/rules/index.ts';
import { CONFIG_PLACES, line, type OddPlace, PLAN_PLACES, VALUES } from '../odd-values.ts';
import { readMarks, type Table } from '../rules/table.ts';
import { CONFIG, type FileKind, PLAN } from './editors.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Values that are right for some key, written in every way that the program takes. */
const RIGHT_VALUES = [
  'mon',
  'SUNDAY',
  '[Sat, 2026-11-29]',
  '2026-W48',
  '2026-11-24',
  '9:00',
  '"09:30"',
  '09:00-21:00',
  '9:00-21:30',
  'Europe/Kyiv',
  'draft',
  'on_hold',
  'false',
  '7',
  '0.5',
  '6-12',
  '20%',
  '[a, 2, true]',
  '{ default: 6-12, Sat: 2-4, sunday: 0, 2026-11-27: { min: 1, max: 20, x-a: b }, x-b: [c], MON: , nope: }',
  '{ min: 1, max: 3, sat: , x-a: b }',
  '{ branded: 50, other: 50, nothing: , x-a: b }',
  '{ a: , b: { reserve: 1, x-a: b }, x-c: [d] }',
  '{ a: b, c: 7, d: true, e: , x-f: { g: h } }',
  '{ a: [b, 7], c: d, e: , f: [] }',
  '{ from: 2026-11-26, to: 2026-11-27, reason: , x-a: b }',
  '[{ from: 2026-11-26, to: 2026-11-27, reason: 5 }]',
  '[thu, Friday, 2026-11-28, { from: thu 9:00, to: 2026-11-27T18:00 }, { from: "sat  12:00", to: Sunday }]',
  '{ title: A, date: , category: , x-a: [b] }',
  '[{ title: 012, text: 2026-11-24, tags: soup, media: [a, 1] }]',
  '[{ date: Mon, title: true }, { date: 2026-11-25 }]',
  '{ Mon: , tuesday: [], 2026-11-25: { title: A }, THU: [{ title: B }], x-a: b }',
  '{ mix: error, streak: off, hold: , x-a: b }',
  '[mix, all]',
  'all',
  'plans/**/*.yaml',
  '[plans, "more/*.{yaml,yml}"]',
];

/** Writes a key into a mapping that has others, in place of the one of that name. */
const among =
  (others: Readonly<Record<string, string>>, write: (pairs: readonly string[]) => string) =>
  (pair: string) => {
    const kept = Object.entries(others).filter(([key]) => !pair.startsWith(`${key}:`));
    return write([...kept.map(([key, value]) => line(key, value)), pair]);
  };

const plan = (pairs: readonly string[]) => `${pairs.join('\n')}\n`;
const withTargets = (targets: string) => plan(['week: 2026-W48', `targets: { ${targets} }`, 'posts:']);

/** Beside those of a plan with one key alone, whole plans. */
const WHOLE_PLANS: Readonly<Record<string, OddPlace>> = {
  'a whole plan': {
    keys: Object.keys(planSchema.shape),
    write: among({ week: '2026-W48', posts: '' }, plan),
  },
  'a plan with a period': {
    keys: ['from', 'to'],
    write: among({ from: '2026-11-24', to: '2026-11-24', posts: '[]' }, plan),
  },
  'a whole hold': {
    keys: ['from', 'to'],
    write: among({ from: '2026-11-26', to: '2026-11-26' }, (pairs) =>
      plan(['week: 2026-W48', `hold: [{ ${pairs.join(', ')} }]`, 'posts:']),
    ),
  },
  'the bounds of days': {
    keys: ['default', 'sat', 'Sunday', '2026-11-27', 'someday', 'min', 'max', 'x-a'],
    write: (pair) => withTargets(`posts_per_day: { ${pair} }`),
  },
  'a whole range': {
    keys: ['min', 'max', 'x-a', 'other'],
    write: among({ min: '1', max: '7' }, (pairs) => withTargets(`posts_per_day: { ${pairs.join(', ')} }`)),
  },
  'a whole mix': {
    keys: ['branded', 'fun', 'x-a'],
    write: (pair) => withTargets(`mix: { a: 50, b: 50, ${pair} }`),
  },
};

function expectNoFalseAlarm({ byProgram, bySchema }: FileKind, text: string): void {
  if (byProgram(text) === '') expect({ text, why: bySchema(text) }).toEqual({ text, why: '' });
}

const kinds = [
  ...Object.entries({ ...PLAN_PLACES, ...WHOLE_PLANS }).map(([name, place]) => ({
    name,
    place,
    kind: PLAN,
  })),
  ...Object.entries(CONFIG_PLACES).map(([name, place]) => ({ name, place, kind: CONFIG })),
];

describe('what the program accepts is valid', () => {
  test.each(kinds)('whatever stands in $name', ({ place: { keys, write }, kind }) => {
    for (const key of keys) {
      for (const value of [...VALUES, ...RIGHT_VALUES]) expectNoFalseAlarm(kind, write(line(key, value)));
    }
  });

  const filesIn = (folder: string) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => path.join(folder, name));
  const files = ['examples', 'templates', 'test/golden', 'test/silence'].flatMap(filesIn);

  test.each(files)('%s', (file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    expectNoFalseAlarm(file.includes('config') ? CONFIG : PLAN, text);
  });

  test.each(RULE_DESCRIPTIONS)('the plans about $id', async ({ id, good, bad }) => {
    const { accept, reject } = (await import(`../rules/tables/${id}.ts`)) as Table;
    const plans = [...accept, ...reject].map(({ plan }) => readMarks(plan).text);
    for (const text of [good, bad, ...plans]) expectNoFalseAlarm(PLAN, text);
  });
});
