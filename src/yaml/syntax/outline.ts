import { BLANK_OR_COMMENT } from '../comments.ts';
import { indentOf } from '../edits.ts';
import { endOf } from '../events.ts';
import type { Range } from '../node.ts';
import {
  type Growing,
  goesOnWith,
  isHeadWithWords,
  isInOpenBraces,
  isOfPost,
  isUnderFirstKey,
  type Level,
} from './growing.ts';
import { type Line, linesOf } from './lines.ts';
import { PLAN_KEYS, POST_KEYS } from './meant-fields.ts';

/** A part of a text that should be readable by itself: a key with its value, or an item of a list. */
export interface Stretch extends Range {
  /** The list or mapping that the stretch is an entry of. */
  readonly level: Level;
  /** The first line of the stretch. */
  readonly line: Line;
  /**
   * Whether the contents of the stretch are stretches of their own, as the posts of a day are. After the colon of such
   * a stretch there is nothing, or only words that do not belong there.
   */
  readonly isHead: boolean;
  /** Whether the stretch is the first day of a plan that lacks the `posts:` above its days. */
  readonly lacksPosts: boolean;
}

/** The stretches that a text has been divided into. */
interface Outline {
  /** The stretches in order; empty if the text does not begin with a key or an item. */
  readonly stretches: readonly Stretch[];
  /** The offset at which a second document, which belongs to no stretch, begins; null if there is none. */
  readonly secondDocument: number | null;
}

/**
 * The most levels: one for the keys of a plan, one for its days and one for their posts. Anything deeper belongs to the
 * surrounding stretch.
 */
const MOST_LEVELS = 3;
/** After this many stretches, or `MOST_LINES` lines, the rest of a text is ignored. */
const MOST_STRETCHES = 50_000;
const MOST_LINES = 200_000;
/** How far right of its key the contents of a key should begin if their first line is in no possible column. */
const INDENTATION = 2;

/**
 * Divides a text into stretches (a stretch is a key with its value, or a list item). Looks only at how the lines begin
 * and end, so that a mistake in one stretch does not affect the others. In a readable text, no value extends beyond its
 * stretch.
 */
export function outlineOf(text: string): Outline {
  const outliner = new Outliner(text);
  let lines = 0;
  for (const line of linesOf(text)) {
    if (++lines > MOST_LINES || outliner.isFull) return outliner.endWithin();
    if (!outliner.take(line)) break;
  }
  return outliner.end();
}

class Outliner {
  private readonly done: Growing[] = [];
  private readonly text: string;
  private readonly hasKeys: boolean;
  private hasPosts: boolean;
  private levels: Level[] = [];
  private current: Growing | null = null;
  /** The last key at the top level. */
  private topKey: string | null = null;
  private secondDocument: number | null = null;
  /** Lines that begin right of this column (from 0) continue the block text (`|`) above; null if there is none. */
  private blockText: number | null = null;
  private isAfterDots = false;

