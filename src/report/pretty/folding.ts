import { type Day, spokenDay } from '../../dates.ts';
import { behindChannel, type Finding } from '../../findings/finding.ts';
import { brief } from '../../text/words.ts';

/** A message that several findings of one rule share. */
export interface Saying {
  readonly rule: string;
  /** The message. If the findings name channels, the message begins with those of the first place. */
  readonly message: string;
}

/** Findings of one file that are shown as one because they say the same about several places. */
export interface Folded {
  /** The finding at the first place, whose severity and position are shown. */
  readonly first: Finding;
  /**
   * What is said about each of the places. There are several messages if all of them are about exactly these places,
   * for example if each of several drafts is also an open slot.
   */
  readonly sayings: readonly Saying[];
  /** Every place but the first, as `line:column`, with its channels if they differ from those of the first place. */
  readonly alsoAt: readonly string[];
}

interface Place {
  readonly position: string;
  readonly date: Day | null;
  /** The channels that the message names at this place. */
  readonly channels: Set<string>;
}

interface Group {
  readonly first: Finding;
  readonly message: string;
  readonly places: Map<string, Place>;
}

/**
 * Joins findings that have the same rule, severity and message, whichever channels they name. Then joins those results
 * that have the same severity and the same places, if there are at least two places. The results are in the order of
 * their first places.
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

/** Joins entries of the same severity that have exactly the same places, at least two. */
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
    // A YAML merge into several days has one place in the file, so the day distinguishes its findings.
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
