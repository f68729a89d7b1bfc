import { spokenDay } from '../../dates.ts';
import type { ComparedPost } from '../../drift/drift-model.ts';
import { markdownTable, namesAndNumbers } from '../markdown-table.ts';
import { markdownText } from '../markdown-text.ts';
import { period } from '../pretty/period-line.ts';
import type { DriftResult } from './drift-report.ts';
import { firstStoryOf, firstToTell, headOfFirst, heldSentence, momentOf } from './held-wording.ts';
import { type Budget, budgetOf } from './mix-budget.ts';
import { linesOf, skippedRuns } from './skipped.ts';
import { driftSentence, shownSide, storyOf, toldByDay, VERDICT_WORDS } from './wording.ts';

/**
 * Returns the report on a comparison as Markdown: the posts that must not go out, a table of the mix for each channel,
 * the posts that differ on each day, all skipped lines, and the result in one sentence. Unlike the terminal report, it
 * does not say which days the schedule covers.
 */
export function driftMarkdown(result: DriftResult): string {
  const { plan, schedule, channels, skipped } = result;
  const held = heldSentence(result);
  const blocks = [
    [`## ${markdownText(plan)} against ${markdownText(schedule)}`],
    [markdownText(period(result.period))],
    ...firstBlocks(result),
    ...channels.flatMap((channel) => {
      const budget = budgetOf(channel);
      return budget === null ? [] : [tableOf(budget)];
    }),
    ...[...toldByDay(result)].map(([date, posts]) => [
      `**${markdownText(spokenDay(date))}**`,
      '',
      ...posts.map((post) => itemOf(post, channels.length > 1)),
    ]),
    ...(skipped.length === 0
      ? []
      : [
          [
            `Skipped in ${markdownText(schedule)}:`,
            '',
            ...skippedRuns(skipped).map((run) => `- ${linesOf(run)}: ${markdownText(run.reason)}`),
          ],
        ]),
    ...(held === null ? [] : [[`**${markdownText(held)}**`]]),
    [markdownText(driftSentence(result))],
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** Returns the blocks about the posts in `firstToTell`, which come before everything else; empty if there are none. */
function firstBlocks(result: DriftResult): readonly (readonly string[])[] {
  const first = firstToTell(result);
  if (first.length === 0) return [];
  const items = first.map((post) => {
    const when = post.scheduled === null ? '' : `${markdownText(momentOf(post.scheduled))} `;
    const story = markdownText(firstStoryOf(post, result));
    return `- ${when}**${VERDICT_WORDS[post.verdict]}** ${story}`;
  });
  return [[`**${markdownText(headOfFirst(result))}**`, '', ...items]];
}

function tableOf({ head, rows }: Budget): readonly string[] {
  const cells = rows.map((row) => row.map(markdownText));
  return markdownTable(head.map(markdownText), cells, namesAndNumbers(head.length));
}

function itemOf(post: ComparedPost, namesChannel: boolean): string {
  const { time } = shownSide(post);
  return `- ${time === null ? '' : `${time} `}**${VERDICT_WORDS[post.verdict]}** ${markdownText(storyOf(post, namesChannel))}`;
}
