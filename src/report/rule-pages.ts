import { Chalk } from 'chalk';
import type { Finding } from '../findings/finding.ts';
import { pageOfRule, type RuleDescription } from '../rules/rule.ts';
import { visible } from '../text/escape.ts';
import type { View } from './formatter.ts';
import { padEnd, widest, wrapped } from './pretty/layout.ts';

const GAP = '  ';

/** Returns the list of rules as text for a terminal: the id, the severity and the summary of each. */
export function ruleList(rules: readonly RuleDescription[], { columns, colorLevel }: View): string {
  const chalk = new Chalk({ level: colorLevel });
  const nameWidth = widest(rules.map(({ id }) => id));
  const weightWidth = widest(rules.map(({ severity }) => severity));
  const margin = nameWidth + weightWidth + 2 * GAP.length;
  return rules
    .flatMap(({ id, severity, summary, severityWhenReady }) => {
      const text =
        severityWhenReady === undefined ? summary : `${summary} (${severityWhenReady} under --ready)`;
      const [first = '', ...rest] = wrapped(text, columns - margin);
      const head = [chalk.bold(padEnd(id, nameWidth)), padEnd(severity, weightWidth), first].join(GAP);
      return [head, ...rest.map((line) => ' '.repeat(margin) + line)];
    })
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * Returns the page about one rule as text for a terminal: what the rule reports, why and when, and a good and a bad
 * example.
 *
 * @param findings - the findings of the rule in its bad example
 */
export function rulePage(rule: RuleDescription, findings: readonly Finding[], view: View): string {
  const chalk = new Chalk({ level: view.colorLevel });
  const { id, severity, severityWhenReady, summary, when, why, before, good, bad } = rule;
  const ready = severityWhenReady === undefined ? '' : `, ${severityWhenReady} under --ready`;
  const inset = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`);
  const found = findings.flatMap(({ line, column, severity: weight, message }) =>
    wrapped(`${line}:${column} ${weight}: ${visible(message)}`, view.columns - GAP.length),
  );
  const lines = [
    `${chalk.bold(id)} (${severity}${ready})`,
    ...wrapped(summary, view.columns),
    '',
    ...wrapped(why.replaceAll('\n', ' '), view.columns),
    '',
    ...wrapped(`When: ${when.replaceAll('\n', ' ')}`, view.columns),
    '',
    ...(before === undefined ? [] : ['Before both examples:', '', ...inset(before), '']),
    chalk.green('Good:'),
    '',
    ...inset(good),
    '',
    chalk.red('Bad:'),
    '',
    ...inset(bad),
    '',
    ...found.map((line) => GAP + line),
    '',
    pageOfRule(id),
  ];
  return `${lines.join('\n')}\n`;
}
