import type { Day } from '../dates.ts';
import { timeOf } from '../dates.ts';
import {
  type Fields,
  type Kind,
  nameOf,
  type Report,
  readFields,
  textOf,
  textsOf,
  wrong,
} from '../fields.ts';
import { isNull, type Node, type Path } from '../source/node.ts';
import { didYouMean, listed, quoted } from '../words.ts';
import { notADay, type Period } from './calendar.ts';
import { type Channel, goesOut, type Post, type Status } from './model.ts';
import { postSchema } from './schema.ts';

/** What a post is read against. */
export interface Surroundings {
  /** Null where the period could not be read. */
  readonly period: Period | null;
  /** Null where the channels could not be read: no post can be judged by its channel then. */
  readonly channels: ReadonlyMap<string, Channel> | null;
  /** The category that each format implies. */
  readonly formats: ReadonlyMap<string, string | null>;
}

/** Where a post stands: under the name of its day, in a list with its own date, or in the backlog without one. */
export type Home = { readonly day: Day | null } | 'list' | 'backlog';

const POST: Kind = {
  schema: postSchema,
  noun: 'a post',
  example: '{ time: "09:00", category: branded, title: Autumn menu teaser }',
};

/** Reads one post and reports what is wrong in it; what is left of it counts. Null where it is no mapping. */
export function readPost(
  node: Node,
  path: Path,
  home: Home,
  around: Surroundings,
  report: Report,
): Post | null {
  if (isNull(node)) {
    report(wrong(path, `here stands no post; write one such as ${POST.example}, or delete the dash`));
    return null;
  }
  const fields = readFields(node, path, POST, report);
  if (node.kind !== 'mapping') return null;
  const status = (fields.values.get('status') as Status | undefined) ?? 'draft';
  const isComplete = home !== 'backlog' && goesOut({ status }) && !fields.unreadable.has('status');
  const date = readDate(fields, path, home, around.period, isComplete, report);
  const channels = readPostChannels(fields, path, around.channels, isComplete, report);
  const title = textOf(fields.nodes.get('title')) ?? '';
  const text = textOf(fields.nodes.get('text')) ?? '';
  const post = {
    path,
    date,
    time: timeOf(textOf(fields.nodes.get('time')) ?? ''),
    channels: channels.map(({ name }) => name),
    format: formatOf(fields),
    status,
    unplanned: fields.values.get('unplanned') === true,
    openSlot:
      title.trim() === '' &&
      text.trim() === '' &&
      !fields.unreadable.has('title') &&
      !fields.unreadable.has('text'),
  };
  const mustHaveCategory = isComplete && !post.unplanned && !fields.unreadable.has('unplanned');
  const judges = channels.length > 0 ? channels : [...(around.channels?.values() ?? [])];
  const categories = readCategories(
    fields,
    path,
    judges,
    channels.length > 0,
    around,
    mustHaveCategory,
    report,
  );
  return { ...post, categories: channels.length > 0 ? categories : new Map() };
}

function formatOf(fields: Fields): string | null {
  const format = textOf(fields.nodes.get('format'));
  return format === null ? null : nameOf(format);
}

function readDate(
  fields: Fields,
  path: Path,
  home: Home,
  period: Period | null,
  isComplete: boolean,
  report: Report,
): Day | null {
  const node = fields.nodes.get('date');
  if (home !== 'list') {
    if (node !== undefined) {
      const advice =
        home === 'backlog' ? 'to plan it, move it under its day in posts' : 'it stands under its day already';
      report(wrong([...path, 'date'], `a post here has no date of its own; ${advice}`, 'key'));
    }
    return home === 'backlog' ? null : home.day;
  }
  const atDate = { path: [...path, 'date'], at: 'value' } as const;
  if (node === undefined) {
    if (isComplete && !fields.unreadable.has('date')) {
      const message = 'this post has no date; add its day, such as date: mon or date: 2026-11-24';
      report({ rule: 'date', place: { path, at: 'value' }, message });
    }
    return null;
  }
  const name = textOf(node) ?? '';
  const resolved = period === null ? { problem: notADay(name) } : period.resolve(name);
  if ('day' in resolved) return resolved.day;
  if (resolved.problem !== null)
    report({ rule: 'date', place: atDate, message: `date: ${resolved.problem}` });
  return null;
}

