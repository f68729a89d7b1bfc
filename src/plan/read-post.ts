import type { Day } from '../dates.ts';
import { timeOf } from '../dates.ts';
import { addOne, brief, didYouMean, listedNames, type Nearest, quoted } from '../text/words.ts';
import { type Fields, type Kind, nameOf, readFields, textOf, textsOf } from '../yaml/fields.ts';
import { isNull, type Node, type Path } from '../yaml/node.ts';
import { problem, type Report, wrong } from '../yaml/structural-problem.ts';
import { readCategories } from './categories.ts';
import { canBeSuspended, isOnHold } from './holds.ts';
import { namesDay, type Period, resolvedIn } from './period.ts';
import { type Channel, DEFAULT_CHANNEL, letsGoOut, type Plan, type Post, type Status } from './plan.ts';
import { POST_TEXTS, postSchema } from './plan-shapes.ts';

/** Everything outside a post that affects how it is read. */
export interface Surroundings {
  /** The period of the plan; `null` if it could not be read. */
  readonly period: Period | null;
  /**
   * The channels of the plan by name; `null` if they could not be read, in which case no channel name is reported as
   * unknown.
   */
  readonly channels: ReadonlyMap<string, Channel> | null;
  /**
   * The days that are wholly or partly on hold (planned posts do not go out), each with the spans on hold that touch
   * it.
   */
  readonly daysOnHold: Plan['daysOnHold'];
  /**
   * The channel to assume for a post without a valid channel. The mix of this channel has every category of the plan.
   */
  readonly anywhere: Channel;
  /**
   * The known formats, such as `promo`, each with the category that it implies; `null` for a format that implies none.
   */
  readonly formats: ReadonlyMap<string, string | null>;
  /** The team's other names for categories (aliases), each with the category that it stands for. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Returns the known name that a misspelt one was probably meant to be; `undefined` if none is close enough. */
  readonly nearest: Nearest;
}

/**
 * Where a post is in the file: under a day (`null` if the day is invalid), in a list of posts that state their own
 * dates, or in the backlog, whose posts have no date.
 */
export type Home = { readonly day: Day | null } | 'list' | 'backlog';

/** A post that is being read, with everything that is needed for it. */
interface Reading {
  readonly fields: Fields;
  readonly path: Path;
  readonly home: Home;
  readonly around: Surroundings;
  readonly report: Report;
}

const POST: Kind = {
  schema: postSchema,
  texts: POST_TEXTS,
  noun: 'a post',
  example: '{ time: "09:00", category: branded, title: Autumn menu teaser }',
  elsewhere: (key) => {
    if (key === 'day') return { meant: 'date', advice: 'did you mean "date"?' };
    return namesDay(key) ? { meant: 'date', advice: 'if it is a day, delete the dash before it' } : undefined;
  },
};

/** Matches a text such as `title:Lunch`: a key of a post and its value without a space between them. */
const KEY_WITHOUT_SPACE = new RegExp(`^(?:${Object.keys(postSchema.shape).join('|')}):\\S`);

/**
 * Reads one post, and reports what is wrong in it. The post keeps every value that is valid.
 *
 * @param home - where the post is in the file
 * @returns `null` if `node` is not a mapping; this is reported
 */
export function readPost(
  node: Node,
  path: Path,
  home: Home,
  around: Surroundings,
  report: Report,
): Post | null {
  if (isNull(node)) {
    report(wrong(path, `there is no post here; write one such as ${POST.example}, or delete the dash`));
    return null;
  }
  if (node.kind === 'scalar' && KEY_WITHOUT_SPACE.test(node.text)) {
    report(wrong(path, `${quoted(node.text)} is not a post; put a space after the first colon`));
    return null;
  }
  if (node.kind === 'scalar') {
    report(wrong(path, `${quoted(node.text)} is not a post; write it as { title: ${quoted(node.text)} }`));
    return null;
  }
  const fields = readFields(node, path, POST, report);
  if (node.kind !== 'mapping') return null;
  const status = (fields.values.get('status') as Status | undefined) ?? 'draft';
  const isMeantToGoOut = home !== 'backlog' && letsGoOut(status) && !fields.unreadable.has('status');
  const reading: Reading = { fields, path, home, around, report };
  const date = readDate(reading, isMeantToGoOut);
  const time = timeOf(textOf(fields.nodes.get('time')) ?? '');
  const formatText = textOf(fields.nodes.get('format'));
  const format = formatText === null ? null : nameOf(formatText);
  const unplanned = fields.values.get('unplanned') === true;
  const isSuspended =
    letsGoOut(status) &&
    canBeSuspended({ unplanned, status, format }) &&
    date !== null &&
    isOnHold(around.daysOnHold, date, time);
  const isComplete = isMeantToGoOut && !isSuspended;
  const channels = readPostChannels(reading, isComplete);
  const isPlaced = channels.length > 0;
  const judgement = {
    channels: isPlaced ? channels : [around.anywhere],
    isRequired: isComplete && !unplanned && !fields.unreadable.has('unplanned'),
    formats: around.formats,
    aliases: around.aliases,
    nearest: around.nearest,
  };
  const { categories, impliedCategories } = readCategories(fields, path, judgement, report);
  const hasWords = ['title', 'text'].some((key) => saysSomething(fields, key));
  return {
    path,
    date,
    time,
    statesTime: states(fields, 'time'),
    channels: channels.map(({ name }) => name),
    categories: isPlaced ? categories : new Map(),
    namesCategory: states(fields, 'category'),
    impliedCategories: isPlaced ? impliedCategories : new Map(),
    format,
    id: textOf(fields.nodes.get('id')),
    title: textOf(fields.nodes.get('title')),
    text: textOf(fields.nodes.get('text')),
    link: textOf(fields.nodes.get('link')),
    media: textsOf(fields.nodes.get('media')),
    owner: textOf(fields.nodes.get('owner')),
    tags: textsOf(fields.nodes.get('tags')),
    notes: textOf(fields.nodes.get('notes')),
    own: fields.own,
    status,
    hasMistypedStatus: fields.unreadable.has('status') && node.entries.get('status')?.hasColon !== true,
    unplanned,
    isSuspended,
    hasWords,
    openSlot: !unplanned && !hasWords,
  };
}

