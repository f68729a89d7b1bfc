import type { Range } from '../node.ts';
import { DAY } from '../syntax-problems.ts';

/**
 * How a line begins: `key` and `dash` as they should be, `tight dash` for a dash without a space after it, `bullet` for
 * another sign in place of a dash, `brace` for {, `closing` for } or ], and `words` for anything else.
 */
type Opening = 'key' | 'dash' | 'tight dash' | 'bullet' | 'brace' | 'closing' | 'words';

/** A line of a text that may be invalid YAML. The range includes the line break. */
export interface Line extends Range {
  /** The line without its indentation and its line break. */
  readonly content: string;
  /** The offset at which the content begins. */
  readonly first: number;
  /** The number of spaces at the beginning of the line. */
  readonly indent: number;
  /** Whether there are tabs or no-break spaces in the indentation. */
  readonly hasTab: boolean;
  readonly opening: Opening;
  /** The key that the line begins with, as written, even if it comes after a dash; null if there is none. */
  readonly key: string | null;
  /**
   * Whether the key looks like the name of a day. Also true if the line is nothing but such a name, without a colon.
   */
  readonly isDay: boolean;
  /**
   * Whether the line is a key with nothing after its colon, so that its value is on the lines below. Also true for a
   * single word without a colon, or with a semicolon instead of the colon.
   */
  readonly isHead: boolean;
  /** Whether a value begins after the colon of the key, and ends on this line. */
  readonly hasWholeValue: boolean;
  /** The column (from 0) in which the key begins or, in a line without a key, the content. */
  readonly keyColumn: number;
  /** Whether the line ends with a comma, or with an opening bracket or brace. */
  readonly isOpenAtEnd: boolean;
  /** Whether the line ends with a closing bracket or brace, perhaps followed by commas. */
  readonly closesAtEnd: boolean;
  /** Whether the line ends with `|` or `>`, so that a block text begins on the next line. */
  readonly beginsBlockText: boolean;
}

/** Only this many characters at the beginning and at the end of a line are looked at to classify it. */
const LONGEST_LOOK = 200;

const LINE = /([ \t\u00a0]*)([^\r\n]*)(?:\r\n|\n|\r|$)/y;
const ITEM = /^-(?:[ \t]+|$)/;
const TIGHT_ITEM = /^-(?=\{|[a-z_]+:(?:\s|$))/i;
const BULLET = /^[\u2013\u2014\u2212\u2022*]\s+(?=[{\w])/;
const KEY =
  /^(?:[&!]\S{1,60} +)?("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\*\S{1,60} |[^\s"'#{}[\],&*!|>%@`:-][^:#]{0,100}?)\s*:(?=\s|$)/;
const NOTHING_BEHIND = /^(?:\s+[&!]\S+)*(?:\s+#.*|\s*)$/s;
const WHOLE_VALUE = /^\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'[{|>&!*%@`#].*?)\s*(?:\s#.*)?$/s;
const BLOCK_TEXT = /(?:^|[:?-]\s+)(?:[&!]\S+\s+)*[|>][-+\d]{0,2}(?:\s+#.*|\s*)$/s;
const ONE_WORD = /^["']?([\p{L}\d-]+)["']?(?:[ \t]*;)?(?:\s+#.*|\s*)$/su;

/** Yields the lines of a text, in order. Consecutive blank lines are joined into one, because there may be millions. */
export function* linesOf(text: string): Iterable<Line> {
  let position = 0;
  while (position < text.length) {
    LINE.lastIndex = position;
    const [whole = '', indentation = '', content = ''] = LINE.exec(text) ?? [];
    const end = content === '' ? endOfEmptyLines(text, position + whole.length) : position + whole.length;
    yield described(position, end - position, indentation, content);
    position = end;
  }
}

/** The offset of the first line that is not blank, from the line that begins at `from`; the text's end if none is. */
function endOfEmptyLines(text: string, from: number): number {
  const sign = /[^ \t\u00a0\r\n]/g;
  sign.lastIndex = from;
  let start = sign.exec(text)?.index ?? text.length;
  while (start > from && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return start;
}

function described(start: number, length: number, indentation: string, content: string): Line {
  const blank = withoutContent(start, length, indentation, content);
  // There may be millions of such lines, so they are not searched.
  if (content === '' || content.startsWith('#')) return blank;
  const { indent } = blank;
  const look = content.slice(0, LONGEST_LOOK);
  const item = (ITEM.exec(look) ?? TIGHT_ITEM.exec(look))?.[0] ?? '';
  const [keyWithAnchor = '', key = null] = KEY.exec(look.slice(item.length)) ?? [];
  const opening = openingOf(look, key !== null);
  const word = opening === 'words' ? ONE_WORD.exec(look)?.[1] : undefined;
  const name = key ?? word ?? '';
  const ending = content.slice(-LONGEST_LOOK);
  const beginsBlockText = BLOCK_TEXT.test(ending) && (item !== '' || key !== null);
  // A spread would take ten times as long in esbuild's output.
  return Object.assign(blank, {
    opening,
    key,
    isDay: DAY.test(name.replace(/^["']|["']$/g, '')),
    isHead:
      word !== undefined || (opening === 'key' && NOTHING_BEHIND.test(look.slice(keyWithAnchor.length))),
    hasWholeValue: opening === 'key' && WHOLE_VALUE.test(look.slice(keyWithAnchor.length)),
    keyColumn: indent + (key === null ? 0 : item.length),
    isOpenAtEnd: /[{[,]\s*$/.test(ending),
    closesAtEnd: /[}\]][\s,]*$/.test(ending),
    beginsBlockText,
  });
}

/** Returns a line as if it were a comment: without a key or anything else that depends on its contents. */
function withoutContent(start: number, length: number, indentation: string, content: string): Line {
  const indent = indentation.search(/[^ ]|$/);
  return {
    start,
    end: start + length,
    content,
    first: start + indentation.length,
    indent,
    hasTab: indent < indentation.length,
    opening: 'words',
    key: null,
    isDay: false,
    isHead: false,
    hasWholeValue: false,
    keyColumn: indent,
    isOpenAtEnd: false,
    closesAtEnd: false,
    beginsBlockText: false,
  };
}

function openingOf(content: string, hasKey: boolean): Opening {
  if (ITEM.test(content)) return 'dash';
  if (TIGHT_ITEM.test(content)) return 'tight dash';
  if (BULLET.test(content)) return 'bullet';
  if (content.startsWith('{')) return 'brace';
  if (/^[}\]]/.test(content)) return 'closing';
  return hasKey ? 'key' : 'words';
}
