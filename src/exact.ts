/** Returns the greatest common divisor of two integers. If one of them is small, the other may have any size. */
function commonDivisorOf(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return divisor < 0n ? -divisor : divisor;
}

/**
 * An exact rational number, reduced as far as possible except after `minus`.
 *
 * A sum over many plans with different mixes has a numerator and a denominator of thousands of digits, whose greatest
 * common divisor takes quadratic time. So results are not reduced at the end: before the operation, each number is
 * divided by the divisors that it has in common with the other operand (D. Knuth, *The Art of Computer Programming*,
 * volume 2, section 4.5.1). That takes linear time if one operand is small, and one mostly is.
 */
export class Fraction {
  /** The numerator, which is negative if the number is. */
  readonly n: bigint;
  /** The denominator; always positive. */
  readonly d: bigint;

  /**
   * Makes the fraction of two integers.
   *
   * @param denominator - must be positive
   * @param divisor - the greatest common divisor of both integers; calculated if left out
   */
  constructor(
    numerator: number | bigint,
    denominator: number | bigint = 1n,
    divisor = commonDivisorOf(BigInt(numerator), BigInt(denominator)),
  ) {
    this.n = BigInt(numerator) / divisor;
    this.d = BigInt(denominator) / divisor;
  }

  add(other: Fraction | number): Fraction {
    const { n, d } = fractionOf(other);
    const common = commonDivisorOf(this.d, d);
    const sum = this.n * (d / common) + n * (this.d / common);
    const divisor = commonDivisorOf(sum, common);
    return new Fraction(sum / divisor, (this.d / common) * (d / divisor), 1n);
  }

  sub(other: Fraction | number): Fraction {
    const { n, d } = fractionOf(other);
    return this.add(new Fraction(-n, d, 1n));
  }

  /**
   * Returns this number minus another, without reducing the result. Meant for two sums over many plans, for which
   * reducing would take quadratic time.
   */
  minus({ n, d }: Fraction): Fraction {
    return new Fraction(this.n * d - n * this.d, this.d * d, 1n);
  }

  mul(other: Fraction | number): Fraction {
    const { n, d } = fractionOf(other);
    const [one, two] = [commonDivisorOf(this.n, d), commonDivisorOf(n, this.d)];
    return new Fraction((this.n / one) * (n / two), (this.d / two) * (d / one), 1n);
  }

  /** @param other - must not be 0 */
  div(other: Fraction | number): Fraction {
    const { n, d } = fractionOf(other);
    return this.mul(n < 0n ? new Fraction(-d, -n, 1n) : new Fraction(d, n, 1n));
  }

  abs(): Fraction {
    return this.n < 0n ? new Fraction(-this.n, this.d, 1n) : this;
  }

  /** Rounds down: returns the greatest whole number that is not above this number. */
  floor(): number {
    const { n, d } = this;
    return Number(n < 0n ? -((-n + d - 1n) / d) : n / d);
  }

  /** Rounds up: returns the least whole number that is not below this number. */
  ceil(): number {
    const { n, d } = this;
    return Number(n < 0n ? -(-n / d) : (n + d - 1n) / d);
  }

  /**
   * Compares this number with another, for use in `sort`: -1 if this number is less, 1 if it is greater, otherwise 0.
   */
  compare(other: Fraction | number): -1 | 0 | 1 {
    const { n, d } = fractionOf(other);
    const [one, two] = [this.n * d, n * this.d];
    return one < two ? -1 : one > two ? 1 : 0;
  }

  gt(other: Fraction | number): boolean {
    return this.compare(other) > 0;
  }

  gte(other: Fraction | number): boolean {
    return this.compare(other) >= 0;
  }

  lte(other: Fraction | number): boolean {
    return this.compare(other) <= 0;
  }

  equals(other: Fraction | number): boolean {
    return this.compare(other) === 0;
  }

  /** Returns the nearest floating-point number. */
  valueOf(): number {
    // A number of more than a thousand bits would be infinite.
    const excess = BigInt(Math.max(0, this.d.toString(16).length * 4 - 1000));
    return Number(this.n >> excess) / Number(this.d >> excess);
  }

  /** Returns the decimal digits of the nearest floating-point number, such as `12.5`. */
  toString(): string {
    return String(this.valueOf());
  }
}

/** @param value - a fraction or a whole number */
function fractionOf(value: Fraction | number): Fraction {
  return typeof value === 'number' ? new Fraction(value, 1n, 1n) : value;
}

/**
 * Returns the exact fraction that the decimal digits of a number stand for: 33.33 gives 3333/100, not the nearest
 * binary fraction. `value` must be finite.
 */
export function exact(value: number): Fraction {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const digits = BigInt(whole + decimals);
  const zeros = Number(exponent) - decimals.length;
  return zeros < 0
    ? new Fraction(digits, 10n ** BigInt(-zeros))
    : new Fraction(digits * 10n ** BigInt(zeros));
}

/** Rounds a value to `decimals` decimal places. Halves are rounded away from zero: with 0 places, -2.5 gives -3. */
export function rounded(value: Fraction, decimals: number): number {
  const scale = 10 ** decimals;
  const magnitude = value.abs().mul(scale).add(new Fraction(1, 2)).floor();
  return magnitude === 0 ? 0 : (value.n < 0n ? -magnitude : magnitude) / scale;
}

/** Rounds a value towards 0 to `decimals` decimal places: with 1 decimal, -2.59 gives -2.5. */
export function cut(value: Fraction, decimals: number): Fraction {
  const scale = 10 ** decimals;
  const magnitude = new Fraction(value.abs().mul(scale).floor(), scale);
  return value.n < 0n ? new Fraction(0).sub(magnitude) : magnitude;
}
