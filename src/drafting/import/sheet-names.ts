import { CategoryNames, spellingsOf } from '../../exchange/category-names.ts';
import { ChannelNames, channelAliases } from '../../exchange/channel-names.ts';
import { networkNamed } from '../../exchange/networks.ts';
import type { ScheduledIdea } from '../../exchange/rows.ts';
import { type Channel, DEFAULT_CHANNEL } from '../../plan/plan.ts';
import type { PlanTerms } from '../../plan/plan-settings.ts';
import { readSettingsOf } from '../../plan/read-plan.ts';
import { remembered } from '../../remembered.ts';
import { groupsOf } from '../../text/groups.ts';
import { folded } from '../../text/words.ts';
import { LONGEST_NAME } from '../../yaml/fields.ts';
import { readText } from '../../yaml/source.ts';
import { unguarded } from './cells.ts';
import { type HeadWishes, headOf } from './plan-head.ts';

/** A name in the column of categories that stands for no category yet. */
export interface UnknownCategory {
  /** The name, as it is written in the first row that has it. */
  readonly name: string;
  /** The number of rows with the name. */
  readonly count: number;
}

/** The channels and the category that a post from a sheet gets in the plan. */
export interface PlacedPost {
  readonly channels: readonly string[];
  /** The category of the post on these channels; null if nothing in its row names one. */
  readonly category: string | null;
}

/**
 * Returns the names of the channels of a plan: those that the team's config names or, if it names none, those in the
 * rows, each by its first spelling. Empty if neither names any.
 *
 * @param given - the channel of the rows that name none; null if the user did not say
 */
export function channelsOfPlan(
  rows: readonly ScheduledIdea[],
  { policy }: PlanTerms,
  given: string | null,
): readonly string[] {
  if (policy.channels.length > 0) return policy.channels.map(({ name }) => name);
  const named = rows.flatMap(({ channels }) => channels.map(unguarded));
  const spellings = groupsOf([...(given === null ? [] : [given]), ...named], (name) => [
    networkNamed(name) ?? folded(name),
  ]);
  return [...spellings.values()].map(([name = '']) => name);
}

/** Finds what the names of channels and categories in the rows of a sheet stand for in a plan. */
export class SheetNames {
  /** The categories of all channels, in the order of their mixes. */
  readonly categories: readonly string[];
  private readonly known: readonly Channel[];
  private readonly names: ChannelNames;
  private readonly given: string | undefined;
  private readonly ofChannel = new Map<string, string>();
  /** The category of each name asked for so far on any channel; empty if it has none. */
  private readonly anywhere = new Map<string, string>();
  private readonly byChannel: ReadonlyMap<string, CategoryNames>;

  /**
   * @param wishes - the time zone, channels and mix to write at the top of the plan
   * @param given - the channel of the rows that name none, which must be one of the plan; undefined if the user did not
   * say
   * @param meanings - the category that each name stands for, as the user says
   */
  constructor(
    wishes: HeadWishes,
    terms: PlanTerms,
    given: string | undefined,
    meanings: ReadonlyMap<string, string> = new Map(),
  ) {
    const { root } = readText(headOf({ week: '2026-W48' }, wishes, terms));
    this.known = [...(readSettingsOf(root, terms).channels?.values() ?? [])];
    this.names = new ChannelNames(this.known, undefined, channelAliases(terms.policy));
    this.given = given;
    const policy = { ...terms.policy, aliases: withMeanings(terms.policy.aliases, meanings) };
    this.byChannel = new Map(this.known.map((channel) => [channel.name, new CategoryNames(channel, policy)]));
    const mixes = this.known.flatMap(({ targets }) => targets.mix ?? []);
    this.categories = [...new Set(mixes.map(({ category }) => category))];
  }

  /** The names of the plan's channels. If there are fewer than two, posts need not name a channel. */
  get channels(): readonly string[] {
    return this.known.map(({ name }) => name);
  }

  /** Returns the category that a name stands for on at least one channel; null if it stands for none. */
  categoryNamed(name: string): string | null {
    const found = remembered(this.anywhere, name, () => this.found([name], [...this.byChannel.keys()]) ?? '');
    return found === '' ? null : found;
  }

  /**
   * Returns the names in the column of categories that stand for no category on at least one channel of their rows, in
   * the order of the rows. Leaves out cells that are too long for a name.
   */
  unknownCategories(rows: readonly ScheduledIdea[]): readonly UnknownCategory[] {
    const named = rows.filter(({ category }) => category !== null && category.length <= LONGEST_NAME);
    const groups = groupsOf(named, ({ category }) => [folded(unguarded(category ?? ''))]);
    return [...groups.values()].flatMap((group) => {
      const name = unguarded(group[0]?.category ?? '');
      const channels = new Set(group.flatMap((row) => this.judges(this.channelsOf(row))));
      const isKnown =
        this.categoryNamed(name) !== null &&
        [...channels].every((channel) => this.found([name], [channel]) !== null);
      return isKnown ? [] : [{ name, count: group.length }];
    });
  }

  /**
   * Returns the posts of a row, each with its channels and its category. Several if the words for the category stand
   * for different categories on different channels; otherwise one.
   */
  placed(row: ScheduledIdea): readonly PlacedPost[] {
    const channels = this.channelsOf(row);
    const names = [row.category, ...row.labels].flatMap((name) => (name === null ? [] : [unguarded(name)]));
    const judges = this.judges(channels);
    if (judges.length === 0) {
      const category = names.map((name) => this.categoryNamed(name)).find((each) => each !== null);
      return [{ channels, category: category ?? null }];
    }
    const judged = groupsOf(judges, (channel) => [this.found(names, [channel]) ?? '']);
    const categories = [...judged.keys()].filter((category) => category !== '');
    if (categories.length <= 1) return [{ channels, category: categories[0] ?? null }];
    return [...judged].map(([category, its]) => ({ channels: its, category: category || null }));
  }

  /** The channels of a row in the words of the plan. A name that stands for no channel stays as it is. */
  private channelsOf(row: ScheduledIdea): readonly string[] {
    if (row.channels.length === 0)
      return (this.given === undefined ? this.names.find([]).channels : [this.given]).filter(isNamed);
    const found = row.channels.map((written) => {
      const name = unguarded(written);
      return remembered(this.ofChannel, name, () => this.names.find([name]).channels[0] ?? name);
    });
    return [...new Set(found.filter(isNamed))];
  }

  /**
   * The channels among these by whose mixes the category of a post is judged. If there are none, any channel of the plan
   * may know the category.
   */
  private judges(channels: readonly string[]): readonly string[] {
    return channels.filter((channel) => this.byChannel.has(channel));
  }

  private found(names: readonly string[], channels: readonly string[]): string | null {
    for (const name of names) {
      const spellings = spellingsOf(name);
      for (const channel of channels) {
        const category = this.byChannel.get(channel)?.find(spellings);
        if (category !== undefined && category !== null) return category;
      }
    }
    return null;
  }
}

function isNamed(channel: string): boolean {
  return channel !== DEFAULT_CHANNEL;
}

/** The team's aliases and what the user says, which beats an alias that differs from it only in letter case. */
function withMeanings(
  aliases: ReadonlyMap<string, string>,
  meanings: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const said = new Set([...meanings.keys()].map(folded));
  return new Map([...meanings, ...[...aliases].filter(([alias]) => !said.has(folded(alias)))]);
}
