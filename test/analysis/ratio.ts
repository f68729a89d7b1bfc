/*
 * Exact numbers for the twins: a whole number over a whole number above 0. They share no code with src/.
 */

export interface Ratio {
  top: bigint;
  bottom: bigint;
}

export const ratio = (top: number | bigint, bottom: number | bigint = 1n): Ratio => ({
  top: BigInt(top),
  bottom: BigInt(bottom),
});

export const plus = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);

export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, ratio(-b.top, b.bottom));

export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.top * b.top, a.bottom * b.bottom);

export const distance = (a: Ratio, b: Ratio): Ratio => {
  const { top, bottom } = minus(a, b);
  return ratio(top < 0n ? -top : top, bottom);
};

/** Below 0, 0 or above 0 as `a` is less than, the same as, or more than `b`. */
export const compare = (a: Ratio, b: Ratio): number => {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The greatest whole number that is not above. */
export const floor = ({ top, bottom }: Ratio): number => {
  const cut = top / bottom;
  return Number(cut * bottom > top ? cut - 1n : cut);
};

/** The least whole number that is not below. */
export const ceil = ({ top, bottom }: Ratio): number => -floor(ratio(-top, bottom));

/** To two decimals, half away from zero, as the JSON has it. */
export const hundredths = ({ top, bottom }: Ratio): number => {
  const size = top < 0n ? -top : top;
  const rounded = Number((200n * size + bottom) / (2n * bottom)) / 100;
  return top < 0n && rounded !== 0 ? -rounded : rounded;
};
