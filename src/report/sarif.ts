import type { CheckedFile } from '../findings/checked-file.ts';
import { type Severity, sentenceOf } from '../findings/finding.ts';
import { RULE_DESCRIPTIONS } from '../rules/index.ts';
import { pageOfRule, type RuleDescription } from '../rules/rule.ts';
import { visible } from '../text/escape.ts';
import { VERSION } from '../version.ts';
import { type TracedFinding, traced } from './fingerprint.ts';
import type { ReportView } from './formatter.ts';
import { jsonPieces } from './json-pieces.ts';
import { markdownText } from './markdown-text.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/**
 * Returns a SARIF 2.1.0 log in pieces, for code scanning on GitHub and for editors. The log contains all findings, and
 * a description of every rule.
 */
export function sarif(files: readonly CheckedFile[], { inRepository }: ReportView): Iterable<string> {
  return jsonPieces({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cmplan', version: VERSION, rules: RULE_DESCRIPTIONS.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: resultsOf(traced(files, inRepository)),
      },
    ],
  });
}

function ruleOf({
  id,
  severity,
  severityWhenReady = 'error',
  summary,
  when,
  why,
  good,
  bad,
}: RuleDescription) {
  const condition = when.replaceAll('\n', ' ');
  const reason = `${why} ${when}`.replaceAll('\n', ' ');
  const enabled = severity !== 'off';
  const more = `cmplan explain ${id}`;
  const fenced = (plan: string) => `\`\`\`yaml\n${plan.trimEnd()}\n\`\`\``;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: condition },
    helpUri: pageOfRule(id),
    help: {
      text: `${reason}\n\nGood:\n\n${good.trimEnd()}\n\nBad:\n\n${bad.trimEnd()}\n\n${more} shows what is found in the bad one.`,
      markdown: `${markdownText(reason)}\n\nGood:\n\n${fenced(good)}\n\nBad:\n\n${fenced(bad)}\n\n\`${more}\` shows what is found in the bad one.`,
    },
    defaultConfiguration: { enabled, level: LEVELS[enabled ? severity : severityWhenReady] },
  };
}

const RULE_INDEXES = new Map(RULE_DESCRIPTIONS.map(({ id }, index) => [id, index]));

/**
 * Yields the findings as results. GitHub tells results apart by rule and line, and would show only the first of several
 * on one line. So each of the others gets a hash of its own; the first gets none, because GitHub warns about every
 * result with a hash.
 */
function* resultsOf(findings: Iterable<TracedFinding>) {
  const lines = new Set<string>();
  for (const each of findings) {
    const line = JSON.stringify([each.path, each.finding.rule, each.finding.line]);
    const isFirst = !lines.has(line);
    lines.add(line);
    yield resultOf(each, isFirst ? {} : { primaryLocationLineHash: each.fingerprint });
  }
}

function resultOf(
  { finding, path, fingerprint }: TracedFinding,
  ownHash: { readonly primaryLocationLineHash?: string },
) {
  const { rule, severity, line, column, endLine, endColumn } = finding;
  return {
    ruleId: rule,
    ruleIndex: RULE_INDEXES.get(rule) ?? -1,
    level: LEVELS[severity],
    message: { text: withoutLinks(visible(sentenceOf(finding))) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locationOf(path),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { ...ownHash, 'cmplanFinding/v1': fingerprint },
  };
}

/** Escapes `](`, so that `[text](target)` does not become a link. The brackets themselves may already be escaped. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '\\](');
}

function locationOf(path: string) {
  return { uri: path.split('/').map(inUri).join('/'), uriBaseId: '%SRCROOT%' };
}

/** Escapes a part of a path for a URI. Half of a surrogate pair, which a URI cannot contain, becomes U+FFFD. */
function inUri(part: string): string {
  return encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}
