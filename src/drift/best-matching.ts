import { leastCostAssignment } from './assignment.ts';
import { type Candidate, LAST_TIER, LEVEL_COUNT, MOST_COST } from './candidates.ts';

/**
 * The most cells (planned × scheduled posts) of a component that is solved exactly. A larger component is matched
 * greedily, which does not always give the best result.
 */
const MOST_CELLS = 1024;

/**
 * Chooses the best pairs of a planned and a scheduled post, with each post in at most one pair. A choice is better than
 * another by the first of these criteria on which the two differ (`Candidate` explains tier, level and cost):
 *
 * - more pairs that share an id (tier 0), and of these more pairs on level 0, then on level 1, and so on
 * - more pairs that share a title or a text (tier 1), again level by level
 * - more pairs that share only a day and time or similar words (tier 2), again level by level
 * - a lower sum of the costs
 *
 * Very large groups of connected candidates are an exception: they are matched greedily, which may miss the best way.
 *
 * @returns the chosen candidates, in no particular order
 */
export function bestMatching(candidates: readonly Candidate[]): readonly Candidate[] {
  const graph = new Graph(candidates);
  const undisputed = [...graph.takeUndisputed()];
  return [undisputed, ...Array.from(graph.components(), matchComponent)].flat();
}

/** A planned or a scheduled post as a node of a graph. The edges of the graph are the candidates. */
type Node = string;

const plannedNode = ({ planned }: Candidate): Node => `p${planned}`;
const scheduledNode = ({ scheduled }: Candidate): Node => `s${scheduled}`;

class Graph {
  /** The candidates of each post, from the worst to the best. */
  private readonly candidatesOf = new Map<Node, Candidate[]>();
  private readonly taken = new Set<Node>();

  constructor(candidates: readonly Candidate[]) {
    for (const candidate of candidates) {
      for (const node of [plannedNode(candidate), scheduledNode(candidate)]) {
        const known = this.candidatesOf.get(node);
        if (known === undefined) this.candidatesOf.set(node, [candidate]);
        else known.push(candidate);
      }
    }
    for (const known of this.candidatesOf.values())
      known.sort((a, b) => a.tier - b.tier || a.level - b.level).reverse();
  }

  /** Yields, and takes, each pair that is better than every other pair of both its posts, until there are no more. */
  *takeUndisputed(): Iterable<Candidate> {
    const waiting = [...this.candidatesOf.keys()];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const best = this.taken.has(node) ? null : this.onlyBest(node);
      if (best === null) continue;
      const other = this.otherEnd(best, node);
      if (this.onlyBest(other) !== best) continue;
      yield best;
      this.taken.add(node).add(other);
      for (const end of [node, other]) {
        for (const candidate of this.candidatesOf.get(end)?.toReversed() ?? []) {
          const neighbour = this.otherEnd(candidate, end);
          if (!this.taken.has(neighbour)) waiting.push(neighbour);
        }
      }
    }
  }

  /** Yields the candidates that are left, in groups that have no post in common. */
  *components(): Iterable<readonly Candidate[]> {
    const seen = new Set<Node>(this.taken);
    for (const start of this.candidatesOf.keys()) {
      const component = new Set<Candidate>();
      const waiting = [start];
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        if (seen.has(node)) continue;
        seen.add(node);
        for (const candidate of this.candidatesOf.get(node) ?? []) {
          const other = this.otherEnd(candidate, node);
          if (this.taken.has(other)) continue;
          component.add(candidate);
          waiting.push(other);
        }
      }
      if (component.size > 0) yield [...component];
    }
  }

  /**
   * Returns the best candidate left for a post; null if it has none, or if another one might turn out to be as good.
   */
  private onlyBest(node: Node): Candidate | null {
    const list = this.candidatesOf.get(node) ?? [];
    const best = this.popLeft(list);
    if (best === null) return null;
    const rival = this.popLeft(list);
    if (rival !== null) list.push(rival);
    list.push(best);
    // Unless the tier joins all of them, taking another candidate of the same tier could lead to more pairs.
    const isRival = rival?.tier === best.tier && (rival.level === best.level || !best.isWhole);
    return isRival ? null : best;
  }

  /** Removes candidates from the end of a list, up to the first with two posts that are not taken, and returns it. */
  private popLeft(list: Candidate[]): Candidate | null {
    let last = list.pop();
    while (last !== undefined && this.isTaken(last)) last = list.pop();
    return last ?? null;
  }

  private isTaken(candidate: Candidate): boolean {
    return this.taken.has(plannedNode(candidate)) || this.taken.has(scheduledNode(candidate));
  }

  private otherEnd(candidate: Candidate, node: Node): Node {
    const planned = plannedNode(candidate);
    return planned === node ? scheduledNode(candidate) : planned;
  }
}

function matchComponent(component: readonly Candidate[]): readonly Candidate[] {
  const rows = [...new Set(component.map(({ planned }) => planned))].sort((a, b) => a - b);
  const columns = [...new Set(component.map(({ scheduled }) => scheduled))].sort((a, b) => a - b);
  if (rows.length * columns.length > MOST_CELLS) return bestFirst(component);
  const rowOf = new Map(rows.map((planned, index) => [planned, index]));
  const columnOf = new Map(columns.map((scheduled, index) => [scheduled, index]));
  const isWide = rows.length <= columns.length;
  const [height, width] = isWide ? [rows.length, columns.length] : [columns.length, rows.length];
  const cells: (Candidate | undefined)[][] = Array.from({ length: height }, () => new Array(width));
  for (const candidate of component) {
    const [row, column] = [rowOf.get(candidate.planned) ?? 0, columnOf.get(candidate.scheduled) ?? 0];
    (cells[isWide ? row : column] ?? [])[isWide ? column : row] = candidate;
  }
  const costs = cells.map((row) => Array.from(row, (candidate) => (candidate ? weightOf(candidate) : 0n)));
  return leastCostAssignment(costs).flatMap((column, row) => cells[row]?.[column] ?? []);
}

/** A number greater than the number of pairs that can be taken in one component. */
const COUNT_STEP = 128n;
/** A number greater than the total cost of all pairs that can be taken in one component. */
const PAIR_UNIT = BigInt(MOST_COST) * COUNT_STEP;
const PLACES_OF_TIER = LEVEL_COUNT + 1;
const PLACES = (LAST_TIER + 1) * PLACES_OF_TIER;

/**
 * Returns the cost of a pair for the assignment. It is negative, because taking a pair is better than leaving it. The
 * sum of all costs works like a number whose digits outweigh all later ones: the number of pairs in tier 0, the number
 * of these on each level, then the same for the next tier. The candidates' own costs come last.
 */
function weightOf({ tier, level, cost }: Candidate): bigint {
  const place = tier * PLACES_OF_TIER;
  const worth = COUNT_STEP ** BigInt(PLACES - place) + COUNT_STEP ** BigInt(PLACES - place - level - 1);
  return BigInt(cost) - PAIR_UNIT * worth;
}

function bestFirst(component: readonly Candidate[]): readonly Candidate[] {
  const inOrder = [...component].sort(
    (a, b) =>
      a.tier - b.tier ||
      a.level - b.level ||
      a.cost - b.cost ||
      a.planned - b.planned ||
      a.scheduled - b.scheduled,
  );
  const planned = new Set<number>();
  const scheduled = new Set<number>();
  return inOrder.filter((candidate) => {
    if (planned.has(candidate.planned) || scheduled.has(candidate.scheduled)) return false;
    planned.add(candidate.planned);
    scheduled.add(candidate.scheduled);
    return true;
  });
}
