import * as z from 'zod/mini';

/** The part of a zod transformation's context that collects issues. */
export interface Context {
  readonly issues: unknown[];
}

/**
 * Adds an issue about the value at `path` inside the whole value. The message is a whole sentence, so reports put
 * nothing in front of it.
 *
 * @returns `z.NEVER`, which a zod transformation returns for an invalid value
 */
export function sentence(context: Context, message: string, path: readonly string[] = []): typeof z.NEVER {
  context.issues.push({ code: 'custom', message, path, params: { isSentence: true }, input: undefined });
  return z.NEVER;
}

/**
 * Adds an issue about the key or the value (`at`) at `path` inside the whole value. The message is a predicate, such as
 * `is not a day`: reports put the key and the value in front of it.
 *
 * @returns `z.NEVER`, which a zod transformation returns for an invalid value
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
