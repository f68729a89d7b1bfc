import type { ChannelBalance } from '../analysis/channel-balance.ts';
import { areInOneSpan, type Dates } from '../analysis/spans.ts';
import type { Team, TeamPlan } from '../analysis/team.ts';
import type { CheckTerms } from '../check/check-plan.ts';
import { type Uncounted, whyUncounted } from '../check/uncounted.ts';
import { byText, counted, firstOf, listedNames, quoted } from '../text/words.ts';
import type { Sentence } from '../yaml/places.ts';
import { MOST_BYTES } from '../yaml/source.ts';
import { nameFrom, readUpTo, whyNot } from './files.ts';
import type { OpenTeam } from './team-plans.ts';

/** A team whose plans are counted in this run. */
export interface AskedTeam {
  readonly open: OpenTeam;
  readonly terms: CheckTerms;
  /** The absolute paths of those files of the team to which arguments of the command line lead. */
  readonly asked: Set<string>;
  /** For each file in `asked` that does not count, by its absolute path, the reason. */
  readonly uncounted: Map<string, Uncounted>;
}

/** The most plans of a team that are named when they are left out. */
const MOST_NAMED = 20;

/**
 * Returns a sentence for each plan of a team that should count in one of `balances` but does not, with the reason. A
 * plan should count if it belongs to the same month, quarter or other span (`mix_over`), if it is newer and the user
 * asked for it, or if its dates cannot be read. At most 20 plans are named.
 *
 * @param team - the plans that may count
 * @param cwd - the absolute path of the working directory
 */
export function leftOutOf(
  { open, terms, asked, uncounted }: AskedTeam,
  team: Team,
  balances: readonly ChannelBalance[],
  cwd: string,
): readonly Sentence[] {
  const told: [name: string, sentence: Sentence][] = [];
  const tell = (name: string, sentence: Sentence | null) => {
    if (sentence !== null) told.push([name, sentence]);
  };
  const mayCount = new Set(team.plans);
  const whyOf = (file: string) => uncounted.get(file) ?? readAgain(file, terms);
  for (const [file, plan] of open.members) {
    if (!mayCount.has(plan) || !shouldCount(plan, asked.has(file), balances)) continue;
    tell(plan.name, plan.channels() === null ? sayWhy(plan.name, whyOf(file)) : sayWhyApart(plan, team));
    const spanless = balances.filter(({ mixOver, plans }) => mixOver === null && plans.at(-1)?.plan === plan);
    tell(plan.name, sayIsSpanless(plan.name, spanless));
  }
  // Nothing is known of when these are for.
  for (const file of open.others) {
    const name = nameFrom(cwd, file);
    if (uncounted.has(file) || !asked.has(file)) tell(name, sayWhy(name, whyOf(file)));
  }
  const sentences = told.sort(([a], [b]) => byText(a, b)).map(([, sentence]) => sentence);
  return firstOf(sentences, MOST_NAMED, tellLeft);
}

/**
 * Returns a sentence for each earlier plan of a team that should be counted together with a new plan but is not, with
 * the reason. Plans whose dates cannot be read are included. At most 20 plans are named.
 *
 * @param file - the absolute path of the new plan
 * @param shouldCount - whether a plan with these dates should be counted together with the new plan
 * @param cwd - the absolute path of the working directory
 */
export function leftOutBefore(
  open: OpenTeam,
  file: string,
  terms: CheckTerms,
  shouldCount: (dates: Dates) => boolean,
  cwd: string,
): readonly Sentence[] {
  const { team } = open;
  const told = [...open.members].flatMap(([each, plan]) => {
    if (each === file || !shouldCount(plan)) return [];
    const isRead = plan.channels() !== null;
    return (isRead ? sayWhyApart(plan, team) : sayWhy(plan.name, readAgain(each, terms))) ?? [];
  });
  const unknown = open.others.flatMap((each) => {
    return each === file ? [] : (sayWhy(nameFrom(cwd, each), readAgain(each, terms)) ?? []);
  });
  return firstOf([...told, ...unknown], MOST_NAMED, tellLeft);
}

/** Whether a plan belongs to the span of a balance and is not newer than it, or is newer and was asked for. */
function shouldCount(plan: TeamPlan, isAsked: boolean, balances: readonly ChannelBalance[]): boolean {
  if (balances.length === 0) return isAsked;
  return balances.some(({ mixOver, plans }) => {
    const last = plans.at(-1)?.plan ?? plan;
    if (plan.from > last.from) return isAsked;
    return plan === last || (mixOver !== null && areInOneSpan(plan, last, mixOver));
  });
}

function tellLeft(left: number): string {
  return `${counted(left, 'more plan')} of the same folder left out`;
}

/** Reads a plan that cannot be counted once more, and returns why; null if it is no plan. */
function readAgain(file: string, terms: CheckTerms): Uncounted | null {
  try {
    return whyUncounted(readUpTo(file, MOST_BYTES, false), terms, false);
  } catch (error) {
    return { place: null, why: `it ${whyNot(error, file)}` };
  }
}

function sayWhy(name: string, uncounted: Uncounted | null): Sentence | null {
  if (uncounted === null) return null;
  const { place, why } = uncounted;
  return place === null
    ? `${quoted(name)} is left out: ${why}`
    : { file: name, ...place, message: `left out, because it cannot be read: ${why}` };
}

/** Returns why a plan that can be read does not count, or not on all of its channels; null if it counts. */
function sayWhyApart(plan: TeamPlan, team: Team): Sentence | null {
  const left = `${quoted(plan.name)} is left out`;
  if (team.isOutside(plan)) {
    const [first = '', ...others] = team.overlapsOf(plan);
    const have = others.length === 0 ? 'has' : `and ${counted(others.length, 'more plan')} have`;
    return `${left}: ${quoted(first)} ${have} posts on a day and channel of it already`;
  }
  const channels = [...(plan.channels() ?? [])]
    .filter(([, { counts }]) => counts === null)
    .map(([name]) => name);
  return channels.length === 0
    ? null
    : `${left} on ${listedNames(channels, 'and')}: its mix or its tolerance is invalid there; cmplan check says what to write`;
}

function sayIsSpanless(name: string, balances: readonly ChannelBalance[]): Sentence | null {
  const channels = balances.map(({ channel }) => channel);
  return channels.length === 0
    ? null
    : `${quoted(name)} is counted by itself on ${listedNames(channels, 'and')}: its mix_over is invalid there; cmplan check says what to write`;
}
