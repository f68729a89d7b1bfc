import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { sarif as sarifPieces } from '../../src/report/sarif.ts';
import { RULE_DESCRIPTIONS } from '../../src/rules/index.ts';
import { checkText } from '../plans.ts';
import { HOSTILE, HOSTILE_FILES, planSaying } from './hostile.ts';
import { VIEW, viewFrom } from './view.ts';
import { whole } from './whole.ts';

const sarif = whole(sarifPieces);

const text = z.strictObject({ text: z.string().min(1).max(1024) });
const level = z.enum(['error', 'warning', 'note']);
const number = z.int().min(1);

/** A reference to a file below the root of the repository, as RFC 3986 has it; or a whole address. */
const URI = /^(?:file:\/\/)?(?:[\w.~!'()*/-]|%[0-9A-F]{2})+$/;

/** The part of SARIF 2.1.0 that cmplan uses, with what GitHub asks for beyond the standard. */
const LOG = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.literal('cmplan'),
          version: z.literal(packageJson.version),
          rules: z.array(
            z.strictObject({
              id: z.string().regex(/^[a-z-]+$/),
              shortDescription: text,
              fullDescription: text,
              helpUri: z
                .string()
                .regex(/^https:\/\/github\.com\/cmplan\/cmplan\/blob\/main\/docs\/rules\.md#[a-z-]+$/),
              help: z.strictObject({ text: z.string(), markdown: z.string() }),
              defaultConfiguration: z.strictObject({ enabled: z.boolean(), level }),
            }),
          ),
        }),
      }),
      columnKind: z.literal('utf16CodeUnits'),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level,
          message: z.strictObject({ text: z.string().min(1) }),
          locations: z.tuple([
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({
                  uri: z.string().regex(URI),
                  uriBaseId: z.literal('%SRCROOT%').optional(),
                }),
                region: z.strictObject({
                  startLine: number,
                  startColumn: number,
                  endLine: number,
                  endColumn: number,
                }),
              }),
            }),
          ]),
          partialFingerprints: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
        }),
      ),
    }),
  ]),
});

const runOf = (report: string) => LOG.parse(JSON.parse(report)).runs[0];

test('every rule stands in it, be there findings or not', () => {
  const { tool, results } = runOf(sarif([], VIEW));
  expect(results).toEqual([]);
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(RULE_DESCRIPTIONS.map(({ id }) => id));
  const mix = tool.driver.rules.find(({ id }) => id === 'mix');
  const { summary, good, bad } = RULE_DESCRIPTIONS.find(({ id }) => id === 'mix')!;
  expect(mix?.shortDescription.text).toBe(summary);
  for (const help of Object.values(mix!.help)) {
    expect(help).toContain(good);
    expect(help).toContain(bad);
    expect(help).toContain('cmplan explain mix');
  }
  expect(mix?.help.markdown).toContain(`\n\n\`\`\`yaml\n${bad}\`\`\`\n\n`);
});

test('a rule has the level that it has by default, and is off where it is', () => {
  const { rules } = runOf(sarif([], VIEW)).tool.driver;
  const configured = (id: string) => rules.find((rule) => rule.id === id)?.defaultConfiguration;
  expect(configured('mix')).toEqual({ enabled: true, level: 'warning' });
  expect(configured('streak')).toEqual({ enabled: true, level: 'note' });
  expect(configured('hold')).toEqual({ enabled: true, level: 'error' });
  expect(configured('open-slot')).toEqual({ enabled: false, level: 'error' });
});

test('each finding is a result', () => {
  const checked = checkText('week: 2026-W48\nposts:\n  mon:\n    - { titel: Кава }\n', '../my plans/w.yaml');
  const { results } = runOf(sarif([checked], viewFrom('content/a/')));
  expect(results).toHaveLength(checked.findings.length);
  const index = checked.findings.findIndex(({ rule }) => rule === 'schema');
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(results[index]).toEqual({
    ruleId: 'schema',
    ruleIndex: 1,
    level: 'error',
    message: { text: '"titel" is not a key of a post; did you mean "title"?' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'content/my%20plans/w.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 4, startColumn: 9, endLine: 4, endColumn: 14 },
        },
      },
    ],
    partialFingerprints: { 'cmplanFinding/v1': hash },
  });
});

test('of several results of a rule on one line all but the first say which they are', () => {
  const posts = 'mon: [{ channels: [a, b], category: branded }, { channels: [a, b], category: branded }]';
  const plan = `week: 2026-W48\nchannels: [a, b]\ntargets: { posts_per_day: 0-9 }\nposts:\n  ${posts}\n`;
  const { results } = runOf(sarif([checkText(plan)], VIEW));
  expect(results.map(({ ruleId }) => ruleId)).toEqual(['mix', 'mix']);
  const [first, second] = results.map(({ partialFingerprints }) => partialFingerprints);
  expect(first).not.toHaveProperty('primaryLocationLineHash');
  expect(second?.primaryLocationLineHash).toBe(second?.['cmplanFinding/v1']);
  expect(second?.['cmplanFinding/v1']).not.toBe(first?.['cmplanFinding/v1']);
});

test('the level of a result is that of its finding', () => {
  const checked = planSaying('x');
  const { results, tool } = runOf(sarif([checked], VIEW));
  const levels = { error: 'error', warning: 'warning', info: 'note' };
  expect(results.map((result) => result.level)).toEqual(
    checked.findings.map(({ severity }) => levels[severity]),
  );
  expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(
    checked.findings.map(({ rule }) => rule),
  );
});

describe('whatever a plan says, it is what SARIF allows', () => {
  test.each(HOSTILE)('%j', (said) => {
    const checked = planSaying(said);
    const { results } = runOf(sarif([checked], VIEW));
    expect(results).toHaveLength(checked.findings.length);
    for (const { message } of results) expect(message.text).not.toMatch(/[\x00-\x1f\u202e\ufffe]|[^\\]\]\(/);
  });

  test.each(HOSTILE_FILES)('in the file %j', (file) => {
    for (const { locations } of runOf(sarif([planSaying('x', file)], VIEW)).results) {
      const { uri, uriBaseId } = locations[0].physicalLocation.artifactLocation;
      const base = 'file:///repository/a/b/c/';
      if (uriBaseId !== undefined) expect(new URL(uri, base).href).toMatch(/^file:\/\/\/repository\//);
      if (/^[^/\ud800-\udfff]+$/u.test(file)) expect(decodeURIComponent(uri)).toBe(file);
    }
  });
});
