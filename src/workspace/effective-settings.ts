import type { CheckTerms } from '../check/check-plan.ts';
import type { Channel } from '../plan/plan.ts';
import { impliedCategories } from '../plan/post-formats.ts';
import { readSettingsOf } from '../plan/read-plan.ts';
import { DEFAULT_PLANS } from '../policy/policy.ts';
import type { TargetLayer, Targets } from '../policy/targets.ts';
import { writtenTargets } from '../policy/written-targets.ts';
import { SETTABLE_RULES } from '../rules/index.ts';
import { weightOf } from '../rules/weigh.ts';
import { groupsOf } from '../text/groups.ts';
import { isNull, type Path } from '../yaml/node.ts';
import { rangeOf } from '../yaml/places.ts';
import type { Source } from '../yaml/source.ts';
import type { WrittenValue } from '../yaml/written-values.ts';
import type { Config } from './configs.ts';

/** The place where a value is set. */
interface Origin {
  /** The name of the file in reports. */
  readonly file: string;
  /** The number of the line, from 1. */
  readonly line: number;
}

/** A value that applies to a plan, with the place where it is set. */
export interface Setting {
  /** The value as a plan or a config writes it; null if no value is set, or if the value that is set is invalid. */
  readonly value: WrittenValue;
  /** Where the value is set; null if it is a default. */
  readonly from: Origin | null;
  /** True if the value that is set is invalid; otherwise left out. `cmplan check` says why it is invalid. */
  readonly isInvalid?: true;
}

/** All settings that apply to a plan, each with the place where it is set. */
export interface EffectiveSettings {
  /** How reports name the plan; null for a plan that does not exist yet, and so sets nothing itself. */
  readonly plan: string | null;
  /** How reports name the config; null if there is none. */
  readonly config: string | null;
  readonly timezone: Setting;
  /**
   * The targets of each channel: first by the name of the channel, then by the name of the target, such as `reserve`.
   */
  readonly channels: Readonly<Record<string, Readonly<Record<string, Setting>>>>;
  /** For each known format, the category that the format implies; the value is null if it implies none. */
  readonly formats: Readonly<Record<string, Setting>>;
  /** For each category that has other names, these names. */
  readonly aliases: Readonly<Record<string, Setting>>;
  /** For each rule whose severity can be set, its severity or `off`. */
  readonly rules: Readonly<Record<string, Setting>>;
  /** The globs that lead to the team's plans. */
  readonly plans: Setting;
  /** The globs of files that are not checked. */
  readonly ignore: Setting;
  /** The names of targets that plans may not set for themselves. */
  readonly locked: Setting;
}

/** A file that has been read. */
export interface ReadFile {
  /** How reports name the file. */
  readonly name: string;
  readonly source: Source;
}

/**
 * Returns all settings that apply to a plan, each with the place where it is set.
 *
 * @param plan - the plan; null for a plan that does not exist yet
 * @param config - the config of the plan; null if there is none
 */
export function effectiveSettings(
  plan: ReadFile | null,
  config: Config | null,
  terms: CheckTerms,
): EffectiveSettings {
  const inPlan = originsIn(plan);
  const inConfig = originsIn(config);
  const originOf = targetOrigins(plan, config);
  const { timezone, channels } = readSettingsOf(plan?.source.root ?? null, terms);
  const { policy } = terms;
  const named = (key: string, names: Iterable<readonly [string, WrittenValue]>) =>
    Object.fromEntries([...names].map(([name, value]) => [name, { value, from: inConfig([key, name]) }]));
  const list = (key: 'plans' | 'ignore', byDefault: readonly string[]): Setting => ({
    value: config?.[key] ?? byDefault,
    from: inConfig([key]),
  });
  return {
    plan: plan?.name ?? null,
    config: config?.name ?? null,
    timezone: { value: timezone, from: inPlan(['timezone']) ?? inConfig(['timezone']) },
    channels: Object.fromEntries(
      [...(channels?.values() ?? [])].map((channel) => [channel.name, targetsOf(channel, originOf)]),
    ),
    formats: named('formats', impliedCategories(policy)),
    aliases: named(
      'aliases',
      groupsOf(policy.aliases.keys(), (name) => [policy.aliases.get(name) ?? '']),
    ),
    rules: named(
      'rules',
      SETTABLE_RULES.map((rule) => [rule.id, weightOf(rule, terms)] as const),
    ),
    plans: list('plans', [DEFAULT_PLANS]),
    ignore: list('ignore', []),
    locked: { value: [...policy.locked], from: inConfig(['locked']) },
  };
}

type OriginOf = (path: Path) => Origin | null;

/**
 * Returns a function that finds the place where a file sets the value at a path, such as `['rules', 'mix']`. The
 * function returns null if the file does not set it.
 */
function originsIn(file: ReadFile | null): OriginOf {
  if (file === null) return () => null;
  const { name, source } = file;
  return (path) => {
    let node = source.root;
    for (const step of path) {
      const below = node?.kind === 'list' ? node.items[Number(step)] : undefined;
      node = (node?.kind === 'mapping' ? node.entries.get(String(step))?.value : below) ?? null;
    }
    if (node === null || (path.length === 1 && isNull(node))) return null;
    return { file: name, line: source.lines.position(rangeOf(source.root, { path, at: 'key' })).line };
  };
}

function targetsOf(channel: Channel, originOf: TargetOrigin): Readonly<Record<string, Setting>> {
  const values = Object.entries(writtenTargets(channel.targets));
  return Object.fromEntries(
    values.map(([key, value]) => {
      const from = originOf(channel, key);
      const isInvalid = layerOf(channel, key)?.stated[key as keyof Targets] === null;
      return [key, isInvalid ? { value, from, isInvalid } : { value, from }];
    }),
  );
}

/** A function that returns the place where the target that applies to a channel is set; null if it is a default. */
type TargetOrigin = (channel: Channel, target: string) => Origin | null;

/**
 * Returns a function that finds where a target of a channel is set: in the plan, or in its config. The function returns
 * null if the target has its default.
 *
 * @param plan - the plan; null for a plan that does not exist yet
 * @param config - the config of the plan; null if there is none
 */
export function targetOrigins(plan: ReadFile | null, config: ReadFile | null): TargetOrigin {
  const files = { plan: originsIn(plan), config: originsIn(config) };
  return (channel, target) => {
    const layer = layerOf(channel, target);
    if (layer === undefined) return null;
    const originOf = files[layer.from];
    return originOf([...layer.path, target]) ?? originOf(layer.path);
  };
}

function layerOf({ layers }: Channel, target: string): TargetLayer | undefined {
  return layers.findLast(({ stated }) => target in stated);
}
