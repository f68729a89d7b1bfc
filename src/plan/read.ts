import type { Day } from '../dates.ts';
import {
  type Fields,
  type Kind,
  problem,
  type Report,
  readFields,
  reportOddKeys,
  shown,
  wrong,
} from '../fields.ts';
import { isNull, isOwnKey, type MappingNode, type Node, type Path } from '../source/node.ts';
import { readChannels, type StatedChannel } from '../targets/channels.ts';
import { readTargets, TARGET_NAMES, UNREADABLE_TARGETS } from '../targets/read.ts';
import { effectiveTargets, type StatedTargets, type TargetLayer } from '../targets/targets.ts';
import { quoted } from '../words.ts';
import { notADay, type Period, readPeriod } from './calendar.ts';
import { BUILT_IN_FORMATS } from './formats.ts';
import { daysOnHold, readHold } from './hold.ts';
import { type Channel, DEFAULT_CHANNEL, type Plan, type Post } from './model.ts';
import type { TeamPolicy } from './policy.ts';
import { type Home, readPost, type Surroundings } from './posts.ts';
import { planSchema, postSchema } from './schema.ts';

const PLAN: Kind = {
  schema: planSchema,
  noun: 'a plan',
  example: 'keys and values, such as "week: 2026-W48" and "posts:"',
  elsewhere: new Map(TARGET_NAMES.map((key) => [key, { meant: 'targets', advice: 'put it under targets:' }])),
  readByCaller: ['channels', 'targets', 'hold', 'posts', 'backlog'],
};

/** What a plan is read by. */
export interface PlanTerms {
  readonly policy: TeamPolicy;
  /** Whether the targets that the plan states count. */
  readonly inline: boolean;
}

/**
 * Reads a plan and reports everything structural that is wrong in it. What is wrong in one place hides nothing
 * elsewhere: a post without a valid day or channel, say, is there with what of it is valid.
 *
 * @param root - null for an empty file
 * @returns null where not even the period could be read
 */
export function readPlan(root: Node | null, terms: PlanTerms, report: Report): Plan | null {
  if (root === null || isNull(root)) {
    const message = 'the file holds no plan; write at least a period, such as week: 2026-W48, and posts';
    report(wrong([], message, 'first-key'));
    return null;
  }
  const fields = readFields(root, [], PLAN, report);
  if (root.kind !== 'mapping') return null;
  const period = readPeriod(fields, report);
  const { policy } = terms;
  const channels = readPlanChannels(fields, terms, report);
  const anywhere = withEveryCategory([...(channels?.values() ?? [])]);
  const formats = new Map([...BUILT_IN_FORMATS, ...policy.formats]);
  const around: Surroundings = { period, channels, anywhere, formats, aliases: policy.aliases };
  const stated = fields.values.get('timezone');
  const hasInvalidZone = fields.unreadable.has('timezone');
  const hold = readHold(fields.nodes.get('hold'), report);
  const posts = readPosts(root.entries.get('posts')?.value, fields, around, report);
  readBacklog(fields.nodes.get('backlog'), around, report);
  if (period === null) return null;
  const { from, to, days } = period;
  return {
    from,
    to,
    days,
    timezone: hasInvalidZone ? null : stated === undefined ? policy.timezone : String(stated),
    channels: [...(channels?.values() ?? [])],
    hold: daysOnHold(hold, days),
    hasPosts: posts !== null,
    ...(posts ?? NO_POSTS),
  };
}

function readPlanChannels(
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
  const ofPlan = (layer: Omit<TargetLayer, 'from'>): TargetLayer => {
    return { ...layer, from: 'plan', stated: inline ? layer.stated : {} };
  };
  return new Map(
    stated.map(({ name, targets, path }) => {
      const agreed = policy.channels.find((channel) => channel.name === name);
      const layers: readonly TargetLayer[] = [
        { from: 'config', path: ['targets'], stated: policy.targets },
        ofPlan({ path: ['targets'], stated: common }),
        { from: 'config', path: agreed?.path ?? [], stated: agreed?.targets ?? {} },
        ofPlan({ path, stated: targets }),
      ];
      return [name, { name, targets: effectiveTargets(layers), layers }];
    }),
  );
}

