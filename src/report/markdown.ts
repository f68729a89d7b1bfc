import { type CheckedFile, countSeverities } from '../findings/checked-file.ts';
import { type Finding, sentenceOf } from '../findings/finding.ts';
import { counted } from '../text/words.ts';
import { printed, type Sentence } from '../yaml/places.ts';
import { channelTables } from './markdown-channel.ts';
import { markdownTable } from './markdown-table.ts';
import { markdownText } from './markdown-text.ts';
import { period } from './pretty/period-line.ts';
import { findingTotal, postTotals, severityTotals } from './totals.ts';
import { byUrgency } from './urgency.ts';

/** The most bytes of a report. The summary of a CI job may have 1 MiB, but other steps may write to it too. */
const MOST_BYTES = 800_000;
const MOST_FINDINGS = 50;
const MOST_CHANNELS = 20;

/**
 * Returns the report on a check as Markdown, for a pull request or the summary of a CI job. Shows the mix, the days and
 * the findings of each plan with findings, and one line for each other plan. Leaves out plans that would make the page
 * too long, and says so.
 */
export function markdown(files: readonly CheckedFile[]): string {
  if (files.length === 0) return '## cmplan\n\nThere was no plan to check.\n';
  const inOrder = byUrgency(files);
  const bad = fitting(
    inOrder.filter(({ findings }) => findings.length > 0),
    blockOf,
    MOST_BYTES,
  );
  const good = fitting(
    inOrder.filter(({ findings }) => findings.length === 0),
    lineOf,
    bad.room,
  );
  const blocks = [
    headingOf(files),
    ...bad.shown,
    ...(good.shown.length === 0 ? [] : [folded(good.shown)]),
    ...sayLeftOut(bad.left, good.left),
    ...readOn(files),
  ];
  return `${blocks.join('\n\n')}\n`;
}

interface Fitting {
  readonly shown: readonly string[];
  /** The number of files that are left out because there is no room for them. */
  readonly left: number;
  /** The number of bytes that are still free. */
  readonly room: number;
}

/**
 * The most lines that are shown at once. If there are more, they are collapsed, so that they do not hide what is wrong.
 */
const MOST_LINES = 10;

/** Joins the lines about plans that have no findings to show. If there are more than 10, they are collapsed. */
function folded(lines: readonly string[]): string {
  if (lines.length <= MOST_LINES) return lines.join('\n');
  const summary = `<summary>${counted(lines.length, 'plan')} without findings to show</summary>`;
  return `<details>${summary}\n\n${lines.join('\n')}\n\n</details>`;
}

/**
 * Returns the texts about those files that fit into the room, in bytes. A text that does not fit is left out, but a
 * shorter one after it may still fit.
 */
function fitting(
  files: readonly CheckedFile[],
  say: (checked: CheckedFile) => string,
  room: number,
): Fitting {
  const shown: string[] = [];
  let rest = room;
  for (const checked of files) {
    const text = say(checked);
    const bytes = Buffer.byteLength(text) + 2;
    if (bytes > rest) continue;
    rest -= bytes;
    shown.push(text);
  }
  return { shown, left: files.length - shown.length, room: rest };
}

function headingOf(files: readonly CheckedFile[]): string {
  const counts = countSeverities(files);
  const plans = counted(files.length, 'plan');
  if (findingTotal(counts) === 0) return `## ✔ cmplan: ${plans}, no findings`;
  return `## ${counts.error > 0 ? '✖' : '⚠'} cmplan: ${plans}, ${severityTotals(counts)}`;
}

function blockOf({ file, plan, findings }: CheckedFile): string {
  const shown = plan?.channels.slice(0, MOST_CHANNELS) ?? [];
  const others = (plan?.channels.length ?? 0) - shown.length;
  const blocks = [
    `### ${markdownText(file)}`,
    ...(plan === null ? [] : [`${markdownText(period(plan))}: ${postTotals(plan)}`]),
    ...shown.flatMap((channel) => (plan === null ? [] : channelTables(channel, plan.daysOnHold))),
    ...(others > 0 ? [`${counted(others, 'more channel')} not shown; \`cmplan check\` shows all.`] : []),
    '#### Findings',
    findingTable(findings),
    ...(findings.length > MOST_FINDINGS
      ? [`${counted(findings.length - MOST_FINDINGS, 'more finding')} not shown; \`cmplan check\` shows all.`]
      : []),
  ];
  return blocks.join('\n\n');
}

function findingTable(findings: readonly Finding[]): string {
  const rows = weightiest(findings).map((finding) => [
    String(finding.line),
    finding.severity,
    markdownText(sentenceOf(finding)),
    finding.rule,
  ]);
  const head = ['line', 'severity', 'finding', 'rule'];
  return markdownTable(head, rows, ['right', 'left', 'left', 'left']).join('\n');
}

const RANKS = { error: 0, warning: 1, info: 2 } as const;

/**
 * Returns the findings to show, in the order of the file. If there are more than 50, those with the highest severity
 * are chosen.
 */
function weightiest(findings: readonly Finding[]): readonly Finding[] {
  const byWeight = [...findings].sort((a, b) => RANKS[a.severity] - RANKS[b.severity]);
  const kept = new Set(byWeight.slice(0, MOST_FINDINGS));
  return findings.filter((finding) => kept.has(finding));
}

/**
 * Returns the line about a plan that has no findings to show. In a quiet report it counts the findings that are not
 * shown.
 */
function lineOf({ file, plan, counts }: CheckedFile): string {
  const isQuiet = findingTotal(counts) > 0;
  const numbers = isQuiet ? `${severityTotals(counts)} not shown` : plan === null ? '' : postTotals(plan);
  return `- ${isQuiet ? '⚠' : '✔'} ${markdownText(file)}${numbers === '' ? '' : `: ${numbers}`}`;
}

function sayLeftOut(bad: number, good: number): readonly string[] {
  const parts = [
    ...(bad > 0 ? [`${counted(bad, 'plan')} with findings`] : []),
    ...(good > 0 ? [`${counted(good, 'plan')} without`] : []),
  ];
  if (parts.length === 0) return [];
  return [
    `Left out, because this page would be too long: ${parts.join(' and ')}; \`cmplan check\` shows all.`,
  ];
}

/** Returns a line with the commands that explain the rules with findings; empty if there are no findings. */
function readOn(files: readonly CheckedFile[]): readonly string[] {
  const rules = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  if (rules.size === 0) return [];
  const commands = Array.from(rules, (rule) => `\`cmplan explain ${rule}\``);
  return [`Why, with good and bad examples: ${commands.join(', ')}`];
}

/**
 * Returns Markdown for the summary of a CI job that says why a check could not be done.
 *
 * @param sentences - a sentence for each reason
 */
export function markdownFailures(sentences: readonly Sentence[]): string {
  return `## ✖ cmplan failed\n\n${sentences.map((each) => `- ${markdownText(printed(each))}\n`).join('')}`;
}
