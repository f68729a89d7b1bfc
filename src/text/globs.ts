/** `**`: any number of folders. */
const ANY_FOLDERS = '**';

type Segment = RegExp | typeof ANY_FOLDERS;

/** How wildcards are meant. */
export interface GlobOptions {
  /** Whether they stand for names that begin with a dot, too. */
  readonly dot: boolean;
}

/**
 * Makes a test for paths that one of the globs matches: `*`, `**`, `?`, `[a-z]`, `{a,b}`. Each glob takes at most its own
 * length times that of the path, whatever both are, for each path that it stands for (`areFewAlternatives`).
 *
 * @returns a test of paths with `/`
 */
export function globMatcher(globs: readonly string[], options: GlobOptions): (path: string) => boolean {
  const matchers = globs
    .flatMap((glob) => [...alternativesOf(glob)])
    .map((glob) => segmentsOf(glob, options));
  return (path) => {
    const names = path.split('/');
    return matchers.some((segments) => matches(segments, names, options));
  };
}

/** Whether a glob is one that `globMatcher` reads; others have `(` in them, or begin with `!`. */
export function isPlainGlob(glob: string): boolean {
  return !glob.startsWith('!') && !glob.includes('(');
}

/** A glob may have this many UTF-16 units. */
export const LONGEST_GLOB = 1000;

/** With their `{a,b}` written out, globs may stand for this many paths. */
export const MOST_ALTERNATIVES = 1000;

/** Whether globs, none of them longer than `LONGEST_GLOB`, together stand for at most 1,000 paths; writes out no more. */
export function areFewAlternatives(globs: readonly string[]): boolean {
  let count = 0;
  for (const glob of globs) {
    for (const _ of alternativesOf(glob)) if (++count > MOST_ALTERNATIVES) return false;
  }
  return true;
}

/** A glob without `{a,b}`, once for each alternative, written out one after the other. */
function* alternativesOf(glob: string): Iterable<string> {
  const braces = bracesIn(glob);
  if (braces === null) yield glob;
  else {
    const { start, end, parts } = braces;
    for (const part of parts) yield* alternativesOf(glob.slice(0, start) + part + glob.slice(end));
  }
}

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly string[];
}

/** The first braces with a comma at their own level, or with a range of characters, which becomes `[a-z]`. */
function bracesIn(glob: string): Braces | null {
  const open: { readonly start: number; readonly commas: number[] }[] = [];
  let first: Braces | null = null;
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at];
    if (character === '\\') at++;
    else if (character === '{') open.push({ start: at, commas: [] });
    else if (character === ',') open.at(-1)?.commas.push(at);
    else if (character === '}') {
      const { start, commas } = open.pop() ?? {};
      if (start === undefined || commas === undefined || (first !== null && first.start < start)) continue;
      const parts = partsOf(glob, start, commas, at);
      if (parts !== null) first = { start, end: at + 1, parts };
      if (first !== null && open.length === 0) return first;
    }
  }
  return first;
}

/** What braces stand for; null where they stand for themselves. */
function partsOf(
  glob: string,
  start: number,
  commas: readonly number[],
  end: number,
): readonly string[] | null {
  if (commas.length > 0)
    return [start, ...commas].map((before, index) => glob.slice(before + 1, commas[index] ?? end));
  const [, from, to] = /^(\w)\.\.(\w)$/.exec(glob.slice(start + 1, end)) ?? [];
  return from === undefined ? null : [`[${[from, to].sort().join('-')}]`];
}

function segmentsOf(glob: string, options: GlobOptions): readonly Segment[] {
  const written = glob.split('/').filter((name) => name !== '.' && name !== '');
  // At the end it is what stands in the folders, and not the last of them.
  const names = /(?:^|\/)\*\*+$/.test(glob) ? [...written, '*'] : written;
  return names.map((name) => (/^\*\*+$/.test(name) ? ANY_FOLDERS : segmentOf(name, options)));
}

/** What stands between two stars: characters that have to follow one another, as a regular expression. */
const PIECE = /\\(?<escaped>.)|(?<any>\?)|\[(?<not>[!^]?)(?<set>\]?(?:\[:[a-z]+:\]|[^\]])*)\]|(?<other>.)/gsu;

/**
 * A name with wildcards as a regular expression that never goes back behind a star: the first place at which the characters
 * behind a star fit is the best one.
 */
function segmentOf(name: string, { dot }: GlobOptions): RegExp {
  const parts = [''];
  for (const { groups } of name.matchAll(PIECE)) {
    const { escaped, any, not = '', set, other } = groups ?? {};
    if (other === '*') parts.push('');
    else parts.push((parts.pop() ?? '') + pieceOf(escaped ?? other, any, not, set));
  }
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  const middle = rest.filter((part) => part !== '').map((part, index) => `(?=(.*?${part}))\\${index + 1}`);
  const isWild = /^[*?]/.test(name);
  const source = `^${isWild && !dot ? '(?!\\.)' : ''}${first}${middle.join('')}${last === undefined ? '' : `.*${last}`}$`;
  return new RegExp(source, 's');
}

const CLASSES: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  lower: 'a-z',
  upper: 'A-Z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`{-~',
  word: '\\w',
  xdigit: 'A-Fa-f0-9',
};

function pieceOf(literal = '', any?: string, not = '', set?: string): string {
  if (any !== undefined) return '.';
  if (set === undefined) return escapedLiteral(literal);
  const written = set.replace(/\[:([a-z]+):\]|[\\[\]^]/g, (found, name: string | undefined) =>
    name === undefined ? `\\${found}` : (CLASSES[name] ?? ''),
  );
  const source = `[${not === '' ? '' : '^'}${written}]`;
  try {
    return new RegExp(source).source;
  } catch {
    // A range such as [z-a] is none: the brackets stand for themselves.
    return escapedLiteral(`[${not}${set}]`);
  }
}

function escapedLiteral(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Follows all ways at once, by how many segments have been matched so far. */
function matches(segments: readonly Segment[], names: readonly string[], { dot }: GlobOptions): boolean {
  const skipFolders = (reached: Set<number>) => {
    // A set is walked in the order of insertion, what is added meanwhile included.
    for (const at of reached) if (segments[at] === ANY_FOLDERS) reached.add(at + 1);
    return reached;
  };
  let reached = skipFolders(new Set([0]));
  for (const name of names) {
    const next = new Set<number>();
    for (const at of reached) {
      const segment = segments[at];
      if (segment === undefined) continue;
      if (segment !== ANY_FOLDERS) {
        if (segment.test(name)) next.add(at + 1);
      } else if (dot || !name.startsWith('.')) next.add(at);
    }
    if (next.size === 0) return false;
    reached = skipFolders(next);
  }
  return reached.has(segments.length);
}
