import { addOne, didYouMean, listed, listedNames, type Nearest, quoted } from '../text/words.ts';
import { type Fields, nameOf, textOf } from '../yaml/fields.ts';
import type { Path } from '../yaml/node.ts';
import { problem, type Report } from '../yaml/structural-problem.ts';
import type { Channel } from './plan.ts';

/** Everything outside a post that affects which category it has. */
interface CategoryJudgement {
  /** The channels of the post. Its category should be in the mix of each of them. */
  readonly channels: readonly Channel[];
  /** Whether to report a missing category: true for a planned post that goes out. */
  readonly isRequired: boolean;
  /**
   * The known formats, such as `promo`, each with the category that it implies; `null` for a format that implies none.
   */
  readonly formats: ReadonlyMap<string, string | null>;
  /** The team's other names for categories (aliases), each with the category that it stands for. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Returns the known name that a misspelt one was probably meant to be; undefined if none is close enough. */
  readonly nearest: Nearest;
}

/**
 * The category of a post on each of its channels, by channel name. Channels whose mix is invalid or lacks the category
 * are left out.
 */
interface PostCategories {
  /** The category that the post names or, if it names none, the one that its format implies. */
  readonly categories: ReadonlyMap<string, string>;
  /** The category that the post's format implies. It is here even if the post names a category itself. */
  readonly impliedCategories: ReadonlyMap<string, string>;
}

/**
 * Returns the category of a post on each of its channels. Reports at most one problem: that the category is unknown, or
 * that it is missing. On a channel whose mix is invalid, the post has no category, and no problem is reported.
 */
export function readCategories(
  fields: Fields,
  path: Path,
  judgement: CategoryJudgement,
  report: Report,
): PostCategories {
  const { channels, isRequired, formats, aliases } = judgement;
  const named = nameIn(fields, 'category');
  const format = nameIn(fields, 'format');
  const implied = format === null ? null : (formats.get(format) ?? null);
  const judges = channels.filter(({ targets }) => targets.mix !== null);
  const impliedCategories = onChannels(implied, judges, aliases);
  const categories = named === null ? impliedCategories : onChannels(named, judges, aliases);
  const strangers = judges.filter(({ name }) => !categories.has(name));
  const isUnreadable = fields.unreadable.has('category') || fields.unreadable.has('format');
  if (named !== null && strangers.length > 0) {
    const message = unknown(named, strangers, channels.length > 1, judgement);
    report(problem('category', [...path, 'category'], message));
  } else if (named === null && isRequired && strangers.length > 0 && !isUnreadable) {
    report(problem('category', path, missing(format, implied, judges, strangers, judgement)));
  }
  return { categories, impliedCategories };
}

/**
 * Returns, by channel name, the category that a name or alias stands for. Channels without that category are left out.
 */
function onChannels(
  name: string | null,
  channels: readonly Channel[],
  aliases: CategoryJudgement['aliases'],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (name === null) return found;
  for (const channel of channels) {
    const category = categoryOn(channel, name, aliases);
    if (category !== null) found.set(channel.name, category);
  }
  return found;
}

/**
 * Returns the category that `name` stands for on a channel: the category of that name or, if there is none, the one of
 * which `name` is an alias. Returns `null` if the channel's mix is invalid or has no such category.
 *
 * @param aliases - the team's other names for categories, each with the category that it stands for
 */
export function categoryOn(
  channel: Channel,
  name: string,
  aliases: ReadonlyMap<string, string>,
): string | null {
  const { has } = categoriesOn(channel);
  if (has(name)) return name;
  const other = aliases.get(name);
  return other !== undefined && has(other) ? other : null;
}

/** The categories in the mix of a channel. */
interface ChannelCategories {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
}

/** The categories of each channel asked for so far: a channel may stand for a thousand, and be asked for each post. */
const knownCategories = new WeakMap<Channel, ChannelCategories>();

function categoriesOn(channel: Channel): ChannelCategories {
  const known = knownCategories.get(channel);
  if (known !== undefined) return known;
  const set = new Set(channel.targets.mix?.map(({ category }) => category) ?? []);
  const categories = { names: [...set], has: (name: string) => set.has(name) };
  knownCategories.set(channel, categories);
  return categories;
}

function nameIn(fields: Fields, key: string): string | null {
  const text = textOf(fields.nodes.get(key));
  return text === null ? null : nameOf(text);
}

function unknown(
  name: string,
  strangers: readonly Channel[],
  sayWhere: boolean,
  { formats, aliases, nearest }: CategoryJudgement,
): string {
  const categories = categoriesOf(strangers);
  const where = sayWhere ? ` of ${namesOf(strangers)}` : '';
  const includes = (category: string) => strangers.some((channel) => categoriesOn(channel).has(category));
  const implied = formats.get(name);
  if (implied !== undefined) {
    const category = implied !== null && includes(implied) ? implied : categories[0];
    return `${quoted(name)} is a format, not a category of the mix${where}; write category: ${category}, format: ${name}`;
  }
  const others = () => [...aliases].flatMap(([other, category]) => (includes(category) ? [other] : []));
  const meant = didYouMean(name, () => [...categories, ...others()], nearest);
  return `${quoted(name)} is not a category of the mix${where}${meant || `; write ${listedNames(categories)}`}`;
}

/**
 * Returns the message about a missing category. It suggests the categories that all channels of the post have in
 * common.
 */
function missing(
  format: string | null,
  implied: string | null,
  judges: readonly Channel[],
  strangers: readonly Channel[],
  judgement: CategoryJudgement,
): string {
  const [first, ...others] = judges.map(categoriesOn);
  const names = first?.names ?? [];
  const shared = others.length === 0 ? names : names.filter((name) => others.every(({ has }) => has(name)));
  const add =
    shared.length > 0
      ? addOne('category', shared)
      : 'its channels have no category in common; write a separate post for each channel';
  if (format === null) return `this post has no category; ${add}`;
  if (implied === null)
    return `this post has no category, and the format ${quoted(format)} implies none${askForFormat(format, judgement)}${add}`;
  const where = judges.length > 1 ? ` of ${namesOf(strangers)}` : '';
  return `this post has no category: its format implies ${quoted(implied)}, which is not in the mix${where}; ${add}`;
}

/**
 * Returns the middle of a message: a question whether another format was meant, if one that implies a category has a
 * similar name, and otherwise just "; ".
 */
function askForFormat(format: string, { formats, nearest }: CategoryJudgement): string {
  const implying = [...formats].flatMap(([name, category]) => (category === null ? [] : [name]));
  const meant = formats.has(format) ? undefined : nearest(format, implying);
  return meant === undefined ? '; ' : `; did you mean the format ${quoted(meant)}? If not, `;
}

function categoriesOf(channels: readonly Channel[]): readonly string[] {
  const each = channels.map((channel) => categoriesOn(channel).names);
  return each.length === 1 ? (each[0] ?? []) : [...new Set(each.flat())];
}

function namesOf(channels: readonly Channel[]): string {
  const names = channels.map(({ name }) => name);
  return `channel${names.length === 1 ? '' : 's'} ${listed(names, 'and', quoted)}`;
}
