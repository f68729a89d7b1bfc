import * as z from 'zod/mini';

/** What a transformation of zod adds its issues to. */
export interface Context {
  readonly issues: unknown[];
}

/** Adds an issue with a whole sentence as its message, about the value at a path. */
export function sentence(context: Context, message: string, path: readonly string[] = []): typeof z.NEVER {
  context.issues.push({ code: 'custom', message, path, params: { isSentence: true }, input: undefined });
  return z.NEVER;
}

/**
 * Adds an issue about the key or the value (`at`) at a path inside the whole value, with a predicate as its message.
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
