import * as z from 'zod/mini';

/** The context of a zod transformation, reduced to the list in which it collects issues. */
export interface Context {
  readonly issues: unknown[];
}

/**
 * Adds an issue to the context of a zod transformation. The issue is about the value to transform, or a part of it. The
 * message is a whole sentence, so reports put nothing in front of it.
 *
 * @param path - the path from that value to the part; empty for the value itself
 * @returns `z.NEVER`, which the transformation returns for an invalid value
 */
export function sentence(context: Context, message: string, path: readonly string[] = []): typeof z.NEVER {
  context.issues.push({ code: 'custom', message, path, params: { isSentence: true }, input: undefined });
  return z.NEVER;
}

/**
 * Adds an issue to the context of a zod transformation. The issue is about the value to transform, or a part of it. The
 * message is a predicate, such as `is not a day`, and reports put the key and the value in front of it.
 *
 * @param path - the path from that value to the part; empty for the value itself
 * @param at - whether the issue is about the part itself (`value`) or about its key
 * @returns `z.NEVER`, which the transformation returns for an invalid value
 */
export function issue(
  context: Context,
  message: string,
  path: readonly string[] = [],
  at: 'key' | 'value' = 'value',
): typeof z.NEVER {
  context.issues.push({ code: 'custom', message, path, params: { at }, input: undefined });
  return z.NEVER;
}
