import { type Day, spokenDay } from '../../dates.ts';
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

interface Place {
  readonly position: string;
  readonly date: Day | null;
  /** The channels that the message names here. */
  readonly channels: Set<string>;
}

interface Group {
  readonly first: Finding;
  readonly message: string;
  readonly places: Map<string, Place>;
}

/** Folds findings of the same rule, severity and (the channel before it aside) message, in the order of first places. */
export function folded(findings: readonly Finding[]): readonly Folded[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const { rule, severity, line, column, date } = finding;
    const channel = namedChannel(finding);
    const message = channel === null ? finding.message : finding.message.slice(prefix(channel).length);
    const key = [rule, severity, channel === null, message].join('\n');
    const group = groups.get(key) ?? { first: finding, message, places: new Map() };
    groups.set(key, group);
    const position = `${line}:${column}`;
    const placeKey = `${position} ${date}`;
    const place = group.places.get(placeKey) ?? { position, date, channels: new Set() };
    group.places.set(placeKey, place);
    if (channel !== null) place.channels.add(channel);
  }
  return Array.from(groups.values(), unfolded);
}

function unfolded({ first, message, places }: Group): Folded {
  const [firstPlace, ...otherPlaces] = places.values();
  const firstChannels = namesOf(firstPlace);
  const seen = new Set([firstPlace?.position]);
  const alsoAt = otherPlaces.map((place) => {
    // What a merge brought to several days stands in one place.
    const day = seen.has(place.position) && place.date !== null ? ` on ${spokenDay(place.date)}` : '';
    seen.add(place.position);
    const channels = namesOf(place);
    return `${place.position}${day}${channels === firstChannels ? '' : ` (${channels})`}`;
  });
  return { first, message: firstChannels === '' ? message : prefix(firstChannels) + message, alsoAt };
}

function namesOf(place: Place | undefined): string {
  return [...(place?.channels ?? [])].join(', ');
}

/** The channel that the message begins with, as it does in a plan with several. */
function namedChannel({ channel, message }: Finding): string | null {
  const name = channel === null ? null : brief(channel);
  return name !== null && message.startsWith(prefix(name)) ? name : null;
}

function prefix(channel: string): string {
  return `${channel}: `;
}