/** The channels that the plan names, else those of the team, else the one of a plan that needs no name for it. */
function readStatedChannels(
  fields: Fields,
  policy: TeamPolicy,
  report: Report,
): readonly StatedChannel[] | null {
  const node = fields.nodes.get('channels');
  if (fields.unreadable.has('channels')) return null;
  if (node !== undefined) return readChannels(node, policy, report);
  const names = policy.channels.length > 0 ? policy.channels.map(({ name }) => name) : [DEFAULT_CHANNEL];
  return names.map((name) => ({ name, targets: {}, path: [] }));
}

/** Stands for the channel of a post that names no valid one: it could be any, so any of their categories is right. */
function withEveryCategory(channels: readonly Channel[]): Channel {
  const mixes = channels.flatMap(({ targets }) => (targets.mix === null ? [] : [targets.mix]));
  const parts = new Map(mixes.flat().map((part) => [part.category, part]));
  const mix = mixes.length === 0 ? null : [...parts.values()];
  return { name: '', targets: { ...effectiveTargets([]), mix }, layers: [] };
}

interface ReadPosts {
  readonly posts: readonly Post[];
  readonly dayPaths: ReadonlyMap<Day, Path>;
}

const NO_POSTS: ReadPosts = { posts: [], dayPaths: new Map() };

/**
 * @param node - undefined without the key, a null scalar where nothing stands after it: a plan without posts
 * @returns null where there is no telling what the posts are
 */
function readPosts(
  node: Node | undefined,
  fields: Fields,
  around: Surroundings,
  report: Report,
): ReadPosts | null {
  if (node === undefined) {
    if (!fields.unreadable.has('posts')) {
      report(wrong([], 'the plan has no posts; add posts: with the days below it', 'first-key'));
    }
    return null;
  }
  if (isNull(node)) return NO_POSTS;
  if (node.kind === 'list')
    return { ...NO_POSTS, posts: readList(node.items, ['posts'], 'list', around, report) };
  if (node.kind === 'mapping') {
    const key = [...node.entries.keys()].find((name) => Object.hasOwn(postSchema.shape, name));
    if (key === undefined) return readDays(node, around, report);
    const advice = 'write its day above it, or a dash before it where it has a date';
    report(
      wrong(['posts', key], `posts: ${quoted(key)} is a key of a post, here stand days; ${advice}`, 'key'),
    );
    return null;
  }
  report(
    wrong(
      ['posts'],
      `posts: ${shown(node)} is not posts; write days such as mon: with a list of posts below each`,
    ),
  );
  return null;
}

function readDays(node: MappingNode, around: Surroundings, report: Report): ReadPosts {
  const dayPaths = new Map<Day, Path>();
  reportOddKeys(node, ['posts'], report);
  const posts = [...node.entries].flatMap(([name, { value }]) => {
    if (isOwnKey(name)) return [];
    const path = ['posts', name];
    const day = readDayKey(name, path, around.period, dayPaths, report);
    return isNull(value) ? [] : readDayPosts(value, path, { day }, around, report);
  });
  return { posts, dayPaths };
}

function readDayKey(
  name: string,
  path: Path,
  period: Period | null,
  dayPaths: Map<Day, Path>,
  report: Report,
): Day | null {
  const resolved = period === null ? { problem: notADay(name) } : period.resolve(name);
  const reportDate = (message: string) => report(problem('date', path, message, 'key'));
  if (!('day' in resolved)) {
    if (resolved.problem !== null) reportDate(resolved.problem);
    return null;
  }
  const earlier = dayPaths.get(resolved.day);
  if (earlier === undefined) dayPaths.set(resolved.day, path);
  else
    reportDate(
      `${quoted(name)} is the same day as ${quoted(String(earlier[1]))}; put all its posts under one of the two`,
    );
  return resolved.day;
}

function readDayPosts(
  value: Node,
  path: Path,
  home: Home,
  around: Surroundings,
  report: Report,
): readonly Post[] {
  if (value.kind === 'list') return readList(value.items, path, home, around, report);
  const post = readPost(value, path, home, around, report);
  return post === null ? [] : [post];
}

function readList(
  items: readonly Node[],
  path: Path,
  home: Home,
  around: Surroundings,
  report: Report,
): readonly Post[] {
  return items.flatMap((item, index) => readPost(item, [...path, index], home, around, report) ?? []);
}

/** The backlog's ideas are validated and never counted. */
function readBacklog(node: Node | undefined, around: Surroundings, report: Report): void {
  if (node !== undefined) readDayPosts(node, ['backlog'], 'backlog', around, report);
}
