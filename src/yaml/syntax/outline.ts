import { BLANK_OR_COMMENT } from '../comments.ts';
import type { Range } from '../node.ts';
import { type Line, linesOf } from './lines.ts';
import { POST_KEYS } from './meant-fields.ts';

/** The entries of one mapping in lines of its own, or the items of one such list. */
export interface Level {
  readonly holds: 'keys' | 'items';
  /** The level of the key that it belongs to; null for the whole text. */
  readonly parent: Level | null;
  /** The column (from 0) in which its first entry begins; what begins further right goes on from an entry of it. */
  readonly column: number;
}

/** A part of a text that should be readable by itself: a key with its value, or an item of a list. */
export interface Stretch extends Range {
  readonly level: Level;
  readonly line: Line;
  /** Whether what belongs to it are stretches of their own: nothing stands behind its colon. */
  readonly isHead: boolean;
}

/** The stretches of a text, and the places that end or interrupt them. */
export interface Outline {
  /** In order; empty for a text that is not written in lines of keys and items. */
  readonly stretches: readonly Stretch[];
  /** Where git left a conflict: the beginning of each line of `<<<<<<<`. */
  readonly conflicts: readonly number[];
  /** Where a second document begins, or null; what follows is in no stretch. */
  readonly secondDocument: number | null;
}

/** The keys of a plan, its days and their posts are levels; what is deeper belongs to the stretch that it is in. */
const MOST_LEVELS = 3;
/** What comes after so many stretches is not looked at. */
const MOST_STRETCHES = 50_000;
/** So much further right than its key a list is expected that has no line in the right column. */
const INDENTATION = 2;

/**
 * Divides a text into stretches by the columns of its lines alone, so that a mistake in one has no effect on the others.
 * Where the text can be read, no value reaches beyond its stretch.
 */
export function outlineOf(text: string): Outline {
  const outliner = new Outliner(text);
  for (const line of linesOf(text)) {
    if (!outliner.take(line)) break;
  }
  return outliner.end();
}

/** A stretch whose end has not been reached. */
interface Growing {
  readonly level: Level;
  readonly line: Line;
  readonly isHead: boolean;
  /** The keys of a post that is written in lines of its own, in order. */
  readonly names: string[];
  end: number;
}

class Outliner {
  private readonly done: Growing[] = [];
  private readonly conflicts: number[] = [];
  private readonly lastConflictEnd: number;
  private readonly hasKeys: boolean;
  private levels: Level[] = [];
  private current: Growing | null = null;
  private secondDocument: number | null = null;
  private isInOtherSide = false;
  /** Text in lines of its own (`|`) goes on while lines begin further right than this. */
  private blockText: number | null = null;
  private isAfterDots = false;

  constructor(text: string) {
    this.hasKeys = /^[a-z_]+:(?=\s|$)/m.test(text);
    this.lastConflictEnd = text.lastIndexOf('\n>>>>>>> ');
  }

  /** @returns whether the lines that follow still matter */
  take(line: Line): boolean {
    if (this.isInConflict(line)) return true;
    if (this.blockText !== null && (line.content === '' || line.indent > this.blockText)) {
      this.extend(line);
      return true;
    }
    this.blockText = null;
    if (BLANK_OR_COMMENT.test(line.content)) return true;
    if (this.separates(line)) return this.secondDocument === null;
    if (this.levels.length === 0) {
      if (line.content.startsWith('%')) return true;
      if (!this.canBegin(line)) return false;
      this.levels.push({
        holds: line.opening === 'dash' ? 'items' : 'keys',
        parent: null,
        column: line.indent,
      });
      this.begin(line);
    } else if (!this.beginsStretch(line)) this.extend(line);
    if (line.beginsBlockText) this.blockText = line.keyColumn;
    return this.done.length < MOST_STRETCHES;
  }

  /** Whether a text that begins with a line is one of keys or items, be it that this line is wrong. */
  private canBegin({ opening, indent, content }: Line): boolean {
    if (opening === 'key' || opening === 'dash') return true;
    return opening === 'words' && indent === 0 && !content.startsWith('[') && this.hasKeys;
  }

  end(): Outline {
    const stretches = this.done.map(({ level, line, isHead, end }) => {
      return { level, line, isHead, start: line.start, end };
    });
    return { stretches, conflicts: this.conflicts, secondDocument: this.secondDocument };
  }

  /** Of a conflict the lines of the first side count. */
  private isInConflict({ start, content, indent }: Line): boolean {
    if (indent === 0 && content.startsWith('<<<<<<< ') && start < this.lastConflictEnd) {
      this.conflicts.push(start);
      return true;
    }
    if (this.conflicts.length === 0) return false;
    if (indent === 0 && content.startsWith('>>>>>>> ')) {
      this.isInOtherSide = false;
      return true;
    }
    if (indent === 0 && /^(?:={7}$|\|{7} )/.test(content)) this.isInOtherSide = true;
    return this.isInOtherSide;
  }

  private separates({ indent, content, start }: Line): boolean {
    const isMarker = indent === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(content);
    if (this.current !== null && (this.isAfterDots || (isMarker && content.startsWith('---')))) {
      this.secondDocument = start;
      return true;
    }
    if (isMarker && this.current !== null) this.isAfterDots = true;
    return isMarker;
  }

