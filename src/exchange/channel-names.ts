import { type Channel, DEFAULT_CHANNEL } from '../plan/plan.ts';
import { groupsOf } from '../text/groups.ts';
import {
  brief,
  didYouMean,
  folded,
  listedNames,
  type Nearest,
  nearestOfFirst,
  quoted,
} from '../text/words.ts';
import { nameOf } from '../yaml/fields.ts';
import { UnreadableSchedule } from './rows.ts';

/**
 * The channels of the plan named in a row, and the reasons why other names, or a row without names, mean no channel.
 */
export interface FoundChannels {
  readonly channels: readonly string[];
  readonly reasons: readonly string[];
}

/** Finds the channels of a plan by the names used in a schedule. */
export class ChannelNames {
  private readonly names: readonly string[];
  /** The channel for each exact name, and for each folded name that is unambiguous. */
  private readonly spellings: ReadonlyMap<string, string>;
  private readonly isNameless: boolean;
  private readonly given: string | undefined;
  private readonly nearest = nearestOfFirst();

  /**
   * @param given - the channel that the whole file is for, if the user said so; one of the plan's channels if the plan
   * names any
   */
  constructor(channels: readonly Channel[], given: string | undefined) {
    this.names = channels.map(({ name }) => name);
    this.spellings = spellingsOf(this.names);
    this.isNameless = this.names.length === 1 && this.names[0] === DEFAULT_CHANNEL;
    this.given = given;
  }

  /**
   * Makes sure that it is clear which channel each row is for.
   *
   * @param rows - the names in each row
   * @throws {UnreadableSchedule} if no channel is given and the plan has several but no row names any, or the plan
   * names none but the rows name several
   */
  refuseUnclear(rows: readonly (readonly string[])[]): void {
    if (this.given !== undefined || rows.length === 0) return;
    const stated = new Map(rows.flat().map((name) => [folded(name), name]));
    const [first = ''] = this.isNameless ? stated.values() : this.names;
    const option = `add --channel ${brief(first)}`;
    if (this.isNameless && stated.size > 1) {
      const names = listedNames([...stated.values()], 'and');
      throw new UnreadableSchedule(
        `is for ${names}, but the plan names no channel; ${option} if that is the one`,
      );
    }
    if (!this.isNameless && this.names.length > 1 && stated.size === 0) {
      const names = listedNames(this.names, 'and');
      throw new UnreadableSchedule(
        `names no channel, but the plan has ${names}; ${option} if the file is for that one, or give it a column "channel"`,
      );
    }
  }

  /**
   * Returns a test of whether a schedule covers a channel of the plan. A file given for one channel covers only this
   * channel and those that its rows name; any other file covers all channels.
   */
  coverage(posts: readonly { readonly channel: string }[]): (channel: string) => boolean {
    const found = new Set(posts.map(({ channel }) => channel));
    return (channel) =>
      this.given === undefined || this.isNameless || channel === this.given || found.has(channel);
  }

  /**
   * The channels that the names in one row mean. A row without names, and a name that is not in the plan, mean the
   * given channel. If none is given, a row without names means the only channel of the plan.
   */
  find(names: readonly string[]): FoundChannels {
    if (this.isNameless) return this.findNameless(names);
    const byDefault = this.given ?? (this.names.length === 1 ? this.names[0] : undefined);
    if (names.length === 0) {
      if (byDefault !== undefined) return { channels: [byDefault], reasons: [] };
      return {
        channels: [],
        reasons: [`names no channel, but the plan has ${listedNames(this.names, 'and')}`],
      };
    }
    const channels = new Set<string>();
    const reasons: string[] = [];
    for (const name of names) {
      const channel = named(name, this.spellings) ?? this.given;
      if (channel !== undefined) channels.add(channel);
      else reasons.push(unknownChannel(name, this.names, this.nearest));
    }
    return { channels: [...channels], reasons };
  }

  /** The channel of a plan that names none. There is exactly one, whatever it is called in a schedule. */
  private findNameless(names: readonly string[]): FoundChannels {
    const { given } = this;
    const isIts = given === undefined || names.length === 0 || channelNamed(given, names) !== undefined;
    if (isIts) return { channels: [DEFAULT_CHANNEL], reasons: [] };
    return { channels: [], reasons: [`is for ${listedNames(names, 'and')}, not for ${brief(given)}`] };
  }
}

/**
 * The sentence for a name that is not a channel of the plan. It suggests the name that was probably meant, or lists
 * all.
 */
export function unknownChannel(name: string, names: readonly string[], find?: Nearest): string {
  const advice = didYouMean(name, names, find) || `, which has ${listedNames(names, 'and')}`;
  return `${quoted(name)} is not a channel of the plan${advice}`;
}

/** The channel with a name, ignoring letter case if that is unambiguous; undefined if there is none. */
export function channelNamed(name: string, names: readonly string[]): string | undefined {
  return named(name, spellingsOf(names));
}

function named(name: string, spellings: ReadonlyMap<string, string>): string | undefined {
  return spellings.get(nameOf(name)) ?? spellings.get(folded(name));
}

function spellingsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const alike = groupsOf(names, (name) => [folded(name)]);
  const unlike = [...alike].flatMap(([key, group]) =>
    group.length === 1 ? group.map((name) => [key, name] as const) : [],
  );
  return new Map([...unlike, ...names.map((name) => [nameOf(name), name] as const)]);
}
