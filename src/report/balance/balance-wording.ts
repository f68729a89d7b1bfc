import type { ChannelBalance } from '../../analysis/channel-balance.ts';
import type { Dates } from '../../analysis/spans.ts';
import {
  DAYS_IN_WEEK,
  type Day,
  dayCount,
  daysInMonthOf,
  spokenDay,
  weekdayOf,
  weekOf,
} from '../../dates.ts';
import { ALL_PLANS, type MixOver } from '../../policy/targets.ts';
import { brief, counted, listed } from '../../text/words.ts';
import type { TeamBalance } from '../../workspace/team-balances.ts';
import { shortfalls } from '../over-time.ts';

/**
 * Returns the name of a team for human-readable reports: the folder of its plans, or `this folder` for the working
 * directory.
 */
export function teamName({ folder }: Pick<TeamBalance, 'folder'>): string {
  return folder === '.' ? 'this folder' : folder;
}

/**
 * Returns a short name for the period of a plan: `2026-W48` for an ISO week, `2026-11` for a month, and otherwise its
 * first and last day, such as `2026-11-01..2026-11-10`, or its only day.
 */
export function periodName({ from, to }: Dates): string {
  if (isWeek({ from, to })) return weekOf(from);
  if (isMonth({ from, to })) return from.slice(0, 'YYYY-MM'.length);
  return from === to ? from : `${from}..${to}`;
}

/**
 * Returns in words which plans of a channel are counted together, and the number of their posts that count: `12 plans
 * of a quarter, Mon 28 Sep to Sun 20 Dec 2026: 60 posts`.
 */
export function spanOf({ mixOver, plans, sum }: ChannelBalance): string {
  const last = plans.at(-1)?.plan.to ?? sum.from;
  const firstYear = sum.from.slice(0, 4) === last.slice(0, 4) ? '' : ` ${sum.from.slice(0, 4)}`;
  const days = `${spokenDay(sum.from)}${firstYear} to ${spokenDay(last)} ${last.slice(0, 4)}`;
  return `${counted(plans.length, 'plan')}${kindOf(mixOver, sum.from)}, ${days}: ${counted(sum.counted, 'post')}`;
}

function kindOf(mixOver: MixOver | null, from: Day): string {
  if (mixOver === null || mixOver === 'none') return ' by itself';
  if ('unit' in mixOver) return ` of a ${mixOver.unit}`;
  if (mixOver.since === ALL_PLANS.since) return ' in all';
  return from < mixOver.since ? ` by itself, before ${mixOver.since}` : ` since ${mixOver.since}`;
}

/**
 * Returns in words what the next plan should contain, compared with a plan that has no imbalance to make up for: `next
 * week (5 posts): 3 functional instead of 2`. If nothing can be said about the next plan, returns the reason or, if
 * there is only one plan, an empty text.
 */
export function nextWords({ mixOver, plans, next }: ChannelBalance): string {
  const last = plans.at(-1);
  if (last === undefined) return '';
  const noun = nounOf(last.plan);
  if (next !== null) {
    const ordinary = next.ordinary();
    const changed = [...next.counts].filter(([category, count]) => ordinary.get(category) !== count);
    const words = changed.map(
      ([category, count]) => `${count} ${brief(category)} instead of ${ordinary.get(category) ?? 0}`,
    );
    const asEver = [...next.counts].map(([category, count]) => `${count} ${brief(category)}`);
    const posts = `next ${noun} (${counted(next.posts, 'post')})`;
    return words.length > 0 ? `${posts}: ${words.join(', ')}` : `${posts}: ${listed(asEver, 'and')}, as ever`;
  }
  if (plans.length === 1) return '';
  if (last.counted === 0) return `nothing to say of the next ${noun}: this one has no posts that count`;
  const unit = mixOver !== null && mixOver !== 'none' && 'unit' in mixOver ? mixOver.unit : 'span';
  return `the next ${noun} belongs to another ${unit}`;
}

function nounOf({ from, to }: Dates): string {
  if (isWeek({ from, to })) return 'week';
  return isMonth({ from, to }) ? 'month' : 'plan';
}

function isMonth({ from, to }: Dates): boolean {
  return from.endsWith('-01') && dayCount(from, to) === daysInMonthOf(from);
}

function isWeek({ from, to }: Dates): boolean {
  return weekdayOf(from) === 'mon' && dayCount(from, to) === DAYS_IN_WEEK;
}

/**
 * Returns `off` if the combined mix of a channel's plans is off track, and otherwise `on`; but `null` if it is not off
 * track and fewer than two plans have posts that count.
 */
export function stateOf({ plans, isOffTrack }: ChannelBalance): 'off' | 'on' | null {
  if (isOffTrack) return 'off';
  return plans.filter(({ counted: posts }) => posts > 0).length < 2 ? null : 'on';
}

/**
 * Returns in words how the combined mix of a channel's plans compares with its targets: `6 branded too many, 9
 * functional short`, `on track`, or `only one plan`.
 */
export function stateWords(balance: ChannelBalance): string {
  const { plans, sum, isOffTrack } = balance;
  if (stateOf(balance) === null) {
    if (sum.counted === 0) return 'no posts that count';
    return plans.length === 1 ? 'only one plan' : 'only one plan with posts';
  }
  const state = shortfalls(sum, brief);
  return sum.off.length > 0 && !isOffTrack ? `${state}, because of a hold` : state;
}

/**
 * Returns in words the number of channels, and how many of them are off track: `2 channels, 1 off track`. If there are
 * several teams, their number comes first: `2 teams, 4 channels, none off track`.
 */
export function totalsOf(teams: readonly TeamBalance[]): string {
  const channels = teams.flatMap((team) => team.channels);
  const off = channels.filter(({ isOffTrack }) => isOffTrack).length;
  const all = counted(channels.length, 'channel');
  const prefix = teams.length > 1 ? `${counted(teams.length, 'team')}, ${all}` : all;
  return `${prefix}, ${off === 0 ? 'none' : off} off track`;
}
