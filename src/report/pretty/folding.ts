import type { Finding } from '../../findings/finding.ts';
import { brief } from '../../words.ts';

/** Findings of one file that say the same in several places. */
export interface Folded {
  /** The one to show. */
  readonly first: Finding;
  /** What they say, before it the channels that it is said of in the first place. */
  readonly message: string;
  /** Every other place as `line:column`, with the channels where they are others. */
  readonly alsoAt: readonly string[];
}

interface Group {
  readonly first: Finding;
  readonly message: string;
  /** The channels that the message names at each place. */
  readonly places: Map<string, Set<string>>;
}

/** Folds findings of the same rule, severity and (the channel before it aside) message, in the order of first places. */
export function folded(findings: readonly Finding[]): readonly Folded[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const { rule, severity, line, column } = finding;
    const channel = namedChannel(finding);
    const message = channel === null ? finding.message : finding.message.slice(prefix(channel).length);
    const key = [rule, severity, channel === null, message].join('\n');
    const group = groups.get(key) ?? { first: finding, message, places: new Map() };
    groups.set(key, group);
    const place = `${line}:${column}`;
    const channels = group.places.get(place) ?? new Set();
    group.places.set(place, channel === null ? channels : channels.add(channel));
  }
  return Array.from(groups.values(), unfolded);
}

function unfolded({ first, message, places }: Group): Folded {
  const [firstChannels = '', ...others] = Array.from(places.values(), (channels) => [...channels].join(', '));
  const [, ...otherPlaces] = places.keys();
  const alsoAt = otherPlaces.map((place, index) =>
    others[index] === firstChannels ? place : `${place} (${others[index]})`,
  );
  return { first, message: firstChannels === '' ? message : prefix(firstChannels) + message, alsoAt };
}

/** The channel that the message begins with, as it does in a plan with several. */
function namedChannel({ channel, message }: Finding): string | null {
  const name = channel === null ? null : brief(channel);
  return name !== null && message.startsWith(prefix(name)) ? name : null;
}

function prefix(channel: string): string {
  return `${channel}: `;
}
