/** A stretch of slots as a node of a binary tree: `last` is excluded. The halves of node 1 are 2 and 3, and so on. */
interface Stretch {
  readonly node: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Keeps, for each slot (a place for one post), the number of spare slots: the free slots up to and including it, minus
 * the posts that are due by then. Each call takes time proportional to the logarithm of the number of slots.
 */
export class Spare {
  private readonly root: Stretch;
  /** For each node, the least number in its stretch, leaving out what was taken from a larger stretch around it. */
  private readonly least: Int32Array;
  /** For each node, how much was taken from every number in its stretch at once. */
  private readonly taken: Int32Array;

  /** @param slots - for each slot, the number of spare slots at the beginning, from `Windows.spareSlots` */
  constructor(slots: readonly number[]) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(1, slots.length)));
    this.root = { node: 1, first: 0, last: size };
    this.taken = new Int32Array(2 * size);
    this.least = new Int32Array(2 * size).fill(NEVER_USED_UP);
    this.least.set(slots, size);
    for (let node = size - 1; node > 0; node--) this.least[node] = this.leastOfHalves(node);
  }

  /**
   * Whether a post can take `slot` and still leave enough slots for the posts that are due before `due`, the slot at
   * which the post itself is due.
   */
  allows(slot: number, due: number): boolean {
    return this.leastWithin(this.root, slot, due) >= 1;
  }

  /** Updates the numbers of spare slots after a post that is due at slot `due` has taken `slot`. */
  take(slot: number, due: number): void {
    this.takeWithin(this.root, slot, due);
  }

  private leastWithin(stretch: Stretch, from: number, to: number): number {
    const { node, first, last } = stretch;
    if (to <= first || last <= from) return NEVER_USED_UP;
    if (from <= first && last <= to) return this.least[node] ?? 0;
    const [left, right] = halvesOf(stretch);
    const least = Math.min(this.leastWithin(left, from, to), this.leastWithin(right, from, to));
    return least - (this.taken[node] ?? 0);
  }

  private takeWithin(stretch: Stretch, from: number, to: number): void {
    const { node, first, last } = stretch;
    if (to <= first || last <= from) return;
    if (from <= first && last <= to) {
      this.taken[node] = (this.taken[node] ?? 0) + 1;
      this.least[node] = (this.least[node] ?? 0) - 1;
      return;
    }
    for (const half of halvesOf(stretch)) this.takeWithin(half, from, to);
    this.least[node] = this.leastOfHalves(node) - (this.taken[node] ?? 0);
  }

  private leastOfHalves(node: number): number {
    return Math.min(this.least[2 * node] ?? 0, this.least[2 * node + 1] ?? 0);
  }
}

/** A number so great that nothing that is taken from it makes a difference. */
const NEVER_USED_UP = 2 ** 30;

function halvesOf({ node, first, last }: Stretch): readonly [Stretch, Stretch] {
  const middle = (first + last) / 2;
  return [
    { node: 2 * node, first, last: middle },
    { node: 2 * node + 1, first: middle, last },
  ];
}
