import { readChannels as readNamedChannels, type StatedChannel } from '../policy/channels.ts';
import { readTargets, UNREADABLE_TARGETS } from '../policy/read-targets.ts';
import { effectiveTargets, type StatedTargets, type TargetLayer } from '../policy/targets.ts';
import type { TeamPolicy } from '../policy/team-policy.ts';
import type { Fields } from '../yaml/fields.ts';
import type { Path } from '../yaml/node.ts';
import type { Report } from '../yaml/structural-problem.ts';
import { type Channel, DEFAULT_CHANNEL } from './plan.ts';

/** Everything outside the file that affects how a plan is read. */
export interface PlanTerms {
  readonly policy: TeamPolicy;
  /**
   * Whether the plan's own targets apply. If not, they are only checked for mistakes, and those of the team apply
   * instead.
   */
  readonly inline: boolean;
}

/** The time zone and the channels that apply to a plan. What the plan itself does not set comes from the team. */
export interface Settings {
  /** An IANA name such as `Europe/Kyiv`; `null` for local time, or if the time zone of the plan is invalid. */
  readonly timezone: string | null;
  /** The channels by name; `null` if the plan names channels that could not be read. */
  readonly channels: ReadonlyMap<string, Channel> | null;
}

/**
 * Returns the time zone and the channels that apply to a plan, each channel with its targets. Whatever the plan does
 * not set comes from the team's policy. Reports what is invalid.
 */
export function readSettings(fields: Fields, terms: PlanTerms, report: Report): Settings {
  const stated = fields.values.get('timezone');
  const isInvalid = fields.unreadable.has('timezone');
  const timezone = stated === undefined ? terms.policy.timezone : String(stated);
  return { timezone: isInvalid ? null : timezone, channels: readChannels(fields, terms, report) };
}

function readChannels(
  fields: Fields,
  { policy, inline }: PlanTerms,
  report: Report,
): ReadonlyMap<string, Channel> | null {
  const node = fields.nodes.get('targets');
  const unreadable = fields.unreadable.has('targets');
  const common: StatedTargets =
    node === undefined
      ? unreadable
        ? UNREADABLE_TARGETS
        : {}
      : readTargets(node, ['targets'], policy, report);
  const stated = readStatedChannels(fields, policy, report);
  if (stated === null) return null;
  const ofPlan = (path: Path, own: StatedTargets): TargetLayer => {
    return { from: 'plan', path, stated: inline ? own : {} };
  };
  return new Map(
    stated.map(({ name, targets, path }) => {
      const agreed = policy.channels.find((channel) => channel.name === name);
      const layers: readonly TargetLayer[] = [
        { from: 'config', path: ['targets'], stated: policy.targets },
        ofPlan(['targets'], common),
        { from: 'config', path: agreed?.path ?? [], stated: agreed?.targets ?? {} },
        ofPlan(path, targets),
      ];
      return [name, { name, targets: effectiveTargets(layers), layers }];
    }),
  );
}

/**
 * Returns the channels that the plan names or, if it names none, those of the team or, if the team has none either, one
 * channel named `default`. Returns null if the plan's own channels could not be read.
 */
function readStatedChannels(
  fields: Fields,
  policy: TeamPolicy,
  report: Report,
): readonly StatedChannel[] | null {
  const node = fields.nodes.get('channels');
  if (fields.unreadable.has('channels')) return null;
  if (node !== undefined) return readNamedChannels(node, policy, report);
  const names = policy.channels.length > 0 ? policy.channels.map(({ name }) => name) : [DEFAULT_CHANNEL];
  return names.map((name) => ({ name, targets: {}, path: [] }));
}

/**
 * Returns a stand-in for the channel of a post whose own channel is unknown. The mix of the stand-in has the categories
 * of all `channels`, so that each of these categories is accepted. The mix is `null` if no channel has a valid mix.
 */
export function withEveryCategory(channels: readonly Channel[]): Channel {
  const mixes = channels.flatMap(({ targets }) => (targets.mix === null ? [] : [targets.mix]));
  const parts = new Map(mixes.flat().map((part) => [part.category, part]));
  const mix = mixes.length === 0 ? null : [...parts.values()];
  return { name: '', targets: { ...effectiveTargets([]), mix }, layers: [] };
}