  constructor(text: string) {
    this.text = text;
    this.hasKeys = /^[a-z_]+:(?=\s|$)/m.test(text);
    this.hasPosts = /^[ \t]*["']?posts\b/m.test(text);
  }

  /** Adds the next line. Returns false if the lines after it do not matter any more. */
  take(line: Line): boolean {
    if (this.blockText !== null && (line.content === '' || line.indent > this.blockText)) {
      this.extend(line);
      return true;
    }
    if (this.goesOnUnindented(line)) {
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
        column: this.hasKeys && line.opening === 'key' ? 0 : line.indent,
      });
      this.begin(line);
    } else if (!this.beginsStretch(line)) this.extend(line);
    if (line.beginsBlockText) this.blockText = line.keyColumn;
    return true;
  }

  get isFull(): boolean {
    return this.done.length > MOST_STRETCHES;
  }

  /**
   * Whether a line belongs to the block text above although it begins too far left, because it is not a known key, a
   * day or a post.
   */
  private goesOnUnindented({ opening, key, isDay, hasTab, content }: Line): boolean {
    const { level, last } = this.current ?? {};
    if (this.blockText === null || last === undefined || level?.holds !== 'items') return false;
    if (opening === 'words') return !hasTab && !isDay && !BLANK_OR_COMMENT.test(content);
    // Below a line that is in the right place, an unknown key is more likely a key of the plan.
    const isAmongText = last.beginsBlockText || last.indent <= this.blockText;
    const isKnown =
      key === null || isDay || [...POST_KEYS, ...PLAN_KEYS].includes(key) || key.startsWith('x-');
    return opening === 'key' && !hasTab && isAmongText && !isKnown;
  }

  /** Whether a text that begins with this line can consist of keys or items, even if the line itself is wrong. */
  private canBegin({ opening, indent, content }: Line): boolean {
    if (opening === 'key' || opening === 'dash') return true;
    return opening === 'words' && indent === 0 && !content.startsWith('[') && this.hasKeys;
  }

  /** Returns the outline of a text that is not read to its end: without the last stretch, whose end is unknown. */
  endWithin(): Outline {
    this.done.pop();
    return this.end();
  }

  end(): Outline {
    const stretches = this.done.map(({ level, line, isHead, lacksPosts, end }) => {
      return { level, line, isHead, lacksPosts, start: line.start, end };
    });
    return { stretches, secondDocument: this.secondDocument };
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

  private extend(line: Line): void {
    if (this.current === null) return;
    this.current.end = line.end;
    this.current.last = line;
    if (line.key !== null) this.current.names.push(line.key);
  }

  private begin(line: Line): void {
    const level = this.levels.at(-1);
    if (level === undefined) return;
    const names = line.key === null ? [] : [line.key];
    this.current = { level, line, isHead: line.isHead, lacksPosts: false, last: line, names, end: line.end };
    if (level.parent === null) this.topKey = line.key;
    this.done.push(this.current);
  }

  /** Begins a stretch with the line, unless the line continues the one above. Returns whether it began one. */
  private beginsStretch(line: Line): boolean {
    const { opening } = line;
    const top = this.levels.at(-1);
    if (top === undefined || this.current === null) return false;
    if (isInOpenBraces(line, this.current)) return false;
    if (this.opensLevel(line, this.current, top) || this.beginsDaysWithoutPosts(line)) return true;
    if (line.hasTab) return this.beginsBehindTab(line);
    if (isUnderFirstKey(line, this.current)) return false;
    if (line.indent > top.column)
      return this.isTooFarRight(line, this.current, top) && this.beginIn(line, () => false);
    if (opening === 'closing') return false;
    if (opening === 'key') return this.beginsWithKey(line, this.current);
    if (opening === 'words') return this.beginIn(line, (level) => level.column === line.indent);
    return this.beginIn(line, ({ holds }) => holds === 'items');
  }

  /** Begins a new level with a line directly below a key without a value. Returns false if the line begins none. */
  private opensLevel(line: Line, head: Growing, top: Level): boolean {
    const { opening, indent, hasTab, isDay } = line;
    if (head.level !== top || head.end !== head.line.end || this.levels.length === MOST_LEVELS) return false;
    if (!head.isHead && !isHeadWithWords(line, head)) return false;
    if ((opening === 'words' && !isDay) || opening === 'closing') return false;
    const isKey = opening === 'key' || opening === 'words';
    const holds = isKey && !(head.line.isDay && isOfPost(line)) ? 'keys' : 'items';
    const isBelow = indent > top.column || hasTab;
    const isDayOfPosts = isDay && this.topKey === 'posts' && top.parent === null;
    if (holds === 'keys' && !isBelow && !isDayOfPosts) return false;
    const isInPlace = !hasTab && (isBelow || (indent === top.column && holds === 'items'));
    head.isHead = true;
    this.levels.push({ holds, parent: top, column: isInPlace ? indent : top.column + INDENTATION });
    this.begin(line);
    return true;
  }

  /**
   * Begins the first day of a plan that has no `posts:`, if the line is a day further right than the keys of the plan.
   * Returns whether it did.
   */
  private beginsDaysWithoutPosts(line: Line): boolean {
    const [root] = this.levels;
    if (this.hasPosts || !line.isDay || !line.isHead || line.hasTab || root?.holds !== 'keys') return false;
    if (line.indent <= root.column) return false;
    this.levels = [root, { holds: 'keys', parent: root, column: line.indent }];
    this.begin(line);
    if (this.current !== null) this.current.lacksPosts = true;
    this.hasPosts = true;
    return true;
  }

  /** Whether a line is a key below a key that has its whole value, so that nothing could contain this key. */
  private isTooFarRight({ opening }: Line, current: Growing, top: Level): boolean {
    const isBelowValue = current.end === current.line.end && current.line.hasWholeValue;
    return opening === 'key' && isBelowValue && current.level === top && top.holds === 'keys';
  }

  /**
   * Begins a stretch with a line whose column is unknown because of a tab, on the level that fits its first sign (a key
   * or a dash). Returns whether it did.
   */
  private beginsBehindTab(line: Line): boolean {
    const { opening } = line;
    if (opening === 'words' || opening === 'closing') return false;
    const wanted = opening === 'key' ? 'keys' : 'items';
    const isTop = this.levels.length === 1 && !line.isDay;
    const fits = ({ holds, parent }: Level) => holds === wanted && (parent !== null || isTop);
    const isWanted = opening !== 'key' || line.isDay || this.levels.at(-1)?.holds === 'keys';
    return isWanted && this.levels.some(fits) && this.beginIn(line, fits);
  }

  private beginsWithKey(line: Line, current: Growing): boolean {
    const { indent, isDay } = line;
    if (this.isOfListedPost(line)) {
      return !goesOnWith(line, current) && this.beginIn(line, ({ holds }) => holds === 'items');
    }
    const isOwn = (level: Level) => level.holds === 'keys' && level.column === indent;
    const isOfDays = ({ holds, parent }: Level) => holds === 'keys' && parent !== null;
    const isDayOfPosts = isDay && this.topKey === 'posts' && this.levels.some(isOfDays);
    if (this.levels.some(isOwn) && !isDayOfPosts) return this.beginIn(line, isOwn);
    if (isDay) return this.beginIn(line, isOfDays);
    const around = this.levels.at(-2)?.column ?? 0;
    return this.beginIn(line, ({ holds, column }) =>
      holds === 'items' ? indent > around : column >= indent,
    );
  }

  /** Whether a line is a key of a post in a list. Its name shows this where posts begin in the column of their days. */
  private isOfListedPost(line: Line): boolean {
    const { holds, parent } = this.levels.at(-1) ?? {};
    if (holds !== 'items' || parent == null || !isOfPost(line)) return false;
    if (line.indent > parent.column) return true;
    if (parent.parent === null) return false;
    return line.indent === parent.column || !PLAN_KEYS.includes(line.key ?? '') || this.isAbovePost(line);
  }

  /** Whether a line has its whole value and the next text below it is indented, so that the posts continue there. */
  private isAbovePost({ end, hasWholeValue }: Line): boolean {
    const next = endOf(this.text, /\s/y, end);
    return hasWholeValue && next < this.text.length && indentOf(this.text, next) > 0;
  }

  /** Begins a stretch in the innermost level that fits or, if none does, in the innermost of all. Returns true. */
  private beginIn(line: Line, fits: (level: Level) => boolean): boolean {
    const index = this.levels.findLastIndex(fits);
    if (index !== -1) this.levels.length = index + 1;
    this.begin(line);
    return true;
  }
}
