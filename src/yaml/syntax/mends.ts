import { brief, quoted } from '../../text/words.ts';
import { lineEnd, lineStart } from '../edits.ts';
import { endOf } from '../events.ts';
import type { Guess } from './guess.ts';
import { alignedLines, strayDashes, unindentedText, untabbedLines, wrappedLines } from './indents.ts';
import { type Field, fieldsIn } from './meant-fields.ts';
import { named, needingQuotes } from './quoting.ts';

/**
 * Yields suggested fixes for an unreadable stretch, likelier ones first. Not every fix makes the stretch readable, so
 * the caller must try them.
 *
 * @param text - the text of a stretch (a key with its value, or a list item)
 * @param column - the column (from 0) in which the stretch should begin
 * @param failure - the offset in `text` at which the parser stopped
 */
export function* guessesAbout(text: string, column: number, failure: number): Iterable<Guess> {
  const fields = fieldsIn(text);
  yield* untabbedLines(text, column);
  yield* wrappedLines(text, column);
  yield* strayDashes(text);
  yield* unindentedText(text);
  yield* mixWithoutBraces(text);
  for (const field of fields) yield* unclosed(text, field);
  for (const [index, field] of fields.entries()) yield* separators(text, field, fields[index + 1]);
  yield* endings(text, fields);
  for (const field of fields) yield* needingQuotes(field);
  yield* braces(text, fields);
  yield* colons(text, fields);
  yield* alignedLines(text, failure);
}

