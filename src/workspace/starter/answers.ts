import type { Bounds } from '../../policy/targets.ts';
import { didYouMean, listed, quoted } from '../../text/words.ts';

/*
 * These functions read answers, which are values of options on the command line or replies to questions at a terminal.
 */

/** The value of an answer, or only `problem`, a sentence that says why the answer cannot be used. */
export type Reading<Value> = { readonly value: Value } | { readonly problem: string };

/**
 * Reads an answer that must be one of `names`, ignoring letter case.
 *
 * @param names - words in lower case
 */
export function readWord<Name extends string>(answer: string, names: readonly Name[]): Reading<Name> {
  const name = names.find((each) => each === answer.toLowerCase());
  if (name !== undefined) return { value: name };
  return {
    problem: `${quoted(answer)} is not one of the answers${didYouMean(answer, names) || `; write ${listed(names)}`}`,
  };
}

/** Reads an answer that must be `yes` or `y` (true), or `no` or `n` (false), ignoring letter case. */
export function readYesOrNo(answer: string): Reading<boolean> {
  const reading = readWord(answer, ['yes', 'y', 'no', 'n']);
  return 'value' in reading ? { value: reading.value.startsWith('y') } : reading;
}

/** Categories, each with its percentage as the user typed it. */
export type Shares = readonly (readonly [category: string, percent: string])[];

const SHARES_EXAMPLE = 'branded=30,functional=35,emotional=35';

/**
 * Reads a mix such as `a=50,b=50`, with two or more different categories, none beginning with `x-`. Does not check that
 * the percentages are valid.
 */
export function readShares(text: string): Reading<Shares> {
  const shares: [category: string, percent: string][] = [];
  for (const part of text.split(',')) {
    const [, category = '', percent = ''] = /^(.*)=(.*)$/s.exec(part) ?? [];
    if (category.trim() === '' || percent.trim() === '') {
      return {
        problem: `${quoted(part)} is not a category with its share; write all shares as in ${SHARES_EXAMPLE}`,
      };
    }
    shares.push([category.trim(), percent.trim()]);
  }
  const own = shares.find(([category]) => category.startsWith('x-'));
  if (own !== undefined) {
    return {
      problem: `${quoted(own[0])} cannot be a category, because keys that begin with x- are ignored; choose another name`,
    };
  }
  if (shares.length < 2) {
    return {
      problem: `this names only one category; write two or more with commas between them, as in ${SHARES_EXAMPLE}`,
    };
  }
  const repeated = shares.find(
    ([category], index) => shares.findIndex(([name]) => name === category) < index,
  );
  if (repeated === undefined) return { value: shares };
  return { problem: `${quoted(repeated[0])} appears twice in the mix; keep only one` };
}

/**
 * Reads a range of post counts, both ends included: `6-12` or `6 to 12` gives `{ min: 6, max: 12 }`, and `8` gives 8
 * for both.
 */
export function readBounds(text: string): Reading<Bounds> {
  const [, least, most = least] = /^(\d{1,4})(?: *(?:[-\u2013]|to) *(\d{1,4}))?$/.exec(text.trim()) ?? [];
  if (least === undefined) {
    return {
      problem: `${quoted(text)} is not a number of posts a day; write the fewest and the most, such as 6-12, or one number`,
    };
  }
  const [min, max] = [Number(least), Number(most)];
  if (min > max) {
    return {
      problem: `${quoted(text)} has the larger number first; write ${max}-${min}`,
    };
  }
  if (max === 0) {
    return { problem: `${quoted(text)} allows no posts at all; write a maximum of at least 1, such as 0-2` };
  }
  return { value: { min, max } };
}
