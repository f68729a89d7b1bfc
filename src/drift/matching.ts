import { leastCostAssignment } from './assignment.ts';
import { type Candidate, MOST_COST, RANK_COUNT } from './candidates.ts';

/** A component of more pairs than this is matched best first, which need not be the best of all. */
const MOST_CELLS = 4096;

/**
 * Matches posts, each at most once: as many as can be by what they share best, then as many as can be by the next best,
 * and so on, and among all such matchings one that costs the least.
 *
 * A pair that is better than any other of either post is in every such matching, so that it is taken at once; what is
 * left falls into components, mostly small, that are solved exactly.
 *
 * @returns the candidates taken
 */
export function bestMatching(candidates: readonly Candidate[]): readonly Candidate[] {
  const graph = new Graph(candidates);
  const taken = [...graph.takeUndisputed()];
  for (const component of graph.components()) taken.push(...matchComponent(component));
  return taken;
}

/** A post of one of the sides, as a node. */
type Node = string;

const plannedNode = ({ planned }: Candidate): Node => `p${planned}`;
const scheduledNode = ({ scheduled }: Candidate): Node => `s${scheduled}`;

class Graph {
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
    for (const known of this.candidatesOf.values()) known.sort((a, b) => a.rank - b.rank);
  }

  /** Takes the pairs that are better than any other of both posts, until there are none. */
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
        for (const candidate of this.candidatesOf.get(end) ?? []) {
          const neighbour = this.otherEnd(candidate, end);
          if (!this.taken.has(neighbour)) waiting.push(neighbour);
        }
      }
    }
  }

  /** The candidates that are left, in groups that share no post. */
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

  /** The best candidate of a post that is left, or null where there is none or several are as good. */
  private onlyBest(node: Node): Candidate | null {
    const list = this.candidatesOf.get(node) ?? [];
    // What is taken is forgotten from the front, so that nothing is looked at again and again.
    while (list[0] !== undefined && this.isTaken(list[0])) list.shift();
    const [best] = list;
    if (best === undefined) return null;
    const rival = list.find((candidate, index) => index > 0 && !this.isTaken(candidate));
    return rival?.rank === best.rank ? null : best;
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

/** More than the pairs of a component could cost together, so that a better rank outweighs all costs and all worse ranks. */
const RANK_STEP = 128n;
const RANK_UNIT = BigInt(MOST_COST) * RANK_STEP;

/** Taking a pair is worth more than leaving it, the better the rank the more. */
function weightOf({ rank, cost }: Candidate): bigint {
  return BigInt(cost) - RANK_UNIT * RANK_STEP ** BigInt(RANK_COUNT - 1 - rank);
}

function bestFirst(component: readonly Candidate[]): readonly Candidate[] {
  const inOrder = [...component].sort(
    (a, b) => a.rank - b.rank || a.cost - b.cost || a.planned - b.planned || a.scheduled - b.scheduled,
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
