import type { Formatter } from './formatter.ts';

/** The names of the formats that `cmplan check` can print. */
export const FORMAT_NAMES = [
  'pretty',
  'plain',
  'json',
  'github',
  'gitlab',
  'sarif',
  'junit',
  'markdown',
] as const;
/** One of `FORMAT_NAMES`. */
export type FormatName = (typeof FORMAT_NAMES)[number];

/**
 * Returns the function that makes the report of `cmplan check` in a format. Loads only the code that this format needs.
 */
export async function formatterFor(name: FormatName): Promise<Formatter> {
  switch (name) {
    case 'pretty': {
      const { pretty } = await import('./pretty/pretty.ts');
      return (files, view) => [pretty(files, view)];
    }
    case 'plain':
      return (await import('./plain.ts')).plain;
    case 'json':
      return (await import('./json.ts')).json;
    case 'github':
      return (await import('./github.ts')).github;
    case 'gitlab':
      return (await import('./gitlab.ts')).gitlab;
    case 'sarif':
      return (await import('./sarif.ts')).sarif;
    case 'junit':
      return (await import('./junit.ts')).junit;
    case 'markdown': {
      const { markdown } = await import('./markdown.ts');
      return (files) => [markdown(files)];
    }
  }
}

/** The names of the formats that `cmplan drift` can print. */
export const DRIFT_FORMATS = ['pretty', 'plain', 'markdown', 'json'] as const;
/** One of `DRIFT_FORMATS`. */
export type DriftFormat = (typeof DRIFT_FORMATS)[number];

/** The names of the formats that `cmplan balance` can print. */
export const BALANCE_FORMATS = ['pretty', 'plain', 'json', 'markdown'] as const;
/** One of `BALANCE_FORMATS`. */
export type BalanceFormat = (typeof BALANCE_FORMATS)[number];
