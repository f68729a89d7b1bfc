import { type SkippedLine, UnreadableSchedule } from '../rows.ts';
import { MOST_COLUMNS, tooWide } from './records.ts';
import { MOST_ROWS, type TableRecord, TOO_LONG } from './table.ts';
import { DAMAGED } from './workbook-archive.ts';
import type { Format } from './workbook-formats.ts';
import { shownIsoDate, shownNumber } from './workbook-values.ts';
import { readXml, TextCollector, unescaped } from './workbook-xml.ts';

/** The filled rows of one sheet of a workbook. */
export interface WorkbookRows {
  readonly records: readonly TableRecord[];
  /** Remarks on cells that are read as empty: formulas without a value, and errors such as `#REF!`. */
  readonly notes: readonly SkippedLine[];
  /** The number of characters of all records, and one more for every cell. */
  readonly size: number;
}

/** What the cells of all sheets of a workbook refer to. */
export interface WorkbookContext {
  /** The texts to which cells refer by their index, from 0. */
  readonly strings: readonly string[];
  /** The formats of numbers. A cell refers to a format by its index, from 0. */
  readonly formats: readonly Format[];
  /** Whether days are counted from 1904, not from 1900. */
  readonly is1904: boolean;
}

/** The last row that a sheet of Excel can have. */
const LAST_ROW = 1_048_576;
/** The most characters of a row: eight times as many as Excel allows in one cell. */
const MOST_CHARACTERS_A_ROW = 256 * 1024;

/** A cell whose end was not read yet. */
interface OpenCell {
  /** The number of the cell's column, from 0. */
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  hasValue: boolean;
  value: string;
}

/** The cells of a row that are read as empty for one reason. */
interface Unread {
  count: number;
  first: OpenCell | undefined;
}

/**
 * Returns the filled rows of one sheet of a workbook.
 *
 * @param part - the contents of the part (the file in the archive) with the sheet's rows
 * @param most - the greatest `size` that the sheet may have
 * @throws {UnreadableSchedule} if the part is damaged or has too many rows, columns or characters
 */
