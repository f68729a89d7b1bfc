import Fraction from 'fraction.js';

export { Fraction };

/**
 * Returns the fraction that a number's decimal digits stand for: 33.33 gives exactly 3333/100, not the nearest binary
 * fraction.
 */
export function exact(value: number): Fraction {
  const [mantissa = '0', exponent] = String(value).split('e');
  const fraction = new Fraction(mantissa);
  return exponent === undefined ? fraction : fraction.mul(new Fraction(10).pow(Number(exponent)));
}

/** Rounds a value to `decimals` decimal places. Halves are rounded away from zero: with 0 places, -2.5 gives -3. */
export function rounded(value: Fraction, decimals: number): number {
  const scale = 10 ** decimals;
  const magnitude = value.abs().mul(scale).add(1, 2).floor();
  const sign = value.s < 0n ? -1 : 1;
  return magnitude.n === 0n ? 0 : (sign * Number(magnitude.n)) / scale;
}