/** Guesses that the shares of a mix lack their braces, as in `mix: promo: 50, branded: 50`. */
function* mixWithoutBraces(text: string): Iterable<Guess> {
  const key = /(?<=^|[\s{,])mix:[ \t]/.exec(text);
  if (key === null) return;
  const start = key.index + key[0].length;
  const shares = text.slice(start, endOf(text, /(?:,[ \t]{0,9})?[\w-]{1,40}:[ \t]{0,9}\d{1,3}/y, start));
  if (shares === '') return;
  yield {
    kind: 'missing opening brace',
    range: { start, end: start + 1 },
    message: `the shares of the mix need brackets around them; write mix: ${brief(`{ ${shares} }`)}`,
    mend: [
      { start, end: start, text: '{ ' },
      { start: start + shares.length, end: start + shares.length, text: ' }' },
    ],
  };
}

/** Guesses that a quotation mark or a bracket is never closed. */
function* unclosed(text: string, { key, value, start, isInBraces }: Field): Iterable<Guess> {
  const [, mark = ''] = /^(["'])/.exec(value) ?? [];
  const closing = mark === '' ? (value.startsWith('[') ? ']' : '') : mark;
  if (closing === '' || value.slice(1).includes(closing) || /[\r\n]/.test(value)) return;
  // A brace at the end belongs to the post unless the value is known to be inside the braces.
  const isBraceOwn = !isInBraces && text.slice(0, start).includes('{') && value.endsWith('}');
  const whole = isBraceOwn ? value.slice(0, -1).trimEnd() : value;
  if (mark === "'" && APOSTROPHE.test(whole)) {
    yield apostropheInFront(key, whole, start);
    return;
  }
  const curly = mark === '"' && whole.length > 1 ? (CURLY_END.exec(whole)?.[0].length ?? 0) : 0;
  const written = whole.slice(0, whole.length - curly);
  const what = mark === '' ? 'bracket [' : 'quotation mark';
  const write = written.length === 1 ? `${closing} where it ends` : `${key}: ${brief(written + closing)}`;
  yield {
    kind: mark === '' ? 'unclosed bracket' : 'unclosed quote',
    range: { start, end: start + 1 },
    message: `the ${what} after "${key}:" is ${curly === 0 ? 'never closed' : 'closed with a curly one'}; write ${write}`,
    mend: [{ start: start + written.length, end: start + whole.length, text: closing }],
  };
}

/** Matches words that begin with an apostrophe, which is then not a quotation mark. */
const APOSTROPHE = /^'(?:twas|tis|til|till|cause|em|round|bout|n|\d\d?s?)(?![\p{L}\d])/iu;
const CURLY_END = /[\u201c\u201d\u201f]$/;

function apostropheInFront(key: string, value: string, start: number): Guess {
  const whole = JSON.stringify(value);
  return {
    kind: 'special sign',
    range: { start, end: start + 1 },
    message: `the apostrophe at the start of ${named(key)} opens a quotation, so the whole text needs quotation marks; write ${key}: ${brief(whole)}`,
    mend: [{ start, end: start + value.length, text: whole }],
  };
}

/** Guesses what is wrong between a value and the next key. */
function* separators(text: string, field: Field, next: Field | undefined): Iterable<Guess> {
  const { end, value, isInBraces } = field;
  if (next === undefined) return;
  const gap = text.slice(end, next.keyStart);
  if (/^[^{].*\}$/.test(value) && /^[ \t,]+$/.test(gap)) {
    yield outsideBraces(text, field, next);
    return;
  }
  if (!isInBraces || value === '') return;
  if (value.endsWith(';')) {
    yield {
      kind: 'semicolon',
      range: { start: end - 1, end },
      message: `there is a semicolon after ${inQuotes(value.slice(0, -1))}, where a comma should be; write ${inQuotes(value.slice(0, -1), next.key)}`,
      mend: [{ start: end - 1, end, text: ',' }],
    };
  }
  if (gap.includes(',')) {
    const second = gap.indexOf(',', gap.indexOf(',') + 1);
    if (second !== -1) yield extraComma(end + second);
    return;
  }
  yield {
    kind: 'missing comma',
    range: { start: end, end: end + 1 },
    message: `a comma is missing after ${inQuotes(value)}; write ${inQuotes(value, next.key)}`,
    mend: [{ start: end, end, text: ',' }],
  };
}

/** A value, followed by a comma and the next key if given, in quotes. A value with quotes of its own gets no others. */
function inQuotes(value: string, nextKey?: string): string {
  const hasOwn = /^["']/.test(value);
  const words = nextKey === undefined ? brief(value) : `${brief(value)}, ${nextKey}`;
  return hasOwn ? words : `"${words}"`;
}

function extraComma(start: number): Guess {
  return {
    kind: 'extra comma',
    range: { start, end: start + 1 },
    message: 'there is one comma too many here; delete it',
    mend: [{ start, end: start + 1, text: '' }],
  };
}

function outsideBraces(text: string, { end }: Field, next: Field): Guess {
  const lineEnding = lineEnd(text, next.keyStart);
  const rest = text.slice(next.keyStart, lineEnding).trimEnd();
  const closing = next.keyStart + rest.length;
  const isClosedAgain = rest.endsWith('}');
  return {
    kind: 'outside braces',
    range: { start: next.keyStart, end: next.keyStart + 1 },
    message: `${quoted(next.key)} comes after the closing bracket } of this post; write a comma instead of that bracket${isClosedAgain ? '' : ', and } at the end of the line'}`,
    mend: [
      { start: end - 1, end: next.keyStart, text: ', ' },
      ...(isClosedAgain ? [] : [{ start: closing, end: closing, text: ' }' }]),
    ],
  };
}

/** Guesses what is wrong at the end of values: a bracket of the wrong kind, a bracket too many, or a comma. */
function* endings(text: string, fields: readonly Field[]): Iterable<Guess> {
  const [first] = fields;
  const value = fields.at(-1)?.value ?? '';
  if (first === undefined) return;
  const end = text.trimEnd().length;
  const range = { start: end - 1, end };
  const isInBrace = /^\s*(?:-\s+)?\{/.test(text);
  if (isInBrace && text.charAt(end - 1) === ']') {
    yield {
      kind: 'wrong bracket',
      range,
      message: 'a bracket { cannot be closed with ]; write } instead',
      mend: [{ ...range, text: '}' }],
    };
  }
  if (isInBrace && /\s[}\]]$/.test(value)) yield extraBracket(text, end);
  if (isInBrace) return;
  for (const field of fields) {
    const behind = /^,(?=[ \t]*(?:[\r\n]|$))/.exec(text.slice(field.end, field.end + LONGEST_GAP));
    if (behind === null || !/^["']/.test(field.value)) continue;
    yield {
      kind: 'extra comma',
      range: { start: field.end, end: field.end + 1 },
      message: `each key is on its own line here, so no comma is needed after ${inQuotes(field.value)}; delete the comma`,
      mend: [{ start: field.end, end: field.end + 1, text: '' }],
    };
  }
}

/** How many characters after a value are searched for a comma at the end of the line. */
const LONGEST_GAP = 100;

function extraBracket(text: string, end: number): Guess {
  const range = { start: end - 1, end };
  return {
    kind: 'extra bracket',
    range,
    message: `there is one closing bracket too many at the end of this line; delete the last ${text.charAt(end - 1)}`,
    mend: [{ ...range, text: '' }],
  };
}

/** Guesses that a brace or bracket is missing, or that a bracket or comma is superfluous. */
function* braces(text: string, fields: readonly Field[]): Iterable<Guess> {
  const [first] = fields;
  if (first === undefined) return;
  const trimmed = text.trimEnd();
  const open = text.slice(0, first.keyStart).lastIndexOf('{');
  const last = trimmed.charAt(trimmed.length - 1);
  if (open !== -1) {
    const end = beforeComment(text, trimmed.length);
    yield {
      kind: 'unclosed brace',
      range: { start: open, end: open + 1 },
      message: `this { is never closed; add } at the end of ${/[\r\n]/.test(trimmed) ? 'its last line' : 'the line'}`,
      mend: [{ start: end, end, text: ' }' }],
    };
  } else if (last === '}') {
    yield {
      kind: 'missing opening brace',
      range: { start: first.keyStart, end: first.keyStart + 1 },
      message: `a bracket } closes this post, but none opens it; write { before ${quoted(first.key)}`,
      mend: [{ start: first.keyStart, end: first.keyStart, text: '{ ' }],
    };
  }
  if (last === ',') yield extraComma(trimmed.length - 1);
  if (/[}\])]/.test(last)) yield extraBracket(text, trimmed.length);
  const comma = /[{[][ \t]*(,)/.exec(text);
  if (comma !== null) yield extraComma(comma.index + comma[0].length - 1);
}

/** The offset of the spaces before a comment that goes up to `end`; `end` if there is no comment on that line. */
function beforeComment(text: string, end: number): number {
  const start = lineStart(text, end);
  const line = text.slice(start, end);
  const comment = line.search(/[ \t]+#[^"'}]*$/);
  return comment === -1 ? end : start + comment;
}

/** Guesses that a colon, or the space after a colon, is missing. */
function* colons(text: string, fields: readonly Field[]): Iterable<Guess> {
  for (const match of text.matchAll(/(?<=^|[\r\n])([ \t]*(?:-[ \t]+)?)([a-z_]+):(?=[^\s:/])([^\r\n]*)/gi)) {
    const [, before = '', key = '', value = ''] = match;
    const at = match.index + before.length + key.length + 1;
    yield {
      kind: 'missing space',
      range: { start: match.index + before.length, end: match.index + before.length + 1 },
      message: `a space is missing after "${key}:"; write ${key}: ${brief(value)}`,
      mend: [{ start: at, end: at, text: ' ' }],
    };
  }
  const known = new Set(fields.map(({ keyStart }) => keyStart));
  for (const match of text.matchAll(
    /(?<=^|[\r\n])([ \t]*(?:-[ \t]+)?)([a-z_]+)([ \t]{0,9}[=;\uff1a][ \t]{0,9}|[ \t]+)(?=(["'\w][^\r\n]*))/gi,
  )) {
    const [, before = '', key = '', between = '', value = ''] = match;
    const start = match.index + before.length;
    if (known.has(start)) continue;
    yield {
      kind: 'missing colon',
      range: { start, end: start + 1 },
      message: `a colon is missing after ${quoted(key)}; write ${brief(key)}: ${brief(value)}`,
      mend: [{ start: start + key.length, end: start + key.length + between.length, text: ': ' }],
    };
  }
}
