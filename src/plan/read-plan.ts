import type { Day } from '../dates.ts';
import { TARGET_ADVICE, TARGET_NAMES } from '../policy/read-targets.ts';
import { nearestOfFirst, quoted } from '../text/words.ts';
import {
  type Elsewhere,
  type Fields,
  type Kind,
  NO_FIELDS,
  readFields,
  reportOddKeys,
  shown,
} from '../yaml/fields.ts';
import { isNull, isOwnKey, type MappingNode, type Node, type Path } from '../yaml/node.ts';
import { problem, type Report, wrong } from '../yaml/structural-problem.ts';
import { daysOnHold, readHolds } from './holds.ts';
import { namesDay, type Period, readPeriod, resolvedIn } from './period.ts';
import type { Hold, Plan, Post } from './plan.ts';
import { type PlanTerms, readSettings, type Settings, withEveryCategory } from './plan-settings.ts';
import { planSchema, postSchema } from './plan-shapes.ts';
import { impliedCategories } from './post-formats.ts';
import { type Home, readPost, type Surroundings } from './read-post.ts';

const PLAN: Kind = {
  schema: planSchema,
  noun: 'a plan',
  example: '"week: 2026-W48" and "posts:"',
  elsewhere: belongingElsewhere,
  readByCaller: ['channels', 'targets', 'hold', 'posts', 'backlog'],
};

function belongingElsewhere(key: string): Elsewhere | undefined {
  if (TARGET_NAMES.includes(key)) return { meant: 'targets', advice: TARGET_ADVICE };
  if (namesDay(key)) return { advice: 'write the day below "posts:", with two spaces before it' };
  return undefined;
}

/**
 * Reads a plan, and reports every structural problem in it. A problem in one place hides nothing elsewhere: a post
 * without a valid day or channel, for example, keeps all its valid values.
 *
 * @param root - the root of the file; `null` if the file is empty
 * @param heldBy - the holds (spans of time during which planned posts do not go out) to use instead of the plan's own,
 * such as those of a later version of the plan
 * @returns `null` if the file is empty or is not a mapping, or if its period could not be read; each of these is
 * reported
 */
export function readPlan(
  root: Node | null,
  terms: PlanTerms,
  report: Report,
  heldBy?: readonly Hold[],
): Plan | null {
  if (root === null || isNull(root)) {
    const message =
      'this file has no plan in it; write at least a period, such as week: 2026-W48, and "posts:"';
    report(wrong([], message, 'first-key'));
    return null;
  }
  const fields = readFields(root, [], PLAN, report);
  if (root.kind !== 'mapping') return null;
  const period = readPeriod(fields, report);
  const { policy } = terms;
  const { timezone, channels: stated } = readSettings(fields, terms, report);
  const channels = areCountable(stated, period, fields, report) ? stated : null;
  const anywhere = withEveryCategory([...(channels?.values() ?? [])]);
  const formats = impliedCategories(policy);
  const own = readHolds(fields.nodes.get('hold'), period, report);
  const holds = heldBy ?? own;
  const onHold = daysOnHold(holds);
  const { aliases } = policy;
  const around: Surroundings = {
    period,
    channels,
    daysOnHold: onHold,
    anywhere,
    formats,
    aliases,
    nearest: nearestOfFirst(),
  };
  const read = readPosts(root.entries.get('posts')?.value, fields, around, report);
  const backlog = fields.nodes.get('backlog');
  if (backlog !== undefined) readDayPosts(backlog, ['backlog'], 'backlog', around, report);
  if (period === null) return null;
  const { from, to, days } = period;
  const { posts: written, dayPaths } = read ?? NO_POSTS;
  const posts = written.filter((post) => post !== null);
  return {
    from,
    to,
    periodPath: [fields.nodes.has('week') ? 'week' : 'from'],
    days,
    timezone,
    fixedTargets: terms.inline ? policy.locked : new Set(TARGET_NAMES),
    newTargetsGo: root.entries.has('targets') || root.isFlow ? 'into its targets' : 'above its posts',
    channels: [...(channels?.values() ?? [])],
    holds,
    daysOnHold: onHold,
    hasPosts: read !== null,
    dayPaths,
    posts,
    unreadablePosts: written.length - posts.length,
  };
}

