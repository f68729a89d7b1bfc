import { type Day, spokenDay } from '../../dates.ts';
import { behindChannel, type Finding } from '../../findings/finding.ts';
import { brief } from '../../text/words.ts';

/** A message that one or more findings of a rule have in common. */
interface Saying {
  readonly rule: string;
  /** The message. If the findings name their channels, it begins with those at the first place. */
  readonly message: string;
}

/**
 * Findings of one file that a report shows as one entry, because they have the same message or exactly the same places.
 */
export interface Folded {
  /** The finding at the first place. The entry shows its severity and its place. */
  readonly first: Finding;
  /**
   * The messages of the entry. There are several if different rules have findings at exactly the same places: for
   * example, drafts that are also open slots (posts without a title or a text).
   */
  readonly sayings: readonly Saying[];
  /**
   * The places of the findings other than `first`, as `line:column`. If the findings at a place name other channels
   * than those at the first place, these channels follow.
   */
  readonly alsoAt: readonly string[];
}

interface Place {
  readonly position: string;
  readonly date: Day | null;
  /** The channels that the findings at this place name. */
  readonly channels: Set<string>;
}

interface Group {
  readonly first: Finding;
  readonly message: string;
  readonly places: Map<string, Place>;
}

/**
 * Returns the entries of a report on findings, in the order of their first places. Findings with the same rule,
 * severity and message become one entry, even if they name different channels. So do entries that have the same
 * severity and the same two or more places.
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

/** Joins entries that have the same severity and exactly the same places, if there are at least two places. */
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