function readPostChannels(
  fields: Fields,
  path: Path,
  channels: ReadonlyMap<string, Channel> | null,
  isComplete: boolean,
  report: Report,
): readonly Channel[] {
  const one = fields.nodes.get('channel');
  const many = fields.nodes.get('channels');
  if (one !== undefined && many !== undefined) {
    const later = one.start > many.start ? 'channel' : 'channels';
    report(
      wrong([...path, later], 'the post has both channel and channels; put every name into channels', 'key'),
    );
  }
  if (channels === null) return [];
  const named = [
    ...textsOf(one).map((name) => ({ name: nameOf(name), place: [...path, 'channel'] as Path })),
    ...textsOf(many).map((name, index) => ({
      name: nameOf(name),
      place: [...path, 'channels', ...(many?.kind === 'list' ? [index] : [])] as Path,
    })),
  ];
  if (named.length === 0) {
    const isUnreadable = fields.unreadable.has('channel') || fields.unreadable.has('channels');
    if (channels.size === 1 && !isUnreadable) return [...channels.values()];
    if (isComplete && !isUnreadable) {
      const message = `this post names no channel; add channel: ${listed([...channels.keys()])}`;
      report({ rule: 'channel', place: { path, at: 'value' }, message });
    }
    return [];
  }
  const found = new Set<Channel>();
  for (const { name, place } of named) {
    const channel = channels.get(name);
    if (channel !== undefined) found.add(channel);
    else
      report({
        rule: 'channel',
        place: { path: place, at: 'value' },
        message: unknownChannel(name, channels),
      });
  }
  return [...found];
}

function unknownChannel(name: string, channels: ReadonlyMap<string, Channel>): string {
  const names = [...channels.keys()];
  const meant = didYouMean(name, names);
  if (meant !== '') return `${quoted(name)} is no channel of this plan${meant}`;
  return `${quoted(name)} is no channel of this plan, which has ${listed(names, 'and')}; write one of these, or add it to channels`;
}

/**
 * The category on each of the channels: the one that is named, else the one that the format implies there.
 *
 * @param all - whether the post goes out on all of the channels; else any of them may be its one
 */
function readCategories(
  fields: Fields,
  path: Path,
  channels: readonly Channel[],
  all: boolean,
  around: Surroundings,
  isRequired: boolean,
  report: Report,
): ReadonlyMap<string, string> {
  const named = textOf(fields.nodes.get('category'));
  const format = formatOf(fields);
  const category =
    named === null ? (format === null ? null : (around.formats.get(format) ?? null)) : nameOf(named);
  const judged = channels.filter(({ targets }) => targets.mix !== null);
  const knowing = judged.filter(({ targets }) => targets.mix?.some((part) => part.category === category));
  const isWrong = all ? knowing.length < judged.length : knowing.length === 0 && judged.length > 0;
  if (named !== null && isWrong) {
    const strangers = judged.filter((channel) => !knowing.includes(channel));
    const message = unknownCategory(nameOf(named), strangers, channels.length > 1, around);
    report({ rule: 'category', place: { path: [...path, 'category'], at: 'value' }, message });
  }
  const canBeJudged = judged.length > 0 || (format === null && channels.length > 0);
  const isMissing = named === null && isRequired && (isWrong || category === null) && canBeJudged;
  if (isMissing && !fields.unreadable.has('category') && !fields.unreadable.has('format')) {
    report({
      rule: 'category',
      place: { path, at: 'value' },
      message: missingCategory(format, category, judged),
    });
  }
  return new Map(knowing.map(({ name }) => [name, category ?? '']));
}

function unknownCategory(
  name: string,
  strangers: readonly Channel[],
  sayWhere: boolean,
  around: Surroundings,
): string {
  const categories = [
    ...new Set(strangers.flatMap(({ targets }) => targets.mix?.map(({ category }) => category) ?? [])),
  ];
  const where = sayWhere
    ? ` of ${listed(
        strangers.map((channel) => channel.name),
        'and',
      )}`
    : '';
  const implied = around.formats.get(name);
  if (implied !== undefined) {
    const category = implied !== null && categories.includes(implied) ? implied : categories[0];
    return `${quoted(name)} is a format, no category of the mix${where}; write category: ${category}, format: ${name}`;
  }
  const meant = didYouMean(name, categories);
  return `${quoted(name)} is no category of the mix${where}${meant || `; write ${listed(categories)}`}`;
}

function missingCategory(
  format: string | null,
  implied: string | null,
  channels: readonly Channel[],
): string {
  const categories = [
    ...new Set(channels.flatMap(({ targets }) => targets.mix?.map(({ category }) => category) ?? [])),
  ];
  const add = `add category: ${categories.length === 0 ? 'one of the mix' : listed(categories)}`;
  if (format === null) return `this post has no category; ${add}`;
  if (implied === null)
    return `this post has no category, and the format ${quoted(format)} implies none; ${add}`;
  return `this post has no category, and ${quoted(implied)}, which its format implies, is not in the mix; ${add}`;
}
