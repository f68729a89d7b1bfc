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
 * length times that of the path, whatever both are.
 *
 * @returns a test of paths with `/`
 */
export function globMatcher(globs: readonly string[], options: GlobOptions): (path: string) => boolean {
  const matchers = globs.flatMap(alternativesOf).map((glob) => segmentsOf(glob, options));
  return (path) => {
    const names = path.split('/');
    return matchers.some((segments) => matches(segments, names, options));
  };
}

/** Whether a glob is one that `globMatcher` reads; others have `(` in them, or begin with `!`. */
export function isPlainGlob(glob: string): boolean {
  return !glob.startsWith('!') && !glob.includes('(');
}

/** A glob without `{a,b}`, once for each alternative. */
export function alternativesOf(glob: string): readonly string[] {
  const braces = bracesIn(glob);
  if (braces === null) return [glob];
  const { start, end, parts } = braces;
  return parts.flatMap((part) => alternativesOf(glob.slice(0, start) + part + glob.slice(end)));
}

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly string[];
}

/** The first braces with a comma at their own level, or with a range of characters, which becomes `[a-z]`. */
function bracesIn(glob: string): Braces | null {
  for (let start = nextIn(glob, '{', 0); start !== -1; start = nextIn(glob, '{', start + 1)) {
    const parts: string[] = [];
    let depth = 0;
    let from = start + 1;
    for (let at = start; at < glob.length; at++) {
      const character = glob[at];
      if (character === '\\') at++;
      else if (character === '{') depth++;
      else if (character === ',' && depth === 1) {
        parts.push(glob.slice(from, at));
        from = at + 1;
      } else if (character === '}' && --depth === 0) {
        const last = glob.slice(from, at);
        if (parts.length > 0) return { start, end: at + 1, parts: [...parts, last] };
        const [, first, second] = /^(\w)\.\.(\w)$/.exec(last) ?? [];
        if (first !== undefined)
          return { start, end: at + 1, parts: [`[${[first, second].sort().join('-')}]`] };
        break;
      }
    }
  }
  return null;
}

function nextIn(glob: string, character: string, from: number): number {
  for (let at = from; at < glob.length; at++) {
    if (glob[at] === '\\') at++;
    else if (glob[at] === character) return at;
  }
  return -1;
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