  private extend({ end, key }: Line): void {
    if (this.current === null) return;
    this.current.end = end;
    if (key !== null) this.current.names.push(key);
  }

  private begin(line: Line): void {
    const level = this.levels.at(-1);
    if (level === undefined) return;
    const names = line.key === null ? [] : [line.key];
    this.current = { level, line, isHead: line.isHead, names, end: line.end };
    this.done.push(this.current);
  }

  /** Begins a stretch with the line, unless it goes on from the one above. */
  private beginsStretch(line: Line): boolean {
    const { opening } = line;
    const top = this.levels.at(-1);
    if (top === undefined || this.current === null) return false;
    if (this.opensLevel(line, this.current, top)) return true;
    if (line.hasTab) return this.beginsBehindTab(line);
    if (isUnderFirstKey(line, this.current)) return false;
    if (line.indent > top.column)
      return this.isTooFarRight(line, this.current, top) && this.beginIn(line, () => false);
    if (opening === 'closing') return false;
    if (opening === 'key') return this.beginsWithKey(line, this.current);
    if (opening === 'words') return this.beginIn(line, (level) => level.column === line.indent);
    return this.beginIn(line, ({ holds }) => holds === 'items');
  }

  /** What follows a key without a value is the first of what belongs to it. */
  private opensLevel(line: Line, head: Growing, top: Level): boolean {
    const { opening, indent, hasTab } = line;
    if (!head.isHead || head.level !== top || head.end !== head.line.end) return false;
    if (opening === 'words' || opening === 'closing' || this.levels.length === MOST_LEVELS) return false;
    const holds = opening === 'key' && !(head.line.isDay && isOfPost(line)) ? 'keys' : 'items';
    const isBelow = indent > top.column || hasTab;
    if (holds === 'keys' && !isBelow) return false;
    const isInPlace = !hasTab && (isBelow || indent === top.column);
    this.levels.push({ holds, parent: top, column: isInPlace ? indent : top.column + INDENTATION });
    this.begin(line);
    return true;
  }

  /** A key below one whose value is complete belongs to nothing that could hold it. */
  private isTooFarRight({ opening }: Line, current: Growing, top: Level): boolean {
    const isBelowValue = current.end === current.line.end && current.line.hasWholeValue;
    return opening === 'key' && isBelowValue && current.level === top && top.holds === 'keys';
  }

  /** How far in a line is that begins with a tab nobody knows: what it begins with says where it belongs. */
  private beginsBehindTab(line: Line): boolean {
    const { opening } = line;
    if (opening === 'words' || opening === 'closing') return false;
    const wanted = opening === 'key' ? 'keys' : 'items';
    const fits = ({ holds, parent }: Level) => holds === wanted && parent !== null;
    const isWanted = opening !== 'key' || line.isDay || this.levels.at(-1)?.holds === 'keys';
    return isWanted && this.levels.some(fits) && this.beginIn(line, fits);
  }

  private beginsWithKey(line: Line, current: Growing): boolean {
    const { indent, isDay } = line;
    if (this.isOfListedPost(line)) {
      return !goesOnWith(line, current) && this.beginIn(line, ({ holds }) => holds === 'items');
    }
    const isOwn = (level: Level) => level.holds === 'keys' && level.column === indent;
    if (this.levels.some(isOwn)) return this.beginIn(line, isOwn);
    if (isDay) return this.beginIn(line, ({ holds, parent }) => holds === 'keys' && parent !== null);
    const around = this.levels.at(-2)?.column ?? 0;
    return this.beginIn(line, ({ holds, column }) =>
      holds === 'items' ? indent > around : column >= indent,
    );
  }

  /** Whether a key belongs to a post: where posts begin in the column of their days too, for no day has that name. */
  private isOfListedPost(line: Line): boolean {
    const { holds, parent } = this.levels.at(-1) ?? {};
    if (holds !== 'items' || parent == null || !isOfPost(line)) return false;
    return line.indent > parent.column || (line.indent === parent.column && parent.parent !== null);
  }

  /** Begins a stretch in the innermost level that fits, else in the innermost of all. */
  private beginIn(line: Line, fits: (level: Level) => boolean): boolean {
    const index = this.levels.findLastIndex(fits);
    if (index !== -1) this.levels.length = index + 1;
    this.begin(line);
    return true;
  }
}

/** Whether a line goes on with the post above it because it is right under its first key, wherever that begins. */
function isUnderFirstKey({ opening, indent, isDay }: Line, { line }: Growing): boolean {
  const isUnder = line.opening === 'dash' && line.key !== null && indent === line.keyColumn;
  return isUnder && (opening === 'key' || opening === 'words') && !isDay;
}

/** Whether a key of a post may be one of the post above it, which is in lines of its own and does not have it yet. */
function goesOnWith({ key }: Line, { level, line, names }: Growing): boolean {
  const isPost = level.holds === 'items' && line.opening !== 'brace' && names.length > 0;
  return isPost && key !== null && !names.includes(key);
}

/** Whether a line begins with a key that a post has, and no day. */
function isOfPost({ key }: Line): boolean {
  return key !== null && POST_KEYS.includes(key);
}
