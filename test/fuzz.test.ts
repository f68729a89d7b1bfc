import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { checkPlan, DEFAULT_TERMS } from '../src/check/check-plan.ts';
import { compare } from '../src/drift/compare.ts';
import { readPlanSide } from '../src/drift/plan-side.ts';
import { fromOtherPlan, fromRows, type ScheduleSide } from '../src/drift/schedule-side.ts';
import { scheduleReader } from '../src/exchange/read/read-schedule.ts';
import { readSheet } from '../src/exchange/read/sheet.ts';
import { UnreadableSchedule } from '../src/exchange/rows.ts';
import type { CheckedFile } from '../src/findings/checked-file.ts';
import { readConfig } from '../src/policy/read-config.ts';
import { NO_POLICY } from '../src/policy/team-policy.ts';
import { driftJson as driftJsonPieces } from '../src/report/drift/drift-json.ts';
import { driftMarkdown } from '../src/report/drift/drift-markdown.ts';
import { driftPretty } from '../src/report/drift/drift-pretty.ts';
import { FORMAT_NAMES, formatterFor } from '../src/report/report-formats.ts';
import { RULE_NAMES } from '../src/rules/index.ts';
import { Lines, type Position, rangeOf } from '../src/yaml/places.ts';
import { readSource, readText } from '../src/yaml/source.ts';
import type { Problem } from '../src/yaml/structural-problem.ts';
import { NO_TERMS } from './exchange/reading.ts';
import { commandsIn } from './report/runner.ts';
import { viewFrom } from './report/view.ts';
import { whole } from './report/whole.ts';

const driftJson = whole(driftJsonPieces);

const textsIn = (folders: readonly string[]) =>
  folders.flatMap((folder) => {
    const url = new URL(folder, import.meta.url);
    return readdirSync(url, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
      name.endsWith('.yaml') ? [readFileSync(new URL(name, url), 'utf8')] : [],
    );
  });
const LF_PLANS = textsIn(['../examples/', 'golden/ok/', 'golden/err/', 'golden/ready/']);
const PLANS = [...LF_PLANS, ...LF_PLANS.map((plan) => plan.replaceAll('\n', '\r\n'))];
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
  '\r\n',
  '\r',
  '\u2028',
  '%YAML 1.2\n',
  '# cmplan-disable-line mix',
  ',',
  ';',
  '""',
  '\n\n\n',
  'sep=;\n',
  '2026-02-30',
  '09:00',
  'BEGIN:VEVENT\n',
  'END:VEVENT\n',
  'RRULE:FREQ=DAILY\n',
  'EXDATE:20261124T090000\n',
  '\n ',
  '\\,',
  '\u0301',
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
  FORMAT_NAMES.map(async (name) => ({ name, format: whole(await formatterFor(name)) })),
);

/** No report of a plan is odd, broken, or an order to the runner that shows it. */
const reportsWell = (checked: CheckedFile, text: string) => {
  for (const { name, format } of FORMATTERS) {
    const report = format([checked], { ...viewFrom('content/'), colorLevel: 1 });
    // A report shows lines of the plan: one that has NaN in it is quoted as it is.
    if (!text.includes('NaN')) saysNothingOdd(report);
    if (['json', 'gitlab', 'sarif'].includes(name)) JSON.parse(report);
    if (name === 'junit') new SaxesParser().write(report).close();
    const orders = commandsIn(report).filter(({ properties }) => !properties.title?.startsWith('cmplan: '));
    expect(orders).toEqual([]);
  }
};

/** The lines of a text as editors show them. */
const linesOf = (text: string) => text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);

/** A position begins and ends in the text, and does not end before it begins. */
const expectWithin = ({ line, column, endLine, endColumn }: Position, lines: readonly string[]) => {
  const isIn = (at: number, behind: number) => {
    return at >= 1 && at <= lines.length && behind >= 1 && behind <= (lines[at - 1] ?? '').length + 1;
  };
  const isForward = endLine > line || (endLine === line && endColumn >= column);
  expect([line, column, endLine, endColumn, isIn(line, column), isIn(endLine, endColumn), isForward]).toEqual(
    [line, column, endLine, endColumn, true, true, true],
  );
};

