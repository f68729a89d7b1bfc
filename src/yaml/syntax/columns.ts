import type { Level } from './growing.ts';
import type { Stretch } from './outline.ts';

/**
 * Finds the column in which the entries of a level (a list or a mapping) should begin: usually, the column in which
 * most of them do.
 */
export class Columns {
  private readonly votes = new Map<Level, Map<number, Stretch[]>>();
  /** The stretches that begin in each column, for all lists at a depth together, and for all mappings at a depth. */
  private readonly common = new Map<string, Map<number, Stretch[]>>();

  private readonly known = new Map<Level, number>();

  constructor(stretches: readonly Stretch[]) {
    for (const stretch of stretches) {
      const { level, line } = stretch;
      const isWell = line.opening === (level.holds === 'items' ? 'dash' : 'key') && !line.hasTab;
      if (!isWell || line.indent < leastColumn(level)) continue;
      vote(votesOf(this.votes, level), line.indent, stretch);
      vote(votesOf(this.common, kindOf(level)), line.indent, stretch);
    }
  }

  /** Returns the column (from 0) in which each entry of a level should begin. */
  expected(level: Level): number {
    const known = this.known.get(level);
    if (known !== undefined) return known;
    const column = this.elected(level);
    this.known.set(level, column);
    return column;
  }

  private elected(level: Level): number {
    const common = votesOf(this.common, kindOf(level));
    const ranked = byVotes(votesOf(this.votes, level));
    const [first, second] = ranked;
    if (first !== undefined && (second === undefined || CLEAR_MAJORITY * second[1].length <= first[1].length))
      return first[0];
    const among = first === undefined ? byVotes(common) : ranked;
    const usual = [...among].sort(
      ([one], [other]) => (common.get(other)?.length ?? 0) - (common.get(one)?.length ?? 0),
    );
    return usual[0]?.[0] ?? level.column;
  }

  /**
   * Returns an example of a stretch (a key with its value, or a list item) that begins in the right column for `level`:
   * the last one above `offset` or, if there is none above, the first one below. `null` if there is no example.
   */
  model(level: Level, offset: number): Stretch | null {
    const column = this.expected(level);
    const own = this.votes.get(level)?.get(column) ?? [];
    const all = own.length > 0 ? own : (this.common.get(kindOf(level))?.get(column) ?? []);
    return all.findLast(({ start }) => start < offset) ?? all.find(({ start }) => start > offset) ?? null;
  }
}

/**
 * The most common column of a level counts as right if it occurs at least this many times as often as the second one.
 * Otherwise, the other lists or mappings at the same depth decide.
 */
const CLEAR_MAJORITY = 3;

/** The leftmost column in which a level may begin. A list may begin in the column of its key; a mapping may not. */
function leastColumn({ parent, holds }: Level): number {
  if (parent === null) return 0;
  return holds === 'items' ? parent.column : parent.column + 1;
}

function kindOf(level: Level): string {
  let depth = 0;
  for (let around = level.parent; around !== null; around = around.parent) depth++;
  return `${level.holds} ${depth}`;
}

function votesOf<Key>(all: Map<Key, Map<number, Stretch[]>>, key: Key): Map<number, Stretch[]> {
  const votes = all.get(key) ?? new Map<number, Stretch[]>();
  all.set(key, votes);
  return votes;
}

function vote(votes: Map<number, Stretch[]>, column: number, stretch: Stretch): void {
  const voters = votes.get(column);
  if (voters === undefined) votes.set(column, [stretch]);
  else voters.push(stretch);
}

function byVotes(votes: ReadonlyMap<number, readonly Stretch[]>) {
  return [...votes].sort(([, one], [, other]) => other.length - one.length);
}
