import { type Channel, DEFAULT_CHANNEL } from '../plan/plan.ts';
import type { TeamPolicy } from '../policy/team-policy.ts';
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
import { networkNamed } from './networks.ts';
import { UnreadableSchedule } from './rows.ts';

/** The channels of the plan that one row of a schedule is for, and what is wrong with the names in the row. */
interface FoundChannels {
  readonly channels: readonly string[];
  /**
   * Why names in the row do not count, or why the row is for no channel, in words that can follow a line number. Empty
   * if nothing is wrong.
   */
  readonly reasons: readonly string[];
}

/** Finds the channels of a plan that the names in a schedule (a sheet or a calendar) stand for. */
export class ChannelNames {
  private readonly names: readonly string[];
  private readonly spellings: Spellings;
  private readonly isNameless: boolean;
  private readonly given: string | undefined;
  private readonly nearest = nearestOfFirst();

  /**
   * @param channels - the channels of the plan
   * @param given - the channel that the user says the whole file is for; undefined if the user does not say. If the
   * plan names its channels, `given` must be one of these names
   * @param aliases - other names that the team gives to channels
   */
  constructor(channels: readonly Channel[], given: string | undefined, aliases: ChannelAliases) {
    this.names = channels.map(({ name }) => name);
    this.spellings = spellingsOf(this.names, aliases);
    this.isNameless = this.names.length === 1 && this.names[0] === DEFAULT_CHANNEL;
    this.given = given;
  }

  /**
   * Throws if it is not clear which channels the rows of a schedule are for. Does nothing if the user gave a channel.
   *
   * @param rows - for each row, the names of channels in the row
   * @throws {UnreadableSchedule} if the plan has several channels but no row names one, or if the plan names no channel
   * but the rows name several
   */
  refuseUnclear(rows: readonly (readonly string[])[]): void {
    if (this.given !== undefined || rows.length === 0) return;
    const stated = new Map(rows.flat().map((name) => [networkNamed(name) ?? folded(name), name]));
    const [first = ''] = this.isNameless ? stated.values() : this.names;
    const option = `add --channel ${brief(first)}`;
    if (this.isNameless && stated.size > 1) {
      const names = listedNames([...stated.values()], 'and');
      throw new UnreadableSchedule(
        `is for ${names}, but the plan names no channel; ${option} if the plan is for that one`,
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
   * Returns a function that tells whether a schedule covers a channel of the plan. A schedule covers the channels that
   * it names, and the channel that the user gave; if there are neither, all channels. If the plan names no channel, its
   * only channel is always covered.
   *
   * @param stated - all names of channels in the schedule
   */
  coverage(stated: Iterable<string>): (channel: string) => boolean {
    const names = [...new Set(stated)];
    const found = new Set(names.map((name) => named(name, this.spellings) ?? this.given));
    return (channel) =>
      this.isNameless ||
      channel === this.given ||
      found.has(channel) ||
      (this.given === undefined && names.length === 0);
  }

  /**
   * Returns the channels of the plan that one row is for.
   *
   * - A row with names is for the channels that the names stand for. A name that the plan does not know stands for the
   *   channel that the user gave, if any.
   * - A row without names is for the channel that the user gave or, if there is none, for the only channel of the plan.
   * - If the plan names no channel, each row is for its only channel, unless the user gave a channel and the row names
   *   only others.
   *
   * @param names - the names of channels in the row
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

  /** For a plan that names no channel: returns its only one, or none if the row is for others than the given one. */
  private findNameless(names: readonly string[]): FoundChannels {
    const { given } = this;
    const isIts =
      given === undefined ||
      names.length === 0 ||
      names.some((name) => channelNamed(name, [given]) !== undefined);
    if (isIts) return { channels: [DEFAULT_CHANNEL], reasons: [] };
    return { channels: [], reasons: [`is for ${listedNames(names, 'and')}, not for ${brief(given)}`] };
  }
}

/**
 * Returns the message that `name` is not a channel of the plan. The message suggests the channel that was probably
 * meant or, if no channel is close enough, lists all channels.
 *
 * @param names - the names of the plan's channels
 * @param find - finds the channel that was probably meant; if left out, `nearest`
 */
export function unknownChannel(name: string, names: readonly string[], find?: Nearest): string {
  const advice = didYouMean(name, names, find) || `, which has ${listedNames(names, 'and')}`;
  return `${quoted(name)} is not a channel of the plan${advice}`;
}

/**
 * Returns the channel in `names` that `name` stands for; undefined if there is none. An equal name takes precedence,
 * then the only name that is equal ignoring letter case and white space, then the only name of the same known network,
 * such as `instagram` for `IG`.
 */
export function channelNamed(name: string, names: readonly string[]): string | undefined {
  return named(name, spellingsOf(names));
}

/** The channels of a plan by what a file may call them. */
interface Spellings {
  /** The channel by its exact name, and by its folded name unless two channels share that. */
  readonly channels: ReadonlyMap<string, string>;
  /** The channel by the usual name of its network, unless two channels are of that network. */
  readonly networks: ReadonlyMap<string, string>;
}

function named(name: string, { channels, networks }: Spellings): string | undefined {
  return channels.get(nameOf(name)) ?? channels.get(folded(name)) ?? networks.get(networkNamed(name) ?? '');
}

/** Aliases: other names that a team gives to its channels, each with the name of its channel. */
export type ChannelAliases = readonly (readonly [channel: string, alias: string])[];

/** Returns the aliases that the team's config gives to channels; empty if there are none. */
export function channelAliases({ channels }: TeamPolicy): ChannelAliases {
  return channels.flatMap(({ name, aliases = [] }) => aliases.map((alias) => [name, alias] as const));
}

function spellingsOf(names: readonly string[], aliases: ChannelAliases = []): Spellings {
  const foldedOnes = onlyOnes(names, (name) => [folded(name)]);
  const others = aliases.flatMap(([channel, alias]) =>
    names.includes(channel) ? [[folded(alias), channel] as const] : [],
  );
  return {
    channels: new Map([...others, ...foldedOnes, ...names.map((name) => [nameOf(name), name] as const)]),
    networks: onlyOnes(names, (name) => {
      const network = networkNamed(name);
      return network === undefined ? [] : [network];
    }),
  };
}

/** Each name by its key, without the keys that several names have. */
function onlyOnes(
  names: readonly string[],
  keysOf: (name: string) => readonly string[],
): ReadonlyMap<string, string> {
  const groups = [...groupsOf(names, keysOf)];
  return new Map(
    groups.flatMap(([key, group]) => (group.length === 1 ? group.map((name) => [key, name] as const) : [])),
  );
}

/** Returns the names of a plan's channels; an empty list if the plan names no channel. */
export function statedChannels({ channels }: { readonly channels: readonly Channel[] }): readonly string[] {
  return channels.map(({ name }) => name).filter((name) => name !== DEFAULT_CHANNEL);
}
