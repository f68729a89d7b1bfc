import { type Day, spokenDay } from '../../dates.ts';
import { behindChannel, type Finding } from '../../findings/finding.ts';
import { brief } from '../../text/words.ts';

/** What findings of one rule say alike. */
export interface Saying {
  readonly rule: string;
  /** Before it the channels that it is said of in the first place. */
  readonly message: string;
}

/** Findings of one file that say the same in several places. */
export interface Folded {
  /** The one to show. */
  readonly first: Finding;
  /** What is said in each of the places; several sayings, as of drafts that are open slots too, have several places in common. */
  readonly sayings: readonly Saying[];
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

/**
 * Folds findings of the same rule, severity and (the channel before it aside) message, and then what is said in the same
 * places, in the order of first places.
 */
export function folded(findings: readonly Finding[]): readonly Folded[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const { rule, severity, line, column, date, message, namesChannel } = finding;
    const channel = namesChannel && finding.channel !== null ? brief(finding.channel) : null;
    const key = [rule, severity, channel === null, message].join('\n');
    const group = groups.get(key) ?? { first: finding, message, places: new Map() };
    groups.set(key, group);
    const position = `${line}:${column}`;
    const placeKey = `${position} ${date}`;
    const place = group.places.get(placeKey) ?? { position, date, channels: new Set() };
    group.places.set(placeKey, place);
    if (channel !== null) place.channels.add(channel);
  }
  return withPlacesShared(Array.from(groups.values(), unfolded));
}

/** Says several things together where they are of one severity, and said in just the same places, at least two. */
function withPlacesShared(list: readonly Folded[]): readonly Folded[] {
  const byPlaces = new Map<string, Folded>();
  for (const [index, each] of list.entries()) {
    const { first, sayings, alsoAt } = each;
    const places = [first.severity, `${first.line}:${first.column}`, ...alsoAt].join('\n');
    const key = alsoAt.length === 0 ? `alone ${index}` : places;
    const known = byPlaces.get(key);
    byPlaces.set(key, known === undefined ? each : { ...known, sayings: [...known.sayings, ...sayings] });
  }
  return [...byPlaces.values()];
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
  const said = firstChannels === '' ? message : behindChannel(firstChannels, message);
  return { first, sayings: [{ rule: first.rule, message: said }], alsoAt };
}

function namesOf(place: Place | undefined): string {
  return [...(place?.channels ?? [])].join(', ');
}
