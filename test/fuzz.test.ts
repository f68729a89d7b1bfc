import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { checkPlan, DEFAULT_TERMS } from '../src/check.ts';
import { readConfig } from '../src/config/read.ts';
import { compare } from '../src/drift/compare.ts';
import { readPlanSide } from '../src/drift/from-plan.ts';
import { fromOtherPlan, fromRows, type ScheduleSide } from '../src/drift/from-schedule.ts';
import type { Problem } from '../src/fields.ts';
import type { CheckedFile } from '../src/findings/result.ts';
import { driftJson } from '../src/report/drift/json.ts';
import { driftMarkdown } from '../src/report/drift/markdown.ts';
import { driftPretty } from '../src/report/drift/pretty.ts';
import { FORMAT_NAMES, formatterFor } from '../src/report/formats.ts';
import { RULE_NAMES } from '../src/rules/index.ts';
import { UnreadableSchedule } from '../src/schedule/model.ts';
import { readSheet } from '../src/schedule/sheet.ts';
import { readSource, readText } from '../src/source/read.ts';
import { NO_POLICY } from '../src/targets/policy.ts';
import { commandsIn } from './report/runner.ts';
import { viewFrom } from './report/view.ts';

const textsIn = (folders: readonly string[]) =>
  folders.flatMap((folder) => {
    const url = new URL(folder, import.meta.url);
    return readdirSync(url).flatMap((name) =>
      name.endsWith('.yaml') ? [readFileSync(new URL(name, url), 'utf8')] : [],
    );
  });
const PLANS = textsIn(['../examples/', '../examples/bad/', 'golden/ok/', 'golden/err/', 'golden/ready/']);
const CONFIGS = textsIn(['golden/config/']);
const TOKENS = [
  '&a ',
  '*a',
  '<<: ',
  '- ',
  '? ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '|\n',
  '>-\n',
  '!!str ',
  '---\n',
  '#',
  '\t',
  '\n',
  '  ',
  'null',
  '-1',
  '1e999',
  '\u0000',
  '\uFEFF',
  '__proto__',
  '{ a: b }',
  '[{ a: b }]',
];

/** FUZZ_RUNS=100000 for a long run. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 3000);

/** A seed with a few of its pieces cut out, copied elsewhere or replaced. */
const mutantOf = (seeds: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.nat(12),
          fc.oneof(fc.constantFrom(...TOKENS), fc.string()),
        ),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
    )
    .map(([seed, edits]) =>
      edits.reduce((text, [where, cut, put]) => {
        const at = Math.floor(where * text.length);
        return text.slice(0, at) + put + text.slice(at + cut);
      }, seed),
    );

const saysNothingOdd = (message: string) => {
  expect(message).not.toMatch(/undefined|Invalid input|\[object/);
  // What stands in quotes is the plan's own.
  expect(message.replace(/"[^"]*"/g, '')).not.toMatch(/NaN/);
};

const FORMATTERS = await Promise.all(
  FORMAT_NAMES.map(async (name) => ({ name, format: await formatterFor(name) })),
);

/** No report of a plan is odd, broken, or an order to the runner that shows it. */
const reportsWell = (checked: CheckedFile) => {
  for (const { name, format } of FORMATTERS) {
    const report = format([checked], { ...viewFrom('content/'), colorLevel: 1 });
    saysNothingOdd(report);
    if (['json', 'gitlab', 'sarif'].includes(name)) JSON.parse(report);
    if (name === 'junit') new SaxesParser().write(report).close();
    const orders = commandsIn(report).filter(({ properties }) => !properties.title?.startsWith('cmplan: '));
    expect(orders).toEqual([]);
  }
};

test('no mutated plan crashes the check, and every finding has a place in the file', () => {
  fc.assert(
    fc.property(mutantOf(PLANS), fc.boolean(), (text, ready) => {
      const checked = checkPlan(new TextEncoder().encode(text), 'plan.yaml', { ...DEFAULT_TERMS, ready });
      reportsWell(checked);
      const lines = text.split(/\r\n|\n|\r/).length;
      for (const { line, column, endLine, endColumn, message } of checked.findings) {
        expect(line >= 1 && column >= 1 && endLine <= lines && (endLine > line || endColumn >= column)).toBe(
          true,
        );
        saysNothingOdd(message);
      }
    }),
    { numRuns: RUNS },
  );
});

test('no mutated config crashes its reading, or the check of a plan by what is left of it', () => {
  fc.assert(
    fc.property(mutantOf(CONFIGS), fc.constantFrom(...PLANS), (text, plan) => {
      const source = readSource(new TextEncoder().encode(text));
      if (source.problems.length > 0) return;
      const problems: Problem[] = [];
      const policy = readConfig(source.root, RULE_NAMES, (each) => problems.push(each));
      for (const { message } of problems) saysNothingOdd(message);
      const terms = { ...DEFAULT_TERMS, policy, rules: policy.rules };
      checkPlan(new TextEncoder().encode(plan), 'plan.yaml', terms);
    }),
    { numRuns: RUNS },
  );
});

const SCHEDULES = readdirSync(new URL('../examples/schedules/', import.meta.url)).map((name) =>
  readFileSync(new URL(`../examples/schedules/${name}`, import.meta.url), 'utf8'),
);

test('no mutated plan and schedule crash their comparison, and each post has one verdict', () => {
  fc.assert(
    fc.property(mutantOf(PLANS), mutantOf([...SCHEDULES, ...PLANS]), (text, other) => {
      const side = readPlanSide(readText(text), DEFAULT_TERMS, () => {});
      if (side === null) return;
      let scheduled: ScheduleSide;
      try {
        const otherPlan = readPlanSide(readText(other), DEFAULT_TERMS, () => {});
        const terms = { timezone: 'Europe/Kyiv', dateOrder: null };
        scheduled =
          otherPlan === null
            ? fromRows(readSheet(new TextEncoder().encode(other), terms), side.plan, NO_POLICY, {})
            : fromOtherPlan(otherPlan, side.plan, {});
      } catch (error) {
        if (!(error instanceof UnreadableSchedule)) throw error;
        saysNothingOdd(error.message);
        return;
      }
      const { plan, posts } = side;
      const { covered, coversChannel, skipped } = scheduled;
      const grace = 15;
      const comparison = { plan, planned: posts, scheduled: scheduled.posts, covered, grace };
      const analysis = compare({ ...comparison, coversChannel });
      expect(analysis.posts.filter(({ planned }) => planned !== null).length).toBe(posts.length);
      const outside =
        scheduled.posts.length - analysis.posts.filter((post) => post.scheduled !== null).length;
      expect(outside).toBeGreaterThanOrEqual(0);
      const result = { ...analysis, skipped, plan: 'plan.yaml', schedule: 'a.csv', period: plan, covered };
      JSON.parse(driftJson(result));
      saysNothingOdd(driftPretty(result, { columns: 80, colorLevel: 1 }));
      saysNothingOdd(driftMarkdown(result));
    }),
    { numRuns: RUNS },
  );
});
