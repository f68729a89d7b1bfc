import { type Edit, edited } from '../edits.ts';
import { type SyntaxProblem, YamlProblem } from '../syntax-problems.ts';
import { Columns } from './columns.ts';
import { firstSides } from './conflicts.ts';
import { explained } from './explained.ts';
import { problemsBetween } from './frame.ts';
import type { Level } from './growing.ts';
import type { Guess } from './guess.ts';
import { missingDash } from './indents.ts';
import { type Line, linesOf } from './lines.ts';
import { POST_KEYS } from './meant-fields.ts';
import { guessesAbout } from './mends.ts';
import { openingEdits, withOpening } from './openings.ts';
import { outlineOf, type Stretch } from './outline.ts';
import { type Failure, failureOf, offsetOf } from './stretch-reading.ts';

/** The most problems of a text that are reported; after that, the search stops. */
const MOST_PROBLEMS = 20;
/** In a stretch with more characters than this, no guesses are tried: the work grows with the square of the length. */
const LONGEST_GUESSED = 10_000;
/** The most characters that are parsed to find where one stretch can be divided, or what is wrong in it. */
const MOST_TRIED = 150_000;

/** The most spaces of an indentation that are counted. */
const LONGEST_INDENT = 200;
/** How many stretches are parsed together at first, which is faster than one by one. */
const READ_TOGETHER = 16;
/** The most characters that are parsed together. A longer group is halved first, so that a failure costs less. */
const LONGEST_TOGETHER = 100_000;

/** After this many failures to parse stretches, the search checks only how the remaining stretches begin. */
const MOST_FAILURES = 3000;

/** The most parts into which what seemed to be one stretch is divided. */
const MOST_PARTS = 1000;

/** Matches the declaration of a tag. A text with one cannot be parsed in parts: only the first would have the tag. */
const DIRECTIVE = /^%TAG\s/m;

/**
 * Matches a key directly after a brace, which the parser takes for a key of the surrounding mapping if nothing follows.
 */
const KEY_BEHIND_BRACE = /\}[ \t]{1,9}[a-z_]{1,30}:\s/i;

/** The kinds of problems that concern a text as a whole. */
const WHOLE = new Set(['not utf-8', 'too large', 'too full', 'too deep', 'too many values']);

/**
 * Finds the problems that keep a text from being read: at most one in each stretch (a key with its value, or a list
 * item), and the problems between stretches.
 *
 * @param written - the text, as it is in the file
 * @param failure - why the text as a whole cannot be read
 * @returns the problems in order: at least one, and at most 20
 */
export function problemsIn(written: string, failure: Failure): readonly SyntaxProblem[] {
  const own = explained(written, failure);
  const isWhole = failure instanceof YamlProblem && WHOLE.has(failure.kind);
  if (isWhole || DIRECTIVE.test(written)) return [own];
  const { text, conflicts } = firstSides(written);
  const { stretches, secondDocument } = outlineOf(text);
  const marks = [
    ...conflicts.slice(0, MOST_PROBLEMS).map((start) => new YamlProblem(start, 'merge conflict')),
    ...(secondDocument === null ? [] : [new YamlProblem(secondDocument, 'more than one document')]),
  ].map((problem) => explained(text, problem));
  const search = new Search(text, stretches);
  const inside = search.problemsInside();
  const between = problemsBetween(text, search, MOST_PROBLEMS - inside.length);
  const all = [...marks, ...inside, ...between].sort((one, other) => one.range.start - other.range.start);
  return all.length === 0 ? [own] : all.slice(0, MOST_PROBLEMS);
}

class Search {
  /** The stretches read so far. What seemed to be one stretch may turn out to be several. */
  readonly stretches: Stretch[] = [];
  readonly broken = new Set<Stretch>();
  readonly anchors: ReadonlySet<string>;
  columns: Columns;
  private readonly text: string;
  private failures = 0;
  /** For each stretch, the column in which it was last parsed, and the failure then; null if there was none. */
  private readonly answers = new Map<
    Stretch,
    { readonly column: number; readonly failure: Failure | null }
  >();

