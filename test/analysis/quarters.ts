import fc from 'fast-check';
import type { Over, Place } from './places-twin.ts';
import type { Aims, Week } from './series-twin.ts';

/** The categories that a mix may have. */
export const CATEGORIES = ['a', 'b', 'c', 'd', 'e'];

/** The plan of a week of 2026 on one channel, as the twin and the program are given it. */
export interface Given extends Place, Week {
  /** Whether its posts have words; else they are open slots. */
  words: boolean;
}

/** Shares in hundredths of a percent that sum to 9,999 to 10,001, as far as they may be off 100 %. */
const shares = (count: number) =>
  fc
    .record({
      cuts: fc.array(
        fc.oneof(
          fc.nat(10_000),
          fc.nat(20).map((twentieths) => 500 * twentieths),
        ),
        {
          minLength: count - 1,
          maxLength: count - 1,
        },
      ),
      sum: fc.constantFrom(9_999, 10_000, 10_000, 10_000, 10_001),
    })
    .map(({ cuts, sum }) => {
      const sorted = [0, ...cuts.map((cut) => Math.min(cut, sum)).sort((a, b) => a - b), sum];
      return sorted.slice(1).map((cut, index) => cut - sorted[index]!);
    });

/** The mix of two to five categories. */
export const mixes: fc.Arbitrary<Aims['mix']> = fc
  .shuffledSubarray(CATEGORIES, { minLength: 2, maxLength: CATEGORIES.length })
  .chain((names) => shares(names.length).map((parts) => names.map((name, index) => [name, parts[index]!])));

/** How far a category may be off, in percentage points. */
export const margins = fc.record({
  tolerance: fc.oneof(fc.constant(5), fc.nat(20)),
  limit: fc.oneof(fc.constant(15), fc.nat(30)),
});

/** Posts of each category of a mix, `most` in all at the most: as the mix has them, or quite otherwise. */
const counts = ({ mix }: Aims, most: number): fc.Arbitrary<Record<string, number>> => {
  const likely = mix.map(([name, weight]) => ({ weight, arbitrary: fc.constant(name) }));
  const category = fc.oneof(fc.oneof(...likely), fc.constantFrom(...mix.map(([name]) => name)));
  return fc
    .oneof(fc.array(fc.oneof(...likely), { maxLength: most }), fc.array(category, { maxLength: most }))
    .map((posts) => {
      const found: Record<string, number> = {};
      for (const name of posts) found[name] = (found[name] ?? 0) + 1;
      return found;
    });
};

const monday = (week: number) =>
  new Date(Date.UTC(2025, 11, 29) + 7 * 86_400_000 * (week - 1)).toISOString().slice(0, 10);

/** The span over which the weeks are counted, mostly the quarter. */
const spans = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Over>('quarter') },
  fc.constantFrom<Over>('month', 'year', 'none', '2026-10-19'),
);

/** The weeks of a team from some week of autumn on: mixes stay or change, and so do margins and spans. */
export const quarters: fc.Arbitrary<Given[]> = fc
  .record({
    first: fc.integer({ min: 36, max: 48 }),
    usual: fc.record({ mix: mixes, margins, over: spans }),
    weeks: fc.array(
      fc.record({
        skips: fc.constantFrom(0, 0, 0, 1),
        mix: fc.option(mixes, { freq: 3 }),
        margins: fc.option(margins, { freq: 2 }),
        over: fc.option(spans, { freq: 2 }),
        words: fc.constantFrom(true, true, false),
        hasHold: fc.constantFrom(true, false, false),
      }),
      { minLength: 1, maxLength: 7 },
    ),
  })
  .chain(({ first, usual, weeks }) => {
    let number = first - 1;
    const given = weeks.map(({ skips, mix, margins: own, over, words, hasHold }) => {
      number += 1 + skips;
      const from = monday(number);
      const aims = { mix: mix ?? usual.mix, ...(own ?? usual.margins) };
      const to = new Date(Date.parse(from) + 6 * 86_400_000).toISOString().slice(0, 10);
      return fc
        .record({ counts: counts(aims, 20), suspended: hasHold ? counts(aims, 5) : fc.constant({}) })
        .map(
          (posts): Given => ({
            path: `before-${from}.yaml`,
            from,
            to,
            over: over ?? usual.over,
            busy: Object.keys(posts.counts).length > 0 ? [`${from} default`] : [],
            channels: ['default'],
            aims,
            words,
            ...posts,
          }),
        );
    });
    return fc.tuple(...given);
  });

/** A plan as JSON, which is YAML too: the posts that go out on its first day, the suspended ones on the second. */
export function textOf({ from, to, over, aims, counts: out, suspended = {}, words }: Given): string {
  const next = new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10);
  const posts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of).flatMap(([category, count]) =>
      Array.from({ length: count }, () => (words ? { category, title: 'T' } : { category })),
    );
  const { mix, tolerance, limit } = aims;
  return JSON.stringify({
    from,
    to,
    targets: {
      mix: Object.fromEntries(mix.map(([name, parts]) => [name, parts / 100])),
      tolerance,
      limit,
      mix_over: over,
    },
    hold: { from: next, to: next },
    posts: { [from]: posts(out), [next]: posts(suspended) },
  });
}
