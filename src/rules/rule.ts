import type { Analysis, ChannelPosts } from '../analysis/analyse.ts';
import type { DayAnalysis } from '../analysis/verdict.ts';
import type { Day } from '../dates.ts';
import type { Severity } from '../findings/finding.ts';
import { type Channel, goesOut, type Plan, type Post } from '../plan/plan.ts';
import { DEFAULT_TARGETS, type Targets } from '../policy/targets.ts';
import type { Place } from '../yaml/node.ts';

/** What stands beside a rule for people: printed by `explain` and in the README, and run by the tests. */
export interface RuleDescription {
  readonly id: string;
  /** The default; a single finding may be weighed otherwise, as its rule says. */
  readonly severity: Severity | 'off';
  /** The default under `--ready`, where it differs. */
  readonly severityWhenReady?: Severity;
  /** When it speaks, in one line. */
  readonly summary: string;
  /** Why a community manager would want to know. */
  readonly why: string;
  /** A plan that it is silent about, and one that it is not. */
  readonly good: string;
  readonly bad: string;
}

/** What a rule has to say, at a place in the plan. */
export interface RuleReport {
  readonly place: Place;
  readonly message: string;
  /** Where it differs from the rule's default. What is an info by itself stays one, whatever a team sets. */
  readonly severity?: Severity;
  /** Where it differs under `--ready`. */
  readonly severityWhenReady?: Severity;
  readonly channel?: string;
  /** Null is as if left out. */
  readonly date?: Day | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A rule about what a plan says: a pure function of the plan and its numbers. */
export interface Rule extends RuleDescription {
  /** The targets without which it says nothing about a channel. */
  readonly needs: readonly (keyof Targets)[];
  readonly check: (plan: Plan, analysis: Analysis) => Iterable<RuleReport>;
}

/** Whether a rule that needs these targets looks at every channel of a plan: where one of them is invalid it does not. */
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

/** The channels of a plan, each with its targets and its numbers. */
export function channelsOf(plan: Plan, analysis: Analysis): readonly ChannelView[] {
  return plan.channels.flatMap((channel, index) => {
    const numbers = analysis.channels[index];
    return numbers === undefined ? [] : [{ channel, targets: channel.targets, numbers }];
  });
}

/** The planned posts that go out, open slots included. */
export function plannedPosts({ posts }: Plan): readonly Post[] {
  return posts.filter((post) => !post.unplanned && goesOut(post));
}

/** Where to point for a day of a channel: its key; in a list the date of its first post; else the key `posts`. */
export function placeOfDay(plan: Plan, numbers: ChannelPosts, { date }: DayAnalysis): Place {
  const key = plan.dayPaths.get(date);
  if (key !== undefined) return { path: key, at: 'key' };
  const first = numbers.firstPosts.get(date);
  return first === undefined ? POSTS : { path: [...first.path, 'date'], at: 'value' };
}

/** Says of a target that nobody has set how to set it: what to add to a message, once a plan. */
export class DefaultHint {
  private readonly plan: Plan;
  private readonly target: keyof Targets;
  private readonly hint: string;
  private isSaid = false;

  constructor(plan: Plan, target: keyof Targets, hint: string) {
    this.plan = plan;
    this.target = target;
    this.hint = hint;
  }

  /** The hint, or nothing where the target is stated, cannot be set, or it was given already. */
  for({ targets }: Channel): string {
    const isDefault = targets[this.target] === DEFAULT_TARGETS[this.target];
    if (this.isSaid || !isDefault || this.plan.fixedTargets.has(this.target)) return '';
    this.isSaid = true;
    return `; ${this.hint}`;
  }
}

/** The hint on bounds that nobody has set. */
export function boundsHint(plan: Plan): DefaultHint {
  const advice = plan.hasTargets
    ? 'add posts_per_day: 1-3 to the targets of the plan'
    : 'put this line above your posts: targets: { posts_per_day: 1-3 }';
  return new DefaultHint(plan, 'posts_per_day', `6-12 is only the default; for another pace, ${advice}`);
}

/** How to say that a post is spontaneous. */
export const IF_SPONTANEOUS = 'or mark a spontaneous one, as in { title: Power cut, unplanned: true }';

/** Where to point for a channel as a whole: the key `posts`. */
export const POSTS: Place = { path: ['posts'], at: 'key' };