test('no mutated plan crashes the check, and every finding has a place in the file', () => {
  fc.assert(
    fc.property(mutantOf(PLANS), fc.boolean(), (text, ready) => {
      const checked = checkPlan(new TextEncoder().encode(text), 'plan.yaml', { ...DEFAULT_TERMS, ready });
      reportsWell(checked, text);
      const lines = linesOf(text);
      for (const finding of checked.findings) {
        expectWithin(finding, lines);
        saysNothingOdd(finding.message);
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
      const { text: read, root } = source;
      const problems: Problem[] = [];
      const policy = readConfig(source.root, RULE_NAMES, (each) => problems.push(each));
      for (const { message } of problems) saysNothingOdd(message);
      const terms = { ...DEFAULT_TERMS, policy, rules: policy.rules };
      const lines = linesOf(text);
      for (const { place } of problems) expectWithin(new Lines(read).position(rangeOf(root, place)), lines);
      checkPlan(new TextEncoder().encode(plan), 'plan.yaml', terms);
    }),
    { numRuns: RUNS },
  );
});

const SCHEDULES = readdirSync(new URL('../examples/schedules/', import.meta.url)).map((name) =>
  readFileSync(new URL(`../examples/schedules/${name}`, import.meta.url), 'utf8'),
);

const CALENDARS = [
  'UID:1\nDTSTART:20261123T090000Z\nSUMMARY:Soup\\, hot\nDESCRIPTION:a\\nb folded\n  text\nCATEGORIES:fun,light\nSTATUS:CANCELLED',
  'DTSTART;TZID="America/New_York":20261123T200000\nSUMMARY;LANGUAGE=en:A\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261224T000000Z\nEXDATE:20261125T200000',
  'UID:2\nDTSTART;VALUE=DATE:20261124\nSUMMARY:B\nRRULE:FREQ=MONTHLY;BYDAY=-1SU;COUNT=4\nEND:VEVENT\nBEGIN:VTODO\nUID:2\nRECURRENCE-ID;VALUE=DATE:20261129\nDTSTART;VALUE=DATE:20261130\nSUMMARY:C\nEND:VTODO\nBEGIN:VEVENT\nDTSTART:20261123T230000',
  'UID:3\nDTSTART;TZID="Z, A":20261123T090000\nSUMMARY:IG: Хліб\nRDATE;VALUE=PERIOD:20261124T090000Z/PT1H\nRDATE;VALUE=DATE:20261125\nEXDATE;VALUE=DATE:20261124\nEND:VEVENT\nBEGIN:VTIMEZONE\nTZID:Z\\, A\nBEGIN:STANDARD\nDTSTART:20001029T040000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=20261101T000000Z\nRDATE:20261124T000000\nEND:STANDARD\nEND:VTIMEZONE\nX-WR-TIMEZONE:Europe/Rome\nBEGIN:VTODO\nDUE:20261123T090000\nSUMMARY:D\nSTATUS:COMPLETED',
].map((event) =>
  `BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n${event}\nEND:VEVENT\nEND:VCALENDAR\n`.replace(
    /STATUS:COMPLETED\nEND:VEVENT/,
    'STATUS:COMPLETED\nEND:VTODO',
  ),
);
const SHEETS = [...SCHEDULES, 'sep=;\n\nPlan\nДата;Время;Канал;Тема\n23.11.2026;9:30;a;"Суп; ""горячий"""\n'];

test.each([
  ['sheet', SHEETS, 'week.csv'],
  ['calendar', CALENDARS, 'week.ics'],
])('no mutated %s crashes its reading, and every row has a line in the file', async (_, seeds, name) => {
  await fc.assert(
    fc.asyncProperty(
      mutantOf([...seeds, ...seeds.map((seed) => seed.replaceAll('\n', '\r\n'))]),
      fc.constantFrom(null, 'Europe/Kyiv'),
      fc.constantFrom(null, 'dmy' as const, 'mdy' as const),
      async (text, timezone, dateOrder) => {
        try {
          const bytes = new TextEncoder().encode(text);
          const read = await scheduleReader(name, bytes);
          const terms = { ...NO_TERMS, timezone, channels: ['a', 'instagram'], dateOrder };
          const { rows, skipped, notes } = read(bytes, terms);
          const lines = linesOf(text).length;
          for (const { line } of [...rows, ...skipped, ...notes])
            expect(line >= 1 && line <= lines).toBe(true);
          for (const { reason } of [...skipped, ...notes]) saysNothingOdd(reason);
        } catch (error) {
          if (!(error instanceof UnreadableSchedule)) throw error;
          saysNothingOdd(error.message);
        }
      },
    ),
    { numRuns: RUNS },
  );
});

test('no mutated plan and schedule crash their comparison, and each post has one verdict', () => {
  fc.assert(
    fc.property(mutantOf(PLANS), mutantOf([...SCHEDULES, ...PLANS]), (text, other) => {
      const side = readPlanSide(readText(text), DEFAULT_TERMS, () => {});
      if (side === null) return;
      let scheduled: ScheduleSide;
      try {
        const otherPlan = readPlanSide(readText(other), DEFAULT_TERMS, () => {});
        const terms = { ...NO_TERMS, timezone: 'Europe/Kyiv' };
        scheduled =
          otherPlan === null
            ? fromRows(readSheet(new TextEncoder().encode(other), terms), side.plan, NO_POLICY, {})
            : fromOtherPlan(otherPlan, side.plan, {});
      } catch (error) {
        if (!(error instanceof UnreadableSchedule)) throw error;
        saysNothingOdd(error.message);
        return;
      }
      const { plan, posts, heldBack } = side;
      const { covered, coversChannel, skipped } = scheduled;
      const grace = 15;
      const comparison = { plan, planned: posts, heldBack, scheduled: scheduled.posts, covered, grace };
      const analysis = compare({ ...comparison, coversChannel, skipped });
      const goingOut = analysis.posts.filter(({ planned }) => planned?.heldBack === null);
      expect(goingOut.length).toBe(posts.length);
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