function states(fields: Fields, key: string): boolean {
  return fields.nodes.has(key) || fields.unreadable.has(key);
}

/**
 * A text of more UTF-16 units is not searched, and counts as not blank. Nobody writes that much white space, and
 * aliases may repeat a long text in many posts.
 */
const LONGEST_BLANK = 1_000;

function saysSomething(fields: Fields, key: string): boolean {
  const text = textOf(fields.nodes.get(key)) ?? '';
  return fields.unreadable.has(key) || text.length > LONGEST_BLANK || text.trim() !== '';
}

/**
 * Returns the day of a post: the day above it or, in a list, its own date. Returns null if there is none, or if it is
 * invalid or outside the period.
 *
 * @param isComplete - whether to report a missing date: true if the post is meant to go out
 */
function readDate({ fields, path, home, around, report }: Reading, isComplete: boolean): Day | null {
  const node = fields.nodes.get('date');
  if (home !== 'list') {
    if (node !== undefined) {
      const message =
        home === 'backlog'
          ? 'a post in the backlog cannot have a date; delete the date, or move the post to its day in "posts"'
          : 'the day of this post is already above it; delete the date';
      report(wrong([...path, 'date'], message, 'key'));
    }
    return home === 'backlog' ? null : home.day;
  }
  const name = textOf(node);
  if (name === null) {
    if (isComplete && !fields.unreadable.has('date')) {
      const message = `this post has no date; add one, such as date: ${around.period?.from ?? '2026-11-24'}`;
      report(problem('date', path, message));
    }
    return null;
  }
  const resolved = resolvedIn(around.period, name);
  if (resolved === null) return null;
  if ('day' in resolved) return resolved.day;
  const { problem: said, fact } = resolved;
  report(problem('date', [...path, 'date'], `date: ${said}`, 'value', `date: ${fact}`));
  return null;
}

/**
 * Returns the channels that a post names or, if it names none, the only channel of the plan. Reports unknown channels,
 * and leaves them out.
 *
 * @param isComplete - whether to report that a post names none of several channels: true if the post goes out
 */
function readPostChannels(
  { fields, path, around, report }: Reading,
  isComplete: boolean,
): readonly Channel[] {
  const { channels } = around;
  const one = fields.unreadable.has('channel') ? undefined : fields.nodes.get('channel');
  const many = fields.nodes.get('channels');
  if (one !== undefined && many !== undefined) {
    const later = one.start > many.start ? 'channel' : 'channels';
    report(
      wrong(
        [...path, later],
        'this post has both "channel" and "channels"; put all its channels into "channels", and delete "channel"',
        'key',
      ),
    );
  }
  if (channels === null) return [];
  const names: readonly (readonly [name: string, place: Path])[] = [
    ...textsOf(one).map((name) => [name, [...path, 'channel']] as const),
    ...textsOf(many).map(
      (name, index) => [name, [...path, 'channels', ...(many?.kind === 'list' ? [index] : [])]] as const,
    ),
  ];
  const isUnreadable = fields.unreadable.has('channel') || fields.unreadable.has('channels');
  if (names.length === 0) {
    if (channels.size === 1) return [...channels.values()];
    if (isComplete && !isUnreadable) {
      const message = `this post has no channel; ${addOne('channel', [...channels.keys()])}`;
      report(problem('channel', path, message));
    }
  }
  const found = new Set<Channel>();
  for (const [name, place] of names) {
    const channel = channels.get(nameOf(name));
    if (channel !== undefined) found.add(channel);
    else report(problem('channel', place, unknownChannel(name, [...channels.keys()], around.nearest)));
  }
  return [...found];
}

/**
 * Returns the beginning of a message: that several names, written as one text, are read as one name. Advice should
 * follow after a comma.
 */
function readAsOne(names: string): string {
  const several = names.split(',').filter((name) => name.trim() !== '').length === 2 ? 'two' : 'several';
  return `${quoted(names)} is read as one channel; to name ${several}`;
}

function unknownChannel(name: string, names: readonly string[], nearest: Nearest): string {
  if (names.length === 1 && names[0] === DEFAULT_CHANNEL) {
    return `${quoted(name)} is not a channel of this plan, which names none; add channels: [${brief(name)}] at the top of the plan`;
  }
  if (name.includes(',')) return `${readAsOne(name)}, write channels: [${brief(name)}]`;
  if (names.length === 1 && names[0]?.includes(',')) {
    return `in the channels of the plan, ${readAsOne(names[0])}, write channels: [${brief(names[0])}] there`;
  }
  const meant = didYouMean(name, names, nearest);
  if (meant !== '') return `${quoted(name)} is not a channel of this plan${meant}`;
  const advice = `write ${listedNames(names)}, or add ${quoted(name)} to the channels of the plan`;
  return `${quoted(name)} is not a channel of this plan; ${advice}`;
}
