import type { ChannelBalance } from '../../analysis/channel-balance.ts';
import { brief, counted } from '../../text/words.ts';
import type { TeamBalance } from '../../workspace/team-balances.ts';
import { figuresOf, signed } from '../figures.ts';
import { markdownTable, namesAndNumbers } from '../markdown-table.ts';
import { markdownText } from '../markdown-text.ts';
import { nextWords, periodName, spanOf, stateOf, stateWords, teamName, totalsOf } from './balance-wording.ts';

/** The most bytes of a report. The summary of a CI job may have 1 MiB, but other steps may write to it too. */
const MOST_BYTES = 800_000;
const MOST_ROWS = 500;

/**
 * Returns the report on the combined mix of each team's plans as Markdown, for a pull request. Shows the plans of each
 * channel, their combined mix, and what the next plan should contain. If there are several channels, a table with a row
 * for each comes first. Leaves out channels that would make the page too long, and says so.
 */
export function balanceMarkdown(teams: readonly TeamBalance[]): string {
  if (teams.length === 0) return '## cmplan balance\n\nThere was no plan to count.\n';
  const all = teams.flatMap((team) => team.channels.map((balance) => ({ team, balance })));
  const isOff = all.some(({ balance }) => balance.isOffTrack);
  const heading = `## ${isOff ? '⚠' : '✔'} cmplan balance: ${totalsOf(teams)}`;
  const blocks = [heading, ...(all.length === 1 ? [] : overviewOf(all))];
  let room = MOST_BYTES - Buffer.byteLength(blocks.join('\n\n'));
  let left = 0;
  for (const each of all) {
    const text = detailsOf(each, all.length > 1);
    const bytes = Buffer.byteLength(text) + 2;
    if (bytes > room) left++;
    else blocks.push(text);
    room -= bytes > room ? 0 : bytes;
  }
  if (left > 0) blocks.push(`Left out, because this page would be too long: ${counted(left, 'channel')}.`);
  return `${blocks.join('\n\n')}\n`;
}

/** A channel together with its team. */
interface Entry {
  readonly team: TeamBalance;
  readonly balance: ChannelBalance;
}

const MARKS = { off: '⚠', on: '✔', unknown: '·' } as const;

function overviewOf(all: readonly Entry[]): readonly string[] {
  const rows = all.slice(0, MOST_ROWS).map(({ team, balance }) => {
    const { channel, sum } = balance;
    const cells = [teamName(team), channel, sum.from, String(sum.counted), stateWords(balance)];
    return [MARKS[stateOf(balance) ?? 'unknown'], ...cells.map((cell) => markdownText(brief(cell)))];
  });
  const head = ['', 'team', 'channel', 'since', 'posts', ''];
  const table = markdownTable(head, rows, ['left', 'left', 'left', 'left', 'right', 'left']).join('\n');
  const more = all.length - rows.length;
  return more > 0 ? [table, `${counted(more, 'more channel')} not shown.`] : [table];
}

/** Returns the plans of a channel, their sum and the next plan; the plans are collapsed if there are other channels. */
function detailsOf({ team, balance }: Entry, isCollapsed: boolean): string {
  const next = nextWords(balance);
  const plans = planTable(balance);
  // Nothing from a plan may be in the line of the tags: Markdown is not read there, so it could not be escaped.
  const summary = `<details><summary>${counted(balance.plans.length, 'plan')}</summary>`;
  return [
    `### ${markdownText(brief(`${teamName(team)}, ${balance.channel}`))}`,
    markdownText(spanOf(balance)),
    ...(isCollapsed ? [summary, plans, '</details>'] : [plans]),
    mixTable(balance),
    `**${markdownText(stateWords(balance))}**${next === '' ? '' : `; ${markdownText(next)}`}`,
  ].join('\n\n');
}

/** A row for each plan: its posts, those of each category, and in brackets the variance of the plans up to it. */
function planTable({ plans, sum }: ChannelBalance): string {
  const head = ['', 'posts', ...sum.categories.map(({ category }) => markdownText(brief(category)))];
  const rows = plans.map(({ plan, counted: posts, categories }) => [
    periodName(plan),
    String(posts),
    ...categories.map(({ count, variance }) => `${count} (${signed(variance)})`),
  ]);
  return markdownTable(head, rows, namesAndNumbers(head.length)).join('\n');
}

function mixTable({ sum }: ChannelBalance): string {
  const rows = sum.categories.map((each) => {
    const { count, share, target, variance } = figuresOf(each);
    return [brief(each.category), count, share, target, variance].map(markdownText);
  });
  const head = ['category', 'posts', 'share', 'target', 'variance'];
  return markdownTable(head, rows, namesAndNumbers(head.length)).join('\n');
}