/** The most channel-days that a plan may have: its number of days times its number of channels. */
const MOST_CHANNEL_DAYS = 100_000;

/** Whether the channels are few enough to be counted day by day. If not, this is reported. */
function areCountable(
  channels: Settings['channels'],
  period: Period | null,
  fields: Fields,
  report: Report,
): boolean {
  const days = period?.days.length ?? 0;
  const count = channels?.size ?? 0;
  if (count * days <= MOST_CHANNEL_DAYS) return true;
  const most = MOST_CHANNEL_DAYS.toLocaleString('en');
  const message = `channels: ${count} channels times ${days} days is more than the ${most} that one plan may have; split the plan into shorter ones, or by channel`;
  report(fields.nodes.has('channels') ? wrong(['channels'], message) : wrong([], message, 'first-key'));
  return false;
}

/**
 * Returns the time zone and the channels that apply to a plan. Does not report any problems.
 *
 * @param root - the root of the file; `null` if the file is empty, so that it sets neither
 */
export function readSettingsOf(root: Node | null, terms: PlanTerms): Settings {
  const silent = () => {};
  const fields = root === null ? NO_FIELDS : readFields(root, [], PLAN, silent);
  return readSettings(fields, terms, silent);
}

interface ReadPosts {
  /** The posts in the order of the file, with null in place of each post that could not be read. */
  readonly posts: readonly (Post | null)[];
  readonly dayPaths: ReadonlyMap<Day, Path>;
}

const NO_POSTS: ReadPosts = { posts: [], dayPaths: new Map() };

/**
 * Reads the posts of a plan, and reports the problems in them.
 *
 * @param node - undefined if the plan has no key `posts`; a null scalar if the key has no value, which means no posts
 * @returns null if `posts` is missing or is neither a list nor a mapping of days; this is reported
 */
function readPosts(
  node: Node | undefined,
  fields: Fields,
  around: Surroundings,
  report: Report,
): ReadPosts | null {
  if (node === undefined) {
    if (!fields.unreadable.has('posts')) {
      report(wrong([], 'the plan has no posts; add "posts:" with the days below it', 'first-key'));
    }
    return null;
  }
  if (isNull(node)) return NO_POSTS;
  if (node.kind === 'list')
    return { ...NO_POSTS, posts: readList(node.items, ['posts'], 'list', around, report) };
  if (node.kind === 'mapping') {
    const dashed = [...node.entries.keys()].find((name) => /^-[a-z]/.test(name));
    if (dashed !== undefined) {
      const message = `posts: ${quoted(dashed)} has no space after its dash; write - ${dashed.slice(1)}`;
      report(wrong(['posts', dashed], message, 'key'));
      return null;
    }
    const key = [...node.entries.keys()].find((name) => Object.hasOwn(postSchema.shape, name));
    if (key === undefined) return readDays(node, around, report);
    const advice = 'write the day of the post above it, or, if the post has a date, a dash before it';
    report(
      wrong(
        ['posts', key],
        `posts: ${quoted(key)} is a key of a post, but days belong here; ${advice}`,
        'key',
      ),
    );
    return null;
  }
  report(
    wrong(
      ['posts'],
      `posts: ${shown(node)} is not a set of posts; write days such as "mon:", with a list of posts below each`,
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
  const resolved = resolvedIn(period, name);
  const reportDate = (message: string, fact?: string) => report(problem('date', path, message, 'key', fact));
  if (resolved === null) return null;
  if (!('day' in resolved)) {
    reportDate(resolved.problem, resolved.fact);
    return null;
  }
  const earlier = dayPaths.get(resolved.day);
  if (earlier === undefined) dayPaths.set(resolved.day, path);
  else
    reportDate(
      `${quoted(name)} is the same day as ${quoted(String(earlier[1]))}; put all posts of that day under one of the two`,
    );
  return resolved.day;
}

function readDayPosts(
  value: Node,
  path: Path,
  home: Home,
  around: Surroundings,
  report: Report,
): readonly (Post | null)[] {
  if (value.kind === 'list') return readList(value.items, path, home, around, report);
  return [readPost(value, path, home, around, report)];
}

function readList(
  items: readonly Node[],
  path: Path,
  home: Home,
  around: Surroundings,
  report: Report,
): readonly (Post | null)[] {
  return items.map((item, index) => readPost(item, [...path, index], home, around, report));
}
