import type { Analysis, ChannelPosts } from '../analysis/analyse.ts';
import type { DayAnalysis } from '../analysis/verdict.ts';
import type { Day } from '../dates.ts';
import type { Severity } from '../findings/finding.ts';
import { type Channel, goesOut, type Plan, type Post } from '../plan/plan.ts';
import { DEFAULT_TARGETS, type Targets } from '../policy/targets.ts';
import type { Place } from '../yaml/node.ts';

/** A rule as it is described to people, in docs/rules.md and by `cmplan explain`. The tests run its examples. */
export interface RuleDescription {
  readonly id: string;
  /** The default. One report of the rule may have another severity. */
  readonly severity: Severity | 'off';
  /** The default under `--ready`, when it differs. */
  readonly severityWhenReady?: Severity;
  /** When the rule reports something, in one line. */
  readonly summary: string;
  /** Exactly when it speaks, with what makes it an error, a warning or an info. */
  readonly when: string;
  /** Why a community manager would want to know. */
  readonly why: string;
  /** A plan in which the rule finds nothing, and one in which it finds something. */
  readonly good: string;
  readonly bad: string;
}

/** The address of the page that explains a rule, by its id. */
export function pageOfRule(id: string): string {
  return `https://github.com/cmplan/cmplan/blob/main/docs/rules.md#${id}`;
}

/** One thing that a rule reports, at a place in the plan. */
export interface RuleReport {
  readonly place: Place;
  readonly message: string;
  /** Given when it differs from the rule's default. A report that is an info stays one, whatever the team sets. */
  readonly severity?: Severity;
  /** Given when it differs under `--ready`. */
  readonly severityWhenReady?: Severity;
  readonly channel?: string;
  /** Null means the same as leaving it out. */
  readonly date?: Day | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A rule about what a plan says. `check` is a pure function of the plan and its numbers. */
export interface Rule extends RuleDescription {
  /** The targets that the rule needs. It skips a channel on which one of them is invalid. */
  readonly needs: readonly (keyof Targets)[];
  readonly check: (plan: Plan, analysis: Analysis) => Iterable<RuleReport>;
}

/**
 * Whether a rule that needs these targets looks at every channel of a plan. False when one of them is invalid on some
 * channel, or when the plan has no posts or no channels.
 */
export function looksAtAll(needs: Rule['needs'], { channels, hasPosts }: Plan): boolean {
  const isLookedAt = ({ targets }: Channel) => needs.every((key) => targets[key] !== null);
  return hasPosts && channels.length > 0 && channels.every(isLookedAt);
}

/** A channel with its targets and its numbers. */
export interface ChannelView {
  readonly channel: Channel;
  readonly targets: Targets;
  readonly numbers: ChannelPosts;
}

/** The channels of a plan, each with its targets and its numbers, in the order of the plan. */
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
 * The place that a finding about a day of a channel points to: the key of the day; in a list of posts, the date of the
 * first post of the day; when there is no such post, the key `posts`.
 */
export function placeOfDay(plan: Plan, numbers: ChannelPosts, { date }: DayAnalysis): Place {
  const key = plan.dayPaths.get(date);
  if (key !== undefined) return { path: key, at: 'key' };
  const first = numbers.firstPosts.get(date);
  return first === undefined ? POSTS : { path: [...first.path, 'date'], at: 'value' };
}

/** A hint on how to set a target that nobody has set. It is added to one message of a plan only. */
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

  /** The hint. An empty string when the target is stated or cannot be set, or when the hint was already given. */
  for({ targets }: Channel, isForMore = false): string {
    const isDefault = targets[this.target] === DEFAULT_TARGETS[this.target];
    if (this.isSaid || !isDefault || this.plan.fixedTargets.has(this.target)) return '';
    this.isSaid = true;
    return `; ${isForMore ? this.hintForMore : this.hint}`;
  }
}

/** The hint on how to set `posts_per_day`, given to the first finding on a channel that has the default. */
export function boundsHint(plan: Plan): DefaultHint {
  const hint = (pace: string, bounds: string) => {
    const advice = plan.hasTargets
      ? `add posts_per_day: ${bounds} to the plan's targets`
      : `put this line above your posts: targets: { posts_per_day: ${bounds} }`;
    return `6-12 is only the default: to plan ${pace}, ${advice}`;
  };
  return new DefaultHint(plan, 'posts_per_day', hint('fewer', '1-3'), hint('more', '6-24'));
}

/** Advice for a post that is spontaneous: how to mark it. */
export const IF_SPONTANEOUS = 'or mark a spontaneous one, as in { title: Power cut, unplanned: true }';

/** The place that a finding about a whole channel points to: the key `posts`. */
export const POSTS: Place = { path: ['posts'], at: 'key' };