  constructor(text: string, outlined: readonly Stretch[]) {
    this.text = text;
    this.anchors = new Set([...text.matchAll(/&([^\s,[\]{}]+)/g)].map(([, name = '']) => name));
    this.columns = new Columns(outlined);
    for (let index = 0; index < outlined.length && this.broken.size < MOST_PROBLEMS; index += READ_TOGETHER) {
      this.read(outlined.slice(index, index + READ_TOGETHER));
    }
    this.columns = new Columns(this.stretches);
  }

  /** The problems of the stretches that cannot be parsed on their own. */
  problemsInside(): readonly SyntaxProblem[] {
    const problems: SyntaxProblem[] = [];
    const swallowed = this.swallowed();
    for (const stretch of this.broken) {
      if (problems.length === MOST_PROBLEMS) break;
      if (swallowed.has(stretch)) continue;
      const failure = this.failureIn(stretch);
      // Beside its own parts, a stretch may begin in the right column after all.
      if (failure === null) this.broken.delete(stretch);
      else problems.push(this.problemOf(stretch, failure));
    }
    for (const stretch of swallowed) this.broken.add(stretch);
    return problems;
  }

  /**
   * The stretches that begin with neither a key nor a dash and come right after an unreadable one. They probably
   * continue it.
   */
  private swallowed(): ReadonlySet<Stretch> {
    const swallowed = new Set<Stretch>();
    for (const [index, stretch] of this.stretches.entries()) {
      const above = this.stretches[index - 1];
      if (above === undefined || stretch.line.opening !== 'words' || stretch.line.isDay) continue;
      if (this.broken.has(above) || swallowed.has(above)) swallowed.add(stretch);
    }
    return swallowed;
  }

  private openingEdits(stretch: Stretch): readonly Edit[] {
    return openingEdits(this.text, stretch, this.columns.expected(stretch.level));
  }

  private failureIn(stretch: Stretch): Failure | null {
    const column = this.columns.expected(stretch.level);
    const known = this.answers.get(stretch);
    if (known?.column === column) return known.failure;
    const failure = failureOf(withOpening(this.text, stretch, this.openingEdits(stretch)), this.anchors);
    this.answers.set(stretch, { column, failure });
    return failure;
  }

  /** Parses consecutive stretches: first all together, which is faster, and if that fails, in halves. */
  private read(group: readonly Stretch[]): void {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return;
    const isAlone = group.length === 1;
    if (isAlone || last.end - first.start <= LONGEST_TOGETHER) {
      const failure = isAlone
        ? this.failureIn(first)
        : failureOf(this.text.slice(first.start, last.end), this.anchors);
      if (failure !== null) this.failures++;
      // The parser takes no-break spaces for words, so a line indented with them continues the one above.
      const isDoubtful = KEY_BEHIND_BRACE.test(last.line.content) || group.some(({ line }) => line.hasTab);
      const isReadable = failure === null && (isAlone || !isDoubtful);
      if (isReadable || this.failures > MOST_FAILURES) {
        this.stretches.push(...group);
        return;
      }
    }
    if (isAlone) this.divide(first);
    else {
      const middle = Math.ceil(group.length / 2);
      this.read(group.slice(0, middle));
      this.read(group.slice(middle));
    }
  }

  /**
   * Divides a stretch at the lines that look like the beginnings of posts and days, and records the unreadable parts.
   */
  private divide(stretch: Stretch): void {
    const { level, start, end } = stretch;
    let current = stretch;
    let tried = 0;
    let parts = 0;
    const take = (part: Stretch) => {
      this.stretches.push(part);
      if (this.failureIn(part) !== null) this.broken.add(part);
    };
    const names = new Set<string>();
    for (const line of linesOf(this.text.slice(start, end))) {
      const isStray = isDashOfKey(line, this.indentBelow(start + line.end), current.line, names);
      if (line.key !== null) names.add(line.key);
      const next = line.start === 0 || isStray ? null : beginning(line, current.line, level);
      if (next === null) continue;
      if (++parts > MOST_PARTS) break;
      const own = { ...line, start: start + line.start, end: start + line.end, first: start + line.first };
      const above = { ...current, end: own.start };
      if (isUnsure(line)) {
        tried += above.end - above.start;
        if (tried > MOST_TRIED || this.failureIn(above) !== null) continue;
      }
      take(above);
      names.clear();
      if (line.key !== null) names.add(line.key);
      current = { level: next, line: own, isHead: line.isHead, lacksPosts: false, start: own.start, end };
    }
    take(current);
  }

