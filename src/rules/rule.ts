import type { Analysis, ChannelPosts } from '../analysis/analyse.ts';
import type { OverTime } from '../analysis/team.ts';
import type { DayAnalysis } from '../analysis/verdict.ts';
import type { Day } from '../dates.ts';
import type { Severity } from '../findings/finding.ts';
import { type Channel, goesOut, type Plan, type Post } from '../plan/plan.ts';
import { CONFIG_NAME } from '../policy/policy.ts';
import { DEFAULT_TARGETS, type Targets } from '../policy/targets.ts';
import type { Place } from '../yaml/node.ts';

/** The description of a rule, for docs/rules.md and `cmplan explain`. Tests check that its examples are right. */
export interface RuleDescription {
  readonly id: string;
  /**
   * The severity unless the team sets another; `off` if the rule does not run by default. A single report of the rule
   * can have a different severity.
   */
  readonly severity: Severity | 'off';
  /** The severity under `--ready` unless the team sets another; left out if it is the same as `severity`. */
  readonly severityWhenReady?: Severity;
  /** What the rule reports, in one line. */
  readonly summary: string;
  /** Exactly when the rule reports something, and when that is an error, a warning or an info. */
  readonly when: string;
  /** Why a community manager should care. */
  readonly why: string;
  /** A plan in which the rule finds nothing. */
  readonly good: string;
  /** A plan in which the rule finds something. */
  readonly bad: string;
  /** Another plan of the team, which comes before both examples; left out if the rule looks at one plan alone. */
  readonly before?: string;
}

/** Returns the address of the web page about the rule with the id `id`. */
export function pageOfRule(id: string): string {
  return `https://github.com/cmplan/cmplan/blob/main/docs/rules.md#${id}`;
}

/** One problem or remark that a rule reports about a plan, and its place in the plan. */
export interface RuleReport {
  readonly place: Place;
  readonly message: string;
  /**
   * The severity of this report, if it differs from the severity of the rule. If the team has set a severity for the
   * rule, that one applies instead, except to an info.
   */
  readonly severity?: Severity;
  /**
   * The severity of this report under `--ready`, if it differs from `severity`. If the team has set a severity for the
   * rule, that one applies instead.
   */
  readonly severityWhenReady?: Severity;
  readonly channel?: string;
  /** The day that the report is about; `null` or left out if the report is not about a single day. */
  readonly date?: Day | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A rule that checks the contents of a plan. The plan must have been read first. */
export interface Rule extends RuleDescription {
  /** The targets that the rule needs. The rule skips channels on which any of them is invalid. */
  readonly needs: readonly (keyof Targets)[];
  /**
   * Yields what the rule reports about a plan. The result depends only on the plan, its figures (`analysis`) and how
   * the plan fits in with the other plans of its team (`overTime`).
   */
  readonly check: (plan: Plan, analysis: Analysis, overTime: OverTime) => Iterable<RuleReport>;
  /**
   * Returns whether the rule applies to a plan, given how the plan fits in with the other plans of its team; `overTime`
   * is `null` if the plan belongs to no team. Left out for a rule that applies to every plan.
   */
  readonly runsAt?: (overTime: OverTime | null) => boolean;
}

/**
 * Whether a rule that needs the targets in `needs` can check every channel of a plan. False if any of these targets is
 * invalid on any channel, if the plan has no channels, or if its posts could not be read.
 */
export function looksAtAll(needs: Rule['needs'], { channels, hasPosts }: Plan): boolean {
  const isLookedAt = ({ targets }: Channel) => needs.every((key) => targets[key] !== null);
  return hasPosts && channels.length > 0 && channels.every(isLookedAt);
}

/** A channel of a plan together with its targets and its figures. */
export interface ChannelView {
  readonly channel: Channel;
  readonly targets: Targets;
  readonly numbers: ChannelPosts;
}

/** Returns the channels of a plan, each with its targets and its figures, in the order of the plan. */
export function channelsOf(plan: Plan, analysis: Analysis): readonly ChannelView[] {
  return plan.channels.flatMap((channel, index) => {
    const numbers = analysis.channels[index];
    return numbers === undefined ? [] : [{ channel, targets: channel.targets, numbers }];
  });
}

/** Returns the planned posts that go out, including open slots, in the order of the file. */
export function plannedPosts({ posts }: Plan): readonly Post[] {
  return posts.filter((post) => !post.unplanned && goesOut(post));
}

/**
 * Returns the place of a finding about one day of a channel: the key of the day or, in a list of posts, the `date` of
 * the first post on that day. If the plan has neither, returns the key `posts`.
 */
export function placeOfDay(plan: Plan, numbers: ChannelPosts, { date }: DayAnalysis): Place {
  const key = plan.dayPaths.get(date);
  if (key !== undefined) return { path: key, at: 'key' };
  const first = numbers.postsOn.get(date)?.[0];
  return first === undefined ? POSTS : { path: [...first.path, 'date'], at: 'value' };
}

/**
 * A hint on how to set a target that still has its default value. At most one message about a plan contains the hint.
 */
export class DefaultHint {
  private readonly plan: Plan;
  private readonly target: keyof Targets;
  private readonly hint: string;
  private readonly hintForMore: string;
  private isSaid = false;

  /** @param hintForMore - the hint to give instead if more posts are planned than the default allows */
  constructor(plan: Plan, target: keyof Targets, hint: string, hintForMore = hint) {
    this.plan = plan;
    this.target = target;
    this.hint = hint;
    this.hintForMore = hintForMore;
  }

  /**
   * Returns the hint as the end of a message about a channel. Returns an empty string if the target does not have its
   * default value on this channel, if the plan cannot set the target, or if the hint has already been given.
   *
   * @param isForMore - whether more posts are planned than the default allows
   */
  for({ targets }: Channel, isForMore = false): string {
    const isDefault = targets[this.target] === DEFAULT_TARGETS[this.target];
    if (this.isSaid || !isDefault || this.plan.fixedTargets.has(this.target)) return '';
    this.isSaid = true;
    return `; ${isForMore ? this.hintForMore : this.hint}`;
  }
}

/**
 * Returns the hint on how to set `posts_per_day`, for channels that still have the default bounds of 6 to 12 posts a
 * day.
 */
export function boundsHint(plan: Plan): DefaultHint {
  const hint = (pace: string, bounds: string) => {
    const advice: Record<Plan['newTargetsGo'], string> = {
      'into its targets': `add posts_per_day: ${bounds} to the plan's targets`,
      'above its posts': `put this line above your posts: targets: { posts_per_day: ${bounds} }`,
      'into the config': `put this line into ${CONFIG_NAME}: targets: { posts_per_day: ${bounds} }`,
    };
    return `6-12 is only the default: to plan ${pace} posts, ${advice[plan.newTargetsGo]}`;
  };
  return new DefaultHint(plan, 'posts_per_day', hint('fewer', '1-3'), hint('more', '6-24'));
}

/** Returns advice for a message on how to mark a post as spontaneous: with a key or, in a sheet, in a column. */
export function asSpontaneous({ newTargetsGo }: Plan): string {
  return newTargetsGo === 'into the config' ? 'write TRUE in a column "unplanned"' : 'add unplanned: true';
}

/** Returns the end of a message about too many planned posts: advice on how to mark a post that is spontaneous. */
export function ifSpontaneous(plan: Plan): string {
  return `or ${asSpontaneous(plan)} ${plan.newTargetsGo === 'into the config' ? 'for' : 'to'} a post that is spontaneous`;
}

/** The place of a finding about a whole channel: the key `posts`. */
export const POSTS: Place = { path: ['posts'], at: 'key' };
