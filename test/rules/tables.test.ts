import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CheckTerms, checkPlan, DEFAULT_TERMS } from '../../src/check/check-plan.ts';
import { amongTexts } from '../../src/check/read-team-plan.ts';
import { NO_POLICY } from '../../src/policy/team-policy.ts';
import { RULE_DESCRIPTIONS, RULE_NAMES } from '../../src/rules/index.ts';
import type { RuleDescription } from '../../src/rules/rule.ts';
import { rangeOfFinding } from '../plans.ts';
import { type Accept, type Reject, readMarks, type Table } from './table.ts';

const files = readdirSync(new URL('./tables/', import.meta.url)).sort();

test('every rule has a table, and every table a rule', () => {
  expect(files).toEqual(RULE_DESCRIPTIONS.map(({ id }) => `${id}.ts`).sort());
});

const rules = await Promise.all(
  RULE_DESCRIPTIONS.map(async (rule) => ({
    ...rule,
    table: (await import(`./tables/${rule.id}.ts`)) as Table,
  })),
);

/** A file that is no YAML gets one finding and no other, and a plan overlaps once, so no case can have two. */
const ONE_FINDING_A_FILE: readonly string[] = ['syntax', 'overlap'];

/** A comment is neither a value that could come through an alias, nor does it have several lines. */
const AT_COMMENTS: readonly string[] = ['hashtag', 'unused-suppression'];

describe.each(rules)('$id', (rule) => {
  const { accept, reject } = rule.table;

  test.each(named(accept))('accepts %s', (_, acceptable) => {
    expect(found(rule, acceptable, acceptable.plan)).toEqual([]);
  });

  test.each(named(reject))('rejects %s', (_, rejectable) => {
    const { text } = readMarks(rejectable.plan);
    expect(found(rule, rejectable, text)).toEqual(expected(rule, rejectable));
  });

  test.each(named(reject))('rejects %s, with lines that end in CR LF', (_, rejectable) => {
    const { text } = readMarks(rejectable.plan);
    expect(found(rule, rejectable, text.replaceAll('\n', '\r\n'))).toEqual(expected(rule, rejectable));
  });

  describe('has in its table', () => {
    const marked = reject.map(({ plan }) => readMarks(plan));
    const places = marked.flatMap(({ text, places }) =>
      places.map((place) => {
        return {
          ...place,
          shown: text.slice(place.start, place.end),
          before: text.slice(place.start - place.column + 1, place.start),
          isInFlow: openBrackets(text.slice(0, place.start)) > 0,
        };
      }),
    );

    test('cases with names of their own', () => {
      expect(accept).not.toEqual([]);
      const names = [...accept, ...reject].map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
    });

    test('a place in every case that is rejected, and one entry a place in its lists', () => {
      for (const [index, { name, severities, channels, dates }] of reject.entries()) {
        const count = marked[index]?.places.length ?? 0;
        expect(count, name).toBeGreaterThan(0);
        for (const list of [severities, channels, dates]) expect(list?.length ?? count, name).toBe(count);
      }
    });

    test('no place in a case that is accepted', () => {
      expect(accept.filter(({ plan }) => /[⟦⟧]/.test(plan))).toEqual([]);
    });

    test('two lines and two columns', () => {
      expect(new Set(places.map(({ line }) => line)).size).toBeGreaterThan(1);
      expect(new Set(places.map(({ column }) => column)).size).toBeGreaterThan(1);
    });

    test('a case with two findings', () => {
      const most = Math.max(...marked.map(({ places }) => places.length));
      if (ONE_FINDING_A_FILE.includes(rule.id)) expect(most).toBe(1);
      else expect(most).toBeGreaterThan(1);
    });

    test('an emoji of two UTF-16 units before a place on its line', () => {
      expect(places.some(({ before }) => /(?=\p{Emoji})[\u{10000}-\u{10ffff}]/u.test(before))).toBe(true);
    });

    test('flow style and block style', () => {
      const isBraced = ({ shown }: { shown: string }) => /^[[{]/.test(shown);
      expect(places.some((place) => place.isInFlow || isBraced(place))).toBe(true);
      expect(places.some((place) => !place.isInFlow && !isBraced(place))).toBe(true);
    });

    test('a place over several lines, if it has one in braces', () => {
      const pointsAtBraces = places.some(({ shown }) => /^[[{].*[\]}]$/s.test(shown));
      const pointsAtLines = places.some(({ line, endLine, shown }) => line < endLine && !/^[[{]/.test(shown));
      expect(pointsAtLines || !pointsAtBraces).toBe(true);
    });

    test('a place at an alias', () => {
      const isAtAlias = places.some(({ shown }) => shown.startsWith('*'));
      expect(isAtAlias).toBe(!AT_COMMENTS.includes(rule.id));
    });
  });
});

/** What a rule says about a plan, as `line:column-line:column severity`, and the channel and date where the case has them. */
function found(rule: RuleDescription, plan: Accept & Partial<Reject>, text: string): readonly string[] {
  const bytes = Buffer.from(text, plan.encoding ?? 'utf8');
  const terms = termsOf(rule, plan);
  const fitIn = plan.others && amongTexts(plan.others, terms);
  const { findings } = checkPlan(bytes, 'plan.yaml', terms, fitIn);
  const besides = findings.filter((finding) => finding.rule !== rule.id).map((finding) => finding.rule);
  const structural = RULE_NAMES.structural.filter((id) => besides.includes(id));
  expect(structural, 'the other structural rules that speak').toEqual(plan.besides ?? []);
  return findings
    .filter((finding) => finding.rule === rule.id)
    .map((finding) =>
      [
        rangeOfFinding(finding),
        finding.severity,
        plan.channels && finding.channel,
        plan.dates && finding.date,
      ].join(' '),
    );
}

function expected(rule: RuleDescription, { plan, severities, channels, dates }: Reject): readonly string[] {
  const own = rule.severityWhenReady ?? rule.severity;
  return readMarks(plan).places.map(({ line, column, endLine, endColumn }, index) =>
    [
      `${line}:${column}-${endLine}:${endColumn}`,
      severities?.[index] ?? own,
      channels?.[index],
      dates?.[index],
    ].join(' '),
  );
}

function termsOf({ severity }: RuleDescription, { ready, rules = {}, policy }: Accept): CheckTerms {
  return {
    ...DEFAULT_TERMS,
    ready: ready ?? severity === 'off',
    rules: new Map(Object.entries(rules)),
    policy: { ...NO_POLICY, ...policy },
  };
}

/** How many brackets are open at the end of a text, those in quotes and comments aside. */
function openBrackets(text: string): number {
  const bare = text.replace(/"[^"\n]*"|#.*$/gm, '');
  return bare.replace(/[^[{]/g, '').length - bare.replace(/[^\]}]/g, '').length;
}

function named<Case extends Accept>(cases: readonly Case[]): readonly (readonly [string, Case])[] {
  return cases.map((each) => [each.name, each] as const);
}