  /** The number of spaces at the beginning of the line at an offset. */
  private indentBelow(offset: number): number {
    return this.text.slice(offset, offset + LONGEST_INDENT).search(/[^ ]|$/);
  }

  /**
   * The problem of an unreadable stretch: the first guess that makes it readable; failing that, the guess with which
   * the parser gets furthest; failing that, the parser's own error in other words.
   */
  private problemOf(stretch: Stretch, failure: Failure): SyntaxProblem {
    const { text, anchors } = this;
    const { start, end, level } = stretch;
    const opening = this.openingEdits(stretch).map((edit) => moved(edit, -start));
    const written = text.slice(start, end);
    const stop = originalOffset(opening, offsetOf(failure, Number.MAX_SAFE_INTEGER));
    let best: { readonly stop: number; readonly guess: Guess } | null = null;
    let tried = 0;
    const guesses =
      written.length > LONGEST_GUESSED
        ? []
        : guessesAfter(failure, written, this.columns.expected(level), stop);
    for (const guess of guesses) {
      const edits = [
        ...guess.mend,
        ...opening.filter((edit) => !guess.mend.some((own) => own.start === edit.start)),
      ];
      const mended = edited(written, edits);
      tried += mended.length;
      if (tried > MOST_TRIED) break;
      const left = failureOf(mended, anchors);
      if (left === null) return shifted(guess, start);
      const next = originalOffset(edits, offsetOf(left, mended.length));
      if (next > Math.max(best?.stop ?? stop, guess.range.start)) best = { stop: next, guess };
    }
    if (best !== null) return { ...shifted(best.guess, start), mend: null };
    return explained(text, failure, Math.min(start + stop, text.length));
  }
}

function guessesAfter(failure: Failure, text: string, column: number, stop: number): Iterable<Guess> {
  if (!(failure instanceof YamlProblem)) return guessesAbout(text, column, stop);
  return failure.kind === 'duplicate key' ? missingDash(text, stop) : [];
}

/** Whether a line that looks like a new stretch may also continue a quotation or a bracket that is open above it. */
function isUnsure({ opening }: Line): boolean {
  return opening === 'brace' || opening === 'key';
}

/**
 * Whether a line such as `- title: Soup` continues the post above, and only its dash is wrong: the dash is directly
 * under the first key of that post, the post has no such key yet, and the line below does not continue this one.
 *
 * @param names - the keys that the post above has so far
 */
function isDashOfKey(line: Line, indentBelow: number, above: Line, names: ReadonlySet<string>): boolean {
  const { opening, key, indent, keyColumn } = line;
  const isUnder =
    opening === 'dash' && above.opening === 'dash' && above.key !== null && indent === above.keyColumn;
  if (!isUnder || key === null || !POST_KEYS.includes(key) || names.has(key)) return false;
  return indentBelow < keyColumn;
}

/** The level at which a line inside a stretch may begin a stretch of its own; null if it cannot begin one. */
function beginning({ opening, key, content, isDay }: Line, above: Line, level: Level): Level | null {
  if (isDay && opening === 'key') return level.holds === 'keys' ? level : level.parent;
  if (level.holds !== 'items') return null;
  const isBelowBraces = /^(?:-\s+)?\{/.test(above.content);
  if (opening === 'key') return isBelowBraces && key !== null && POST_KEYS.includes(key) ? level : null;
  if (opening === 'dash') return key !== null || /^-(?:\s+\{|\s*$)/.test(content) ? level : null;
  return opening === 'brace' || opening === 'tight dash' || opening === 'bullet' ? level : null;
}

function moved({ start, end, text }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, text };
}

/** Returns a guess as a problem, with `by` added to all offsets, so that they are those of the whole text. */
function shifted({ range, mend, ...rest }: Guess, by: number): SyntaxProblem {
  return {
    ...rest,
    range: { start: range.start + by, end: range.end + by },
    mend: mend.map((edit) => moved(edit, by)),
  };
}

/** Turns an offset in an edited text into the offset in the text before the edits. */
function originalOffset(edits: readonly Edit[], offset: number): number {
  let grown = 0;
  for (const { start, end, text } of [...edits].sort((one, other) => one.start - other.start)) {
    if (start + grown >= offset) break;
    grown += text.length - (end - start);
  }
  return Math.max(0, offset - grown);
}
