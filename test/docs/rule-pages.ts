import { findingsInExample } from '../../src/check/check-example.ts';
import { RULE_DESCRIPTIONS } from '../../src/rules/index.ts';
import type { RuleDescription } from '../../src/rules/rule.ts';

function weightOf({ severity, severityWhenReady }: RuleDescription): string {
  return severityWhenReady === undefined ? severity : `${severity}, ${severityWhenReady} under \`--ready\``;
}

/** The rules in a table, each with a link to what explains it. */
export function ruleTable(): string {
  const rows = RULE_DESCRIPTIONS.map(
    (rule) => `| [\`${rule.id}\`](#${rule.id}) | ${weightOf(rule)} | ${rule.summary} |`,
  );
  return ['| rule | severity | speaks when |', '|---|---|---|', ...rows].join('\n');
}

/** What `cmplan explain` says of each rule. */
export function rulesPage(): string {
  return RULE_DESCRIPTIONS.map(pageOf).join('\n\n');
}

function pageOf(rule: RuleDescription): string {
  const { id, summary, when, why, before, good, bad } = rule;
  const found = findingsInExample(rule, 'bad').map(
    ({ line, column, severity, message }) => `${line}:${column} ${severity}: ${message}`,
  );
  return [
    `## ${id}`,
    `**${weightOf(rule)}**: ${summary}`,
    why.replaceAll('\n', ' '),
    `**When**: ${when.replaceAll('\n', ' ')}`,
    ...(before === undefined ? [] : [`Before both examples:\n\n\`\`\`yaml\n${before.trimEnd()}\n\`\`\``]),
    `Good:\n\n\`\`\`yaml\n${good.trimEnd()}\n\`\`\``,
    `Bad:\n\n\`\`\`yaml\n${bad.trimEnd()}\n\`\`\``,
    `\`\`\`text\n${found.join('\n')}\n\`\`\``,
  ].join('\n\n');
}