export function readRows(part: Uint8Array, context: WorkbookContext, most: number): WorkbookRows {
  const reader = new RowReader(context, most);
  readXml(part, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  const { records, notes, size } = reader;
  return { records, notes, size };
}

/** Gathers the rows of a sheet from the elements of the sheet's XML. */
class RowReader implements WorkbookRows {
  readonly records: TableRecord[] = [];
  readonly notes: SkippedLine[] = [];
  size = 0;
  private readonly context: WorkbookContext;
  private readonly inline = new TextCollector();
  private readonly most: number;
  private line = 0;
  private filledLines = 0;
  private cells: string[] = [];
  private nextColumn = 0;
  private cell: OpenCell | null = null;
  private isInValue = false;
  private unvalued: Unread = { count: 0, first: undefined };
  private wrong: Unread = { count: 0, first: undefined };

  constructor(context: WorkbookContext, most: number) {
    this.context = context;
    this.most = most;
  }

  open(name: string, { r: reference, t: type = 'n', s: style }: Readonly<Record<string, string>>): void {
    const { cell } = this;
    if (name === 'row') this.startRow(reference);
    else if (name === 'c') {
      const column = reference === undefined ? this.nextColumn : columnIn(reference);
      this.cell = { column, type, style: Number(style ?? 0), hasFormula: false, hasValue: false, value: '' };
      this.nextColumn = column + 1;
    } else if (cell !== null) {
      this.inline.open(name);
      if (name === 'f') cell.hasFormula = true;
      this.isInValue = name === 'v';
      if (this.isInValue) cell.hasValue = true;
    }
  }

  text(text: string): void {
    if (this.cell === null) return;
    if (this.isInValue) this.cell.value += text;
    else this.inline.add(text);
  }

  close(name: string): void {
    if (name === 'row') this.endRow();
    else if (name === 'v') this.isInValue = false;
    else if (name === 'c') this.endCell();
    else this.inline.close(name);
  }

  private startRow(reference: string | undefined): void {
    const line = reference === undefined ? this.line + 1 : Number(reference);
    if (!(Number.isInteger(line) && line >= 1 && line <= LAST_ROW)) throw new UnreadableSchedule(DAMAGED);
    this.line = line;
    this.nextColumn = 0;
  }

  private endCell(): void {
    const { cell } = this;
    this.cell = null;
    if (cell === null) return;
    const text = this.textOf(cell, this.inline.take());
    if (text === '') return;
    const { column } = cell;
    if (column >= MOST_COLUMNS) throw new UnreadableSchedule(tooWide(column + 1));
    while (this.cells.length < column) this.cells.push('');
    this.cells[column] = text;
  }

  /** The contents of a cell as a person sees them; empty for a cell whose contents are not known. */
  private textOf(cell: OpenCell, inline: string): string {
    const { type, value, hasFormula, hasValue } = cell;
    const { strings, formats, is1904 } = this.context;
    if (hasFormula && (type === 'str' ? !hasValue : value === '')) {
      addTo(this.unvalued, cell);
      return '';
    }
    if (type === 'e') {
      addTo(this.wrong, cell);
      return '';
    }
    if (type === 'inlineStr') return inline;
    if (value === '') return '';
    if (type === 's') return stringAt(strings, value);
    if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return shownIsoDate(value);
    if (type === 'str') return unescaped(value);
    return shownNumber(value, formats[cell.style] ?? 'number', is1904);
  }

  private endRow(): void {
    const { line, cells, unvalued, wrong } = this;
    if (unvalued.count > 0) this.notes.push({ line, reason: aboutFormulas(unvalued) });
    if (wrong.count > 0) this.notes.push({ line, reason: aboutErrors(wrong) });
    if (cells.length > 0) this.addRecord({ line, cells });
    if (cells.length + unvalued.count + wrong.count > 0) this.filledLines++;
    if (this.filledLines > MOST_ROWS) {
      throw new UnreadableSchedule(TOO_LONG);
    }
    this.cells = [];
    this.unvalued = { count: 0, first: undefined };
    this.wrong = { count: 0, first: undefined };
  }

  private addRecord(record: TableRecord): void {
    const size = record.cells.reduce((sum, cell) => sum + cell.length + 1, 0);
    if (size > MOST_CHARACTERS_A_ROW) {
      throw new UnreadableSchedule(
        `has more than 256 KB of text in row ${record.line}; shorten the texts there`,
      );
    }
    this.size += size;
    if (this.size > this.most) {
      throw new UnreadableSchedule('has more than 10 MB of text; export only the weeks of the plan');
    }
    this.records.push(record);
  }
}

function addTo(unread: Unread, cell: OpenCell): void {
  unread.count++;
  unread.first ??= cell;
}

function aboutFormulas({ count, first }: Unread): string {
  const which =
    count === 1
      ? `a formula without a value (column ${letters(first)})`
      : `${count} formulas without a value (the first in column ${letters(first)})`;
  return `has ${which}; open the file in Excel or LibreOffice and save it again`;
}

/** Matches the errors that cells can show, such as `#REF!` and `#N/A`. */
const ERROR = /^#[A-Z0-9/_]{1,20}[!?]?$/;

function aboutErrors({ count, first }: Unread): string {
  const error = ERROR.test(first?.value ?? '') ? `${first?.value}` : 'of a formula';
  const column = `column ${letters(first)}`;
  return count === 1
    ? `has the error ${error} (${column}), which is read as an empty cell`
    : `has ${count} errors (the first, ${error}, in ${column}), which are read as empty cells`;
}

function stringAt(strings: readonly string[], index: string): string {
  const found = strings[Number(index)];
  if (found === undefined) throw new UnreadableSchedule(DAMAGED);
  return found;
}

const LETTERS_IN_ALPHABET = 26;
const BEFORE_A = 64;

/** The number of the column, from 0, of a cell with a reference such as `C2`. */
function columnIn(reference: string): number {
  const [, name] = /^([A-Z]{1,3})\d+$/i.exec(reference) ?? [];
  if (name === undefined) throw new UnreadableSchedule(DAMAGED);
  const digits = [...name.toUpperCase()].map((letter) => letter.charCodeAt(0) - BEFORE_A);
  return digits.reduce((sum, digit) => sum * LETTERS_IN_ALPHABET + digit, 0) - 1;
}

/** The letters with which Excel names the column of a cell, such as `C` or `AB`. */
function letters(cell: OpenCell | undefined): string {
  let name = '';
  for (let left = (cell?.column ?? 0) + 1; left > 0; left = Math.floor((left - 1) / LETTERS_IN_ALPHABET)) {
    name = String.fromCharCode(BEFORE_A + 1 + ((left - 1) % LETTERS_IN_ALPHABET)) + name;
  }
  return name;
}
