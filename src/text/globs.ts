/** `**`: any number of folders. */
const ANY_FOLDERS = '**';

type Segment = RegExp | typeof ANY_FOLDERS;

/** Options for matching globs. */
interface GlobOptions {
  /** Whether a wildcard at the beginning of a name also matches names that begin with a dot. */
  readonly dot: boolean;
}

/** A glob, and how much of it the folders of a path match: the indexes of the segments that may come next. */
interface Partly {
  readonly segments: readonly Segment[];
  readonly reached: ReadonlySet<number>;
}

/**
 * Returns a function that returns whether a path, with `/` between folders, matches at least one of `globs`. A glob may
 * contain `*`, `**`, `?`, `[a-z]` and `{a,b}`, and must pass `isPlainGlob`.
 *
 * One call of the function takes at most n × m steps, for n names in all globs together (see `areFewNames`) and m names
 * in the path. Several paths in the same folder are faster if they are passed one after the other.
 */
export function globMatcher(globs: readonly string[], options: GlobOptions): (path: string) => boolean {
  const unmatched = globs
    .flatMap((glob) => [...alternativesOf(glob)])
    .map((glob) => segmentsOf(glob, options))
    .map((segments) => ({ segments, reached: withSkipped(segments, [0]) }));
  /** The folders of the last path, and what the globs match without any of them, with the first one, and so on. */
  const folders: string[] = [];
  const matched: (readonly Partly[])[] = [unmatched];
  return (path) => {
    const names = path.split('/');
    const last = names.pop() ?? '';
    let shared = 0;
    while (shared < folders.length && folders[shared] === names[shared]) shared++;
    folders.length = shared;
    matched.length = shared + 1;
    for (const name of names.slice(shared)) {
      const before = matched.at(-1) ?? [];
      folders.push(name);
      matched.push(before.flatMap((partly) => enter(partly, partly.reached, name, options)));
    }
    return (matched.at(-1) ?? []).some((partly) => endsWith(partly, last, options));
  };
}

/** Whether `globMatcher` supports a glob: it contains no `(` and does not begin with `!`. */
export function isPlainGlob(glob: string): boolean {
  return !glob.startsWith('!') && !glob.includes('(');
}

/** The maximum length of a glob, in UTF-16 units. */
export const LONGEST_GLOB = 1000;

/**
 * The maximum number of names of folders and files in all globs together, once their braces are written out.
 * `{a,b}/{c,d}` has 8 names, because it stands for four paths of two names each.
 */
export const MOST_GLOB_NAMES = 3000;

/**
 * Whether globs have at most `MOST_GLOB_NAMES` names of folders and files in total, once their braces are written out.
 *
 * @param globs - each at most `LONGEST_GLOB` long
 */
export function areFewNames(globs: readonly string[]): boolean {
  let count = 0;
  for (const glob of globs) {
    for (const path of alternativesOf(glob)) {
      count += path.split('/').length;
      if (count > MOST_GLOB_NAMES) return false;
    }
  }
  return true;
}

/** Yields the globs without braces that a glob stands for: `a.yaml` and `b.yaml` for `{a,b}.yaml`. */
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

/**
 * The first braces that have a comma at their own level or contain a range such as `{a..z}`; null if there are none.
 */
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

/** What a pair of braces stands for: `a` and `b` for `{a,b}`, `[a-z]` for `{a..z}`; null if they are literal. */
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
  // At the end, `**` matches what is inside the folders, not the last folder itself.
  const names = /(?:^|\/)\*\*+$/.test(glob) ? [...written, '*'] : written;
  const segments = names.map((name) => (/^\*\*+$/.test(name) ? ANY_FOLDERS : segmentOf(name, options)));
  // Several `**` in a row match what one of them matches.
  return segments.filter((segment, index) => segment !== ANY_FOLDERS || segments[index - 1] !== ANY_FOLDERS);
}

/** Matches one piece of a name: an escaped character, `?`, a set in brackets, or any other character. */
const PIECE = /\\(?<escaped>.)|(?<any>\?)|\[(?<not>[!^]?)(?<set>\]?(?:\[:[a-z]+:\]|[^\]])*)\]|(?<other>.)/gsu;

/**
 * Turns a name with wildcards into a regular expression that never backtracks over a star. It need not, because the
 * first place where the characters after a star match is always good enough.
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
    // A range such as [z-a] is invalid, so the brackets are literal characters.
    return escapedLiteral(`[${not}${set}]`);
  }
}

function escapedLiteral(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The indexes of segments that may come next, with those behind each `**`, which may match no folder. */
function withSkipped(segments: readonly Segment[], reached: Iterable<number>): ReadonlySet<number> {
  const all = new Set(reached);
  // A set is walked in the order of insertion, including what is added during the walk.
  for (const at of all) if (segments[at] === ANY_FOLDERS) all.add(at + 1);
  return all;
}

/**
 * What of a glob is matched after one more name of a path, as a list of one; empty if the glob cannot match any longer.
 * Follows all possible matches at once.
 */
function enter(
  { segments }: Partly,
  reached: Iterable<number>,
  name: string,
  { dot }: GlobOptions,
): readonly Partly[] {
  const next: number[] = [];
  for (const at of reached) {
    const segment = segments[at];
    if (segment === undefined) continue;
    if (segment !== ANY_FOLDERS) {
      if (segment.test(name)) next.push(at + 1);
    } else if (dot || !name.startsWith('.')) next.push(at);
  }
  return next.length === 0 ? [] : [{ segments, reached: withSkipped(segments, next) }];
}

/** Whether a glob matches a path that ends with this name. */
function endsWith(partly: Partly, name: string, options: GlobOptions): boolean {
  const { length } = partly.segments;
  // Only from the last two segments can one name lead to the end: behind it there may be a `**`.
  const reached = [length - 2, length - 1].filter((at) => partly.reached.has(at));
  return enter(partly, reached, name, options).some((ended) => ended.reached.has(length));
}
