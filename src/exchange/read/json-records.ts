import { listed, quoted } from '../../text/words.ts';
import { Lines } from '../../yaml/places.ts';
import { type SkippedLine, UnreadableSchedule } from '../rows.ts';
import { type JsonList, type JsonObject, type JsonValue, readJson } from './json-values.ts';
import { MOST_COLUMNS, tooWide } from './records.ts';
import { MOST_ROWS, type TableRecord, TOO_LONG } from './table.ts';

/** The rows that were read from a JSON text. */
export interface JsonRecords {
  /** First a row with the names of all columns, in the order in which they first occur; then a row for each object. */
  readonly records: readonly TableRecord[];
  /** Remarks on values that are not read, each on the line of the first object with such a value. */
  readonly notes: readonly SkippedLine[];
}

const EXAMPLE = '[{ "date": "2026-11-30", "channel": "instagram", "title": "Fresh bread" }]';
/** The most cells of all records together, empty ones too. */
const MOST_CELLS = 10_000_000;

/**
 * Returns the objects in a JSON text as rows of cells. The text is a list of objects, an object that contains such a
 * list, or one object on each line (NDJSON). Values become cells as follows:
 *
 * - `true` and `false` become `TRUE` and `FALSE`, and `null` becomes an empty cell. A number stays as it is written.
 * - A list of scalars becomes one cell, with each scalar that is not empty on its own line.
 * - An object inside an object becomes columns of its own, such as `media.url`.
 * - Deeper objects, and lists of anything else, are not read, and a remark says so.
 *
 * @param text - the JSON text, each line ending with LF only
 * @param list - the name of the list to read; null if the text has only one list of objects
 * @throws {UnreadableSchedule} if the text is not JSON or is too large, if there is no such list, or if `list` is null
 * although there are several
 */
export function readJsonRecords(text: string, list: string | null = null): JsonRecords {
  const lines = new Lines(text);
  const { start, values } = listIn(readJson(text), list);
  const lineOf = (offset: number) => lines.position({ start: offset, end: offset }).line;
  if (values.length > MOST_ROWS) {
    throw new UnreadableSchedule(TOO_LONG);
  }
  const table = new Table();
  for (const value of values) {
    if (value.kind !== 'object')
      throw new UnreadableSchedule(`has a list of other things than posts; ${WANTED}`);
    table.add(value, lineOf(value.start));
  }
  return table.records(lineOf(start));
}

const WANTED = `write a list of objects, such as ${EXAMPLE}`;

/** The list of objects that is to be read. */
function listIn(roots: readonly JsonValue[], name: string | null): Pick<JsonList, 'start' | 'values'> {
  const [root] = roots;
  if (roots.length > 1) return { start: 0, values: roots };
  if (root?.kind === 'list') return filled(root);
  if (root?.kind !== 'object') throw new UnreadableSchedule(`has no list of posts; ${WANTED}`);
  const lists = [...root.values].filter((entry): entry is [string, JsonList] => entry[1].kind === 'list');
  const ofObjects = lists.filter(([, { values }]) => values.some(({ kind }) => kind === 'object'));
  const names = (entries: readonly (readonly [string, unknown])[]) =>
    listed(
      entries.map(([key]) => key),
      'and',
      quoted,
    );
  if (name !== null) {
    const found = lists.find(([key]) => key === name)?.[1];
    if (found !== undefined) return filled(found);
    const others = lists.length === 0 ? 'it has none' : `it has ${names(lists)}`;
    throw new UnreadableSchedule(`has no list named ${quoted(name)}; ${others}`);
  }
  const [only] = ofObjects.length === 0 ? lists : ofObjects;
  if (ofObjects.length > 1) {
    throw new UnreadableSchedule(
      `has several lists, ${names(ofObjects)}; say which one has the posts, such as --sheet ${ofObjects[0]?.[0]}`,
    );
  }
  if (only === undefined) throw new UnreadableSchedule(`has no list of posts; ${WANTED}`);
  return filled(only[1]);
}

function filled(list: JsonList): JsonList {
  if (list.values.length === 0) throw new UnreadableSchedule(`has an empty list; ${WANTED}`);
  return list;
}

/** Gathers the columns and the cells of records from objects. */
class Table {
  private readonly columns = new Map<string, number>();
  private readonly rows: { readonly line: number; readonly cells: Map<number, string> }[] = [];
  private readonly notes = new Map<string, SkippedLine>();

  add({ values, doubles }: JsonObject, line: number): void {
    const cells = new Map<number, string>();
    for (const name of doubles) this.note(line, name, 'more than once, of which only the last is read');
    for (const [name, value] of values) {
      if (value.kind === 'object') this.addNested(name, value, line, cells);
      else this.addCell(name, value, line, cells);
    }
    this.rows.push({ line, cells });
  }

  private addNested(
    outer: string,
    { values, doubles }: JsonObject,
    line: number,
    cells: Map<number, string>,
  ): void {
    for (const name of doubles) {
      this.note(line, `${outer}.${name}`, 'more than once, of which only the last is read');
    }
    for (const [name, value] of values) this.addCell(`${outer}.${name}`, value, line, cells);
  }

  private addCell(name: string, value: JsonValue, line: number, cells: Map<number, string>): void {
    const text = textOf(value);
    if (text === null) {
      this.note(line, name, 'with objects or lists within, which are not read');
      return;
    }
    const column = this.columns.get(name) ?? this.columns.size;
    this.columns.set(name, column);
    if (this.columns.size > MOST_COLUMNS) throw new UnreadableSchedule(tooWide(this.columns.size));
    if (cells.has(column)) this.note(line, name, 'more than once, of which only the last is read');
    cells.set(column, text);
  }

  private note(line: number, name: string, remark: string): void {
    const reason = `has ${quoted(name)} ${remark}`;
    if (!this.notes.has(reason)) this.notes.set(reason, { line, reason });
    if (this.notes.size > MOST_COLUMNS) throw new UnreadableSchedule(tooWide(this.notes.size));
  }

  records(line: number): JsonRecords {
    const { columns, rows, notes } = this;
    if (rows.length * columns.size > MOST_CELLS) {
      throw new UnreadableSchedule('has more than 10,000,000 cells; export only the weeks of the plan');
    }
    const names = [...columns.keys()];
    const records = rows.map((row) => ({
      line: row.line,
      cells: names.map((_, column) => row.cells.get(column) ?? ''),
    }));
    return { records: [{ line, cells: names }, ...records], notes: [...notes.values()] };
  }
}

/** The cell of a value; null for an object, and for a list with other values than texts and numbers. */
function textOf(value: JsonValue): string | null {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'object') return null;
  const texts = value.values.flatMap((one) => (one.kind === 'text' ? [one.text] : []));
  return texts.length === value.values.length ? texts.filter((text) => text !== '').join('\n') : null;
}
