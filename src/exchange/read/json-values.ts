import { Lines } from '../../yaml/places.ts';
import { UnreadableSchedule } from '../rows.ts';

/** A value of a JSON text. */
export type JsonValue = JsonText | JsonList | JsonObject;

/** A value that has no other values in it. */
interface JsonText {
  readonly kind: 'text';
  /** A text without its quotation marks, a number as it is written, `TRUE`, `FALSE`, or empty for null. */
  readonly text: string;
}

/** A list in brackets. */
export interface JsonList {
  readonly kind: 'list';
  /** The offset in the text, from 0, of the bracket that opens the list. */
  readonly start: number;
  readonly values: readonly JsonValue[];
}

/** An object in braces. */
export interface JsonObject {
  readonly kind: 'object';
  /** The offset in the text, from 0, of the brace that opens the object. */
  readonly start: number;
  /** The values by their names. If several values have the same name, only the last is here. */
  readonly values: ReadonlyMap<string, JsonValue>;
  /** The names that the object has more than once. */
  readonly doubles: readonly string[];
}

/** The most levels of values inside other values. */
const DEEPEST = 100;
/** The most values that a text may have altogether. */
const MOST_VALUES = 1_000_000;

/**
 * Returns the values at the top level of a text: one for JSON; one or more for NDJSON, which has a JSON value on each
 * line.
 * @throws {UnreadableSchedule} if the text is not JSON, is nested more than 100 deep or has more than 1,000,000 values
 */
export function readJson(text: string): readonly JsonValue[] {
  const reader = new JsonReader(text);
  const values: JsonValue[] = [];
  do values.push(reader.value(0));
  while (!reader.isAtEnd());
  return values;
}

const SPACE = /[ \t\r\n]*/y;
const ORDINARY = /[^"\\\u0000-\u001f]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}_$][\p{L}\d_$]*/uy;
const WORDS: ReadonlyMap<string, string> = new Map([
  ['true', 'TRUE'],
  ['false', 'FALSE'],
  ['null', ''],
]);

class JsonReader {
  private readonly text: string;
  private at = 0;
  private count = 0;

  constructor(text: string) {
    this.text = text;
  }

  isAtEnd(): boolean {
    this.skip(SPACE);
    return this.at === this.text.length;
  }

  value(depth: number): JsonValue {
    if (depth > DEEPEST) throw new UnreadableSchedule('has lists or objects nested more than 100 deep');
    if (++this.count > MOST_VALUES) {
      throw new UnreadableSchedule('has more than 1,000,000 values; export only the weeks of the plan');
    }
    switch (this.next()) {
      case '{':
        return this.object(depth);
      case '[':
        return this.list(depth);
      case '"':
        return { kind: 'text', text: this.string() };
      default:
        return { kind: 'text', text: this.plain() };
    }
  }

  private object(depth: number): JsonObject {
    const start = this.at;
    const values = new Map<string, JsonValue>();
    const doubles: string[] = [];
    this.members('}', () => {
      if (this.next() !== '"') throw this.wrong('the name of a value needs double quotation marks (")');
      const name = this.string();
      if (this.next() !== ':') throw this.wrong('a colon (:) belongs behind the name of a value');
      this.at++;
      if (values.has(name)) doubles.push(name);
      values.set(name, this.value(depth + 1));
    });
    return { kind: 'object', start, values, doubles };
  }

  private list(depth: number): JsonList {
    const start = this.at;
    const values: JsonValue[] = [];
    this.members(']', () => values.push(this.value(depth + 1)));
    return { kind: 'list', start, values };
  }

  /** Reads what stands between an opening sign and the closing one, with commas between. */
  private members(close: string, readOne: () => void): void {
    this.at++;
    if (this.next() === close) {
      this.at++;
      return;
    }
    for (;;) {
      readOne();
      const sign = this.next();
      if (sign !== ',' && sign !== close) throw this.wrong(`a comma (,) or ${close} is missing before this`);
      this.at++;
      if (sign === close) return;
      if (this.next() === close) throw this.wrong(`delete the comma before ${close}`);
    }
  }

  private string(): string {
    const start = this.at;
    this.at++;
    for (;;) {
      this.skip(ORDINARY);
      const sign = this.text[this.at];
      if (sign === '"') break;
      if (sign === undefined) throw this.wrong('the quotation mark that opens here is never closed', start);
      if (sign !== '\\') throw this.wrong('write a line break in a text as \\n, and a tab as \\t');
      this.at += 2;
    }
    this.at++;
    try {
      return JSON.parse(this.text.slice(start, this.at));
    } catch {
      throw this.wrong('a backslash in this text has no meaning; write two (\\\\) for one', start);
    }
  }

  private plain(): string {
    const start = this.at;
    const number = this.skip(NUMBER);
    if (number !== '') return number;
    const word = this.skip(WORD);
    const known = WORDS.get(word);
    if (known !== undefined) return known;
    if (word !== '' || this.text[start] === "'")
      throw this.wrong('a text needs double quotation marks (")', start);
    throw this.wrong('a value is missing before this', start);
  }

  /** Moves to the next sign that is not white space, and returns the sign. */
  private next(): string {
    if (this.isAtEnd()) throw this.wrong('the file ends before everything that opens is closed');
    return this.text[this.at] ?? '';
  }

  /** Moves behind what matches a pattern here, and returns that. */
  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }

  private wrong(reason: string, at = this.at): UnreadableSchedule {
    const { line, column } = new Lines(this.text).position({ start: at, end: at });
    return new UnreadableSchedule(`is not JSON: line ${line}, column ${column}: ${reason}`);
  }
}
