import fc from 'fast-check';

/** A post of a random plan. */
export interface PlannedPost {
  readonly channel: string;
  /** 0 is Monday. */
  readonly day: number;
  /** Half hours of the day; null without a time. */
  readonly slot: number | null;
  readonly category: string;
  /** Three words that no other post has; null for an open slot. */
  readonly title: string | null;
  readonly id: string | null;
  readonly unplanned: boolean;
}

/** What happens to a post on its way into the schedule. */
export type Fate =
  | { readonly kind: 'kept' }
  /** Minutes, within the grace and not 0. */
  | { readonly kind: 'jittered'; readonly minutes: number }
  | { readonly kind: 'moved'; readonly days: number }
  | { readonly kind: 'recategorised' }
  | { readonly kind: 'moved_and_recategorised'; readonly days: number }
  | { readonly kind: 'captioned' }
  | { readonly kind: 'left_out' };

/** A post of the schedule. */
export interface Row {
  readonly channel: string;
  readonly day: number;
  /** Minutes from midnight; null without a time. */
  readonly minute: number | null;
  readonly category: string | null;
  readonly words: string;
  readonly id: string | null;
  /** The planned post that it comes from, by its index; null for one that came on top. */
  readonly origin: number | null;
}

export const CATEGORIES: readonly string[] = ['branded', 'functional', 'emotional'];

/** Three words made of letters that no other number has, so that no two are alike. */
export function wordsOf(number: number): string {
  let state = (number + 1) * 2_654_435_761;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const word = () =>
    Array.from({ length: 6 + next(3) }, () => 'abcdefghijklmnopqrstuvwxyz'[next(26)]).join('');
  return `${word()} ${word()} ${word()}`;
}

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'kept' } as const) },
  fc.integer({ min: 1, max: 15 }).map((minutes) => ({ kind: 'jittered', minutes }) as const),
  fc.integer({ min: 1, max: 6 }).map((days) => ({ kind: 'moved', days }) as const),
  fc.constant({ kind: 'recategorised' } as const),
  fc.integer({ min: 1, max: 6 }).map((days) => ({ kind: 'moved_and_recategorised', days }) as const),
  fc.constant({ kind: 'captioned' } as const),
  fc.constant({ kind: 'left_out' } as const),
);

/** Posts in slots of their own, each with its fate, and posts that came on top. */
export const perturbedPlan = fc
  .record({
    channels: fc.constantFrom(['facebook'], ['facebook', 'telegram']),
    posts: fc.uniqueArray(
      fc.record({
        day: fc.nat(6),
        slot: fc.integer({ min: 14, max: 43 }),
        hasTime: fc.boolean(),
        second: fc.boolean(),
        category: fc.constantFrom(...CATEGORIES),
        isOpen: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
        unplanned: fc.integer({ min: 0, max: 7 }).map((number) => number === 0),
        hasId: fc.boolean(),
        fate,
      }),
      { maxLength: 24, selector: ({ day, slot, second }) => `${day} ${slot} ${second}` },
    ),
    added: fc.array(
      fc.record({ day: fc.nat(6), hour: fc.integer({ min: 7, max: 21 }), second: fc.boolean() }),
      {
        maxLength: 6,
      },
    ),
    most: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ channels, posts, added, most }) => {
    const channelOf = (second: boolean) => channels[second ? channels.length - 1 : 0] ?? '';
    const seen = new Set<string>();
    // With one channel both halves of the slots come together.
    const distinct = posts.filter(({ day, slot, second }) => {
      const key = `${channelOf(second)} ${day} ${slot}`;
      return !seen.has(key) && seen.add(key);
    });
    const planned = distinct.map(
      ({ day, slot, hasTime, second, category, isOpen, unplanned, hasId }, index): PlannedPost => ({
        channel: channelOf(second),
        day,
        slot: hasTime ? slot : null,
        category,
        title: isOpen && !unplanned ? null : wordsOf(index),
        id: hasId ? `p-${index}` : null,
        unplanned,
      }),
    );
    const fates = distinct.map((post, index) => possible(post.fate, planned[index]));
    const rows = planned.flatMap((post, index) => rowOf(post, fates[index] ?? { kind: 'kept' }, index));
    const extra = added.map(({ day, hour, second }, index): Row => {
      const words = wordsOf(1000 + index);
      return {
        channel: channelOf(second),
        day,
        minute: hour * 60 + 22,
        category: null,
        words,
        id: null,
        origin: null,
      };
    });
    return { channels, planned, fates, rows: [...rows, ...extra], most };
  });

/** Some fates need a time, or words. */
function possible(wanted: Fate, post: PlannedPost | undefined): Fate {
  if (post === undefined) return wanted;
  if (post.title === null)
    return post.slot === null || wanted.kind === 'left_out' ? { kind: 'left_out' } : { kind: 'captioned' };
  const needsTime = wanted.kind === 'jittered' || wanted.kind === 'captioned';
  return needsTime && post.slot === null ? { kind: 'kept' } : wanted;
}

function rowOf(post: PlannedPost, how: Fate, origin: number): readonly Row[] {
  if (how.kind === 'left_out') return [];
  const isMoved = how.kind === 'moved' || how.kind === 'moved_and_recategorised';
  const isOther = how.kind === 'recategorised' || how.kind === 'moved_and_recategorised';
  const index = CATEGORIES.indexOf(post.category);
  const shift = how.kind === 'jittered' ? how.minutes : isMoved ? 11 : 0;
  const words = how.kind === 'captioned' ? wordsOf(2000 + origin) : (post.title ?? '');
  return [
    {
      channel: post.channel,
      day: isMoved ? (post.day + how.days) % 7 : post.day,
      minute: post.slot === null ? null : post.slot * 30 + shift,
      category: isOther ? (CATEGORIES[(index + 1) % CATEGORIES.length] ?? null) : post.category,
      words,
      // An id would say it all; some posts have none.
      id: how.kind === 'captioned' ? null : post.id,
      origin,
    },
  ];
}

const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The plan as a list, a post a line from line 6 on. */
export function planText(channels: readonly string[], planned: readonly PlannedPost[], most: number): string {
  const posts = planned.map(({ channel, day, slot, category, title, id, unplanned }) => {
    const parts = [
      `date: ${DAY_NAMES[day]}`,
      `channel: ${channel}`,
      `category: ${category}`,
      ...(slot === null ? [] : [`time: "${clock(slot * 30)}"`]),
      ...(title === null ? [] : [`title: ${title}`]),
      ...(id === null ? [] : [`id: ${id}`]),
      ...(unplanned ? ['unplanned: true'] : []),
    ];
    return `  - { ${parts.join(', ')} }`;
  });
  const head = ['week: 2026-W48', 'timezone: Europe/Kyiv', `channels: [${channels.join(', ')}]`];
  return [...head, `targets: { posts_per_day: 0-${most} }`, 'posts:', ...posts, ''].join('\n');
}
