import { visible, visibleBefore } from '../../text/escape.ts';
import type { Lines, Position } from '../../yaml/places.ts';
import { lastLineOf } from '../last-line.ts';
import { endFitted, fitted, padStart, widthOf } from './layout.ts';

/** How to show the lines of a file that a finding points at, with their line numbers. */
interface FrameStyle {
  /** The number of columns for the line numbers, to the left of the gutter. */
  readonly margin: number;
  /** The most columns that a line should take. */
  readonly columns: number;
  /** How many lines above the place to show as well. If this is above 0, the indentation of all lines is kept. */
  readonly linesAbove: number;
  /** Colours everything that is not text of the file. */
  readonly dim: (text: string) => string;
  /** Colours the carets, or the signs in the gutter, that point at the place. */
  readonly mark: (text: string) => string;
}

const GUTTER_WIDTH = 3;
/** The fewest columns for the text of a line. With fewer, too little of it could be shown. */
const LEAST_COLUMNS = 20;
const MOST_LINES = 3;
/** The number of columns that are shown after a place even if this leaves less room for the text before it. */
const LEAST_AFTER = 12;
/**
 * The number of UTF-16 units that are read for each column. A character may have several, such as an accent that takes
 * up no column of its own.
 */
const UNITS_PER_COLUMN = 4;

/**
 * Returns the lines of a file that a finding points at, with their numbers. Carets below the line mark the place. If
 * the place covers several lines, signs to the left of the lines mark it instead.
 *
 * @returns an empty list if the frame would not help: if there are too few columns, if the lines are blank, or if the
 * place is a key that stands alone on its line
 */
export function codeFrame(lines: Lines, position: Position, style: FrameStyle): readonly string[] {
  const room = style.columns - style.margin - GUTTER_WIDTH;
  if (room < LEAST_COLUMNS) return [];
  const { line } = position;
  const lastLine = lastLineOf(position);
  return lastLine > line
    ? frameOfLines(lines, position, lastLine, room, style)
    : [...framesAbove(lines, line, room, style), ...frameOfLine(lines.lineAt(line), position, room, style)];
}

function framesAbove(lines: Lines, line: number, room: number, style: FrameStyle): readonly string[] {
  const count = Math.min(style.linesAbove, line - 1);
  return Array.from({ length: count }, (_, index) => {
    const number = line - count + index;
    const text = beginning(lines.lineAt(number), room * UNITS_PER_COLUMN);
    return framed(String(number), style.dim('│'), fitted(text, room).trimEnd(), style);
  });
}

/** A line in three parts: the text before the place, at the place, and after it. */
interface Parts {
  readonly before: string;
  readonly place: string;
  readonly after: string;
}

function frameOfLine(text: string, position: Position, room: number, style: FrameStyle): readonly string[] {
  const { line, column, endLine, endColumn } = position;
  const reach = room * UNITS_PER_COLUMN;
  const start = Math.min(column - 1, text.length);
  const end = endLine > line ? text.length : Math.min(endColumn - 1, text.length);
  const indent = style.linesAbove > 0 ? 0 : Math.min(indentOf(text, reach), start);
  const parts = partsOf(text.slice(indent), start - indent, end - indent, reach);
  const isKeyAlone = parts.before === '' && parts.after === ':';
  const isBlank = `${parts.before}${parts.place}${parts.after}`.trim() === '';
  if (isKeyAlone || isBlank) return [];
  const { before, place, after } = windowOn(parts, room);
  const carets = '^'.repeat(Math.max(1, widthOf(place)));
  const quote = `${before}${place}${after}`.trimEnd();
  return [
    framed(String(line), style.dim('│'), quote, style),
    framed('', style.dim('│'), ' '.repeat(widthOf(before)) + style.mark(carets), style),
  ];
}

function frameOfLines(
  lines: Lines,
  { line, column }: Position,
  lastLine: number,
  room: number,
  style: FrameStyle,
): readonly string[] {
  const reach = room * UNITS_PER_COLUMN;
  const count = Math.min(lastLine - line + 1, MOST_LINES);
  const texts = Array.from({ length: count }, (_, index) => lines.lineAt(line + index));
  const filled = texts.filter((text) => text.slice(0, reach).trim() !== '');
  if (filled.length === 0) return [];
  const indent = Math.min(column - 1, ...filled.map((text) => indentOf(text, reach)));
  const quotes = texts.map((text, index) => {
    if (index > 0) return fitted(beginning(text.slice(indent), reach), room);
    const first = windowOn(
      partsOf(text.slice(indent), column - 1 - indent, text.length - indent, reach),
      room,
    );
    return first.before + first.place;
  });
  const sign = style.mark('>');
  const quoted = quotes.map((quote, index) => framed(String(line + index), sign, quote.trimEnd(), style));
  return line + count > lastLine ? quoted : [...quoted, framed('', sign, '…', style)];
}

function framed(number: string, gutter: string, text: string, { margin, dim }: FrameStyle): string {
  const head = `${dim(padStart(number, margin))} ${gutter}`;
  return text === '' ? head : `${head} ${text}`;
}

/** Returns the number of spaces and tabs at the beginning of a line. Looks at no more than `reach` characters. */
function indentOf(text: string, reach: number): number {
  return /^[ \t]*/.exec(text.slice(0, reach))?.[0].length ?? 0;
}

/** Divides a line into the parts before, at and after the place, each cut to at most `reach` UTF-16 units. */
function partsOf(text: string, start: number, end: number, reach: number): Parts {
  const from = start - Number(splitsCharacter(text, start));
  const to = end + Number(splitsCharacter(text, end));
  return {
    before: ending(text.slice(0, from), reach),
    place: beginning(text.slice(from, to), reach),
    after: beginning(text.slice(to), reach).trimEnd(),
  };
}

function beginning(text: string, reach: number): string {
  return text.length <= reach ? text : `${text.slice(0, reach - Number(splitsCharacter(text, reach)))}…`;
}

function ending(text: string, reach: number): string {
  const from = text.length - reach;
  return from <= 0 ? text : `…${text.slice(from + Number(splitsCharacter(text, from)))}`;
}

/** Whether an offset is between the two halves of a surrogate pair. */
function splitsCharacter(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/**
 * Cuts the parts of a line so that they fit into the columns, with an ellipsis at each cut, and makes them safe to
 * print.
 */
function windowOn(parts: Parts, columns: number): Parts {
  const before = visibleBefore(parts.before, parts.place + parts.after);
  const whole = visibleBefore(parts.place, parts.after);
  const after = visible(parts.after);
  const leastBefore = Math.min(widthOf(before), Math.floor(columns / 3));
  const place = fitted(whole, columns - leastBefore - Math.min(widthOf(after), 1));
  const rest = columns - Math.max(1, widthOf(place));
  if (place !== whole) return { before: endFitted(before, rest), place, after: '' };
  const afterRoom = Math.max(rest - widthOf(before), Math.min(LEAST_AFTER, Math.floor(rest / 2)));
  const behind = fitted(after, afterRoom);
  return { before: endFitted(before, rest - widthOf(behind)), place, after: behind };
}
