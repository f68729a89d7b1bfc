import type { Analysis, ChannelPosts } from '../analysis/analyse.ts';
import type { DayAnalysis } from '../analysis/verdict.ts';
import type { Day } from '../dates.ts';
import type { Severity } from '../findings/finding.ts';
import { type Channel, goesOut, type Plan, type Post } from '../plan/plan.ts';
import { DEFAULT_TARGETS, type Targets } from '../policy/targets.ts';
import type { Place } from '../yaml/node.ts';

/** The description of a rule, for docs/rules.md and `cmplan explain`. The tests check its examples. */
export interface RuleDescription {
  readonly id: string;
  /** The severity unless the team sets another. A single report of the rule may have another severity. */
  readonly severity: Severity | 'off';
  /** The severity under `--ready`, if that is different. */
  readonly severityWhenReady?: Severity;
  /** The reason for which the rule reports something, in one line. */
  readonly summary: string;
  /** Exactly when the rule reports something, and when that is an error, a warning or an info. */
  readonly when: string;
  /** The reason why a community manager would want to know. */
  readonly why: string;
  /** A plan in which the rule finds nothing; `bad` is a plan in which it finds something. */
  readonly good: string;
  readonly bad: string;
}

/** The address of the page that explains a rule, given by its id. */
export function pageOfRule(id: string): string {
  return `https://github.com/cmplan/cmplan/blob/main/docs/rules.md#${id}`;
}

/** One report of a rule, at a place in the plan. */
export interface RuleReport {
  readonly place: Place;
  readonly message: string;
  /**
   * Given if it differs from the severity of the rule. A report that is an info remains an info, whatever the team
   * sets.
   */
  readonly severity?: Severity;
  /** Given if the severity is different under `--ready`. */
  readonly severityWhenReady?: Severity;
  readonly channel?: string;
  /** The day that the report is about. Null and undefined mean the same. */
  readonly date?: Day | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A rule about the contents of a plan. `check` is a pure function of the plan and its figures. */
export interface Rule extends RuleDescription {
  /** The targets that the rule needs. It skips channels on which one of them is invalid. */
  readonly needs: readonly (keyof Targets)[];
  readonly check: (plan: Plan, analysis: Analysis) => Iterable<RuleReport>;
}

/**
 * Whether a rule that needs these targets checks every channel of a plan. False when one of them is invalid on some
 * channel, or when the plan has no posts or no channels.
 */
export function looksAtAll(needs: Rule['needs'], { channels, hasPosts }: Plan): boolean {
  const isLookedAt = ({ targets }: Channel) => needs.every((key) => targets[key] !== null);
  return hasPosts && channels.length > 0 && channels.every(isLookedAt);
}

/** A channel with its targets and its figures. */
export interface ChannelView {
  readonly channel: Channel;
  readonly targets: Targets;
  readonly numbers: ChannelPosts;
}

/** The channels of a plan, each with its targets and its figures, in the order of the plan. */
export function channelsOf(plan: Plan, analysis: Analysis): readonly ChannelView[] {
  return plan.channels.flatMap((channel, index) => {
    const numbers = analysis.channels[index];
    return numbers === undefined ? [] : [{ channel, targets: channel.targets, numbers }];
  });
}

/** The planned posts that go out, including open slots, in the order of the file. */
export function plannedPosts({ posts }: Plan): readonly Post[] {
  return posts.filter((post) => !post.unplanned && goesOut(post));
}

/**
 * The place of a finding about a day of a channel: the key of the day or, in a list of posts, the date of the first
 * post on that day. When there is no such post, the key `posts`.
 */
export function placeOfDay(plan: Plan, numbers: ChannelPosts, { date }: DayAnalysis): Place {
  const key = plan.dayPaths.get(date);
  if (key !== undefined) return { path: key, at: 'key' };
  const first = numbers.firstPosts.get(date);
  return first === undefined ? POSTS : { path: [...first.path, 'date'], at: 'value' };
}

/** A hint on how to set a target that has its default. Only one message of a plan gets the hint. */
export class DefaultHint {
  private readonly plan: Plan;
  private readonly target: keyof Targets;
  private readonly hint: string;
  private readonly hintForMore: string;
  private isSaid = false;

  /** @param hintForMore - the hint where more posts are planned than the default allows */
  constructor(plan: Plan, target: keyof Targets, hint: string, hintForMore = hint) {
    this.plan = plan;
    this.target = target;
    this.hint = hint;
    this.hintForMore = hintForMore;
  }

  /** Returns the hint; an empty string when the target is set or cannot be set, or when the hint was already given. */
  for({ targets }: Channel, isForMore = false): string {
    const isDefault = targets[this.target] === DEFAULT_TARGETS[this.target];
    if (this.isSaid || !isDefault || this.plan.fixedTargets.has(this.target)) return '';
    this.isSaid = true;
    return `; ${isForMore ? this.hintForMore : this.hint}`;
  }
}

/** The hint on how to set `posts_per_day`, given to the first finding on a channel with the default. */
export function boundsHint(plan: Plan): DefaultHint {
  const hint = (pace: string, bounds: string) => {
    const advice = plan.hasTargets
      ? `add posts_per_day: ${bounds} to the plan's targets`
      : `put this line above your posts: targets: { posts_per_day: ${bounds} }`;
    return `6-12 is only the default: to plan ${pace}, ${advice}`;
  };
  return new DefaultHint(plan, 'posts_per_day', hint('fewer', '1-3'), hint('more', '6-24'));
}

/** Advice on how to mark a spontaneous post. */
export const IF_SPONTANEOUS = 'or mark a spontaneous one, as in { title: Power cut, unplanned: true }';

/** The place of a finding about a whole channel: the key `posts`. */
export const POSTS: Place = { path: ['posts'], at: 'key' };
