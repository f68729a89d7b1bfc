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
import { networkNamed } from './networks.ts';
import { UnreadableSchedule } from './rows.ts';

/** The channels of the plan that one row of a schedule is for, and why any other names in the row do not count. */
interface FoundChannels {
  readonly channels: readonly string[];
  /**
   * A reason for each name in the row that stands for no channel of the plan, or one reason if the row has no name and
   * is for no channel.
   */
  readonly reasons: readonly string[];
}

/** Finds the channels of a plan that the names in a schedule stand for. */
export class ChannelNames {
  private readonly names: readonly string[];
  /** The channel by its exact name, and by its folded name unless two channels share that. */
  private readonly spellings: ReadonlyMap<string, string>;
  /** The channel by each of its other names, folded, and by its network if no other channel has that. */
  private readonly otherNames: ReadonlyMap<string, string>;
  private readonly isNameless: boolean;
  private readonly given: string | undefined;
  private readonly nearest = nearestOfFirst();

  /**
   * @param given - the channel that the user says the whole file is for; undefined if the user does not say. If the
   * plan names channels, it must be one of them
   * @param aliases - other names that the team gives to channels
   */
  constructor(channels: readonly Channel[], given: string | undefined, aliases: ChannelAliases) {
    this.names = channels.map(({ name }) => name);
    this.otherNames = otherNamesOf(this.names, aliases);
    this.spellings = spellingsOf(this.names);
    this.isNameless = this.names.length === 1 && this.names[0] === DEFAULT_CHANNEL;
    this.given = given;
  }

  /**
   * Refuses a schedule if it is not clear which channels the rows are for.
   *
   * @param rows - for each row, the names of channels in it
   * @throws {UnreadableSchedule} if no channel is given, and either the plan has several channels but no row names one,
   * or the plan names no channel but the rows name several
   */
  refuseUnclear(rows: readonly (readonly string[])[]): void {
    if (this.given !== undefined || rows.length === 0) return;
    const stated = new Map(rows.flat().map((name) => [folded(name), name]));
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
   * Returns a function that tells whether a schedule covers a channel of the plan. If the schedule names channels, it
   * covers those that it names and the one that the user gives; otherwise it covers all channels, or only the one that
   * the user gives.
   *
   * @param stated - all names of channels in the schedule
   */
  coverage(stated: Iterable<string>): (channel: string) => boolean {
    const names = [...new Set(stated)];
    const found = new Set(names.map((name) => this.channelNamed(name) ?? this.given));
    return (channel) =>
      this.isNameless ||
      channel === this.given ||
      found.has(channel) ||
      (this.given === undefined && names.length === 0);
  }

  /**
   * Returns the channels that the names in one row stand for. A name that is not in the plan stands for the channel
   * that the user gave, if any. A row without names is for that channel or, if the user gave none, for the only channel
   * of the plan.
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
      const channel = this.channelNamed(name) ?? this.given;
      if (channel !== undefined) channels.add(channel);
      else reasons.push(unknownChannel(name, this.names, this.nearest));
    }
    return { channels: [...channels], reasons };
  }

  private channelNamed(name: string): string | undefined {
    const network = networkNamed(name);
    return (
      named(name, this.spellings) ??
      this.otherNames.get(folded(name)) ??
      (network === undefined ? undefined : this.otherNames.get(network))
    );
  }

  /** For a plan that names no channel: returns its only one, or none if the row is for others than the given one. */
  private findNameless(names: readonly string[]): FoundChannels {
    const { given } = this;
    const isIts = given === undefined || names.length === 0 || channelNamed(given, names) !== undefined;
    if (isIts) return { channels: [DEFAULT_CHANNEL], reasons: [] };
    return { channels: [], reasons: [`is for ${listedNames(names, 'and')}, not for ${brief(given)}`] };
  }
}

/**
 * Returns the message that a name is not a channel of the plan. The message suggests the channel that was probably
 * meant, or lists all channels.
 *
 * @param names - the names of the plan's channels
 */
export function unknownChannel(name: string, names: readonly string[], find?: Nearest): string {
  const advice = didYouMean(name, names, find) || `, which has ${listedNames(names, 'and')}`;
  return `${quoted(name)} is not a channel of the plan${advice}`;
}

/**
 * Returns the name in `names` that is equal to `name` or, failing that, the only name that differs from it just in
 * letter case or white space; undefined if there is none.
 */
export function channelNamed(name: string, names: readonly string[]): string | undefined {
  return named(name, spellingsOf(names));
}

function named(name: string, spellings: ReadonlyMap<string, string>): string | undefined {
  return spellings.get(nameOf(name)) ?? spellings.get(folded(name));
}

/** Other names of channels, by the name of the channel. */
export type ChannelAliases = readonly (readonly [channel: string, alias: string])[];

function otherNamesOf(names: readonly string[], aliases: ChannelAliases): ReadonlyMap<string, string> {
  const ofNetworks = groupsOf(names, (name) =>
    [networkNamed(name) ?? ''].filter((network) => network !== ''),
  );
  const single = [...ofNetworks].flatMap(([network, [name = '', ...others]]) =>
    others.length === 0 ? [[network, name] as const] : [],
  );
  const given = aliases.flatMap(([channel, alias]) =>
    names.includes(channel) ? [[folded(alias), channel] as const] : [],
  );
  return new Map([...single, ...given]);
}

function spellingsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const alike = groupsOf(names, (name) => [folded(name)]);
  const unlike = [...alike].flatMap(([key, group]) =>
    group.length === 1 ? group.map((name) => [key, name] as const) : [],
  );
  return new Map([...unlike, ...names.map((name) => [nameOf(name), name] as const)]);
}
