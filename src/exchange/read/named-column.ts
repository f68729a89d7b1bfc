import { type ColumnName, columnName, type MeantRole, rolesMeant } from './roles.ts';
import { plainCell } from './row.ts';
import { isZoneWord, type ZonesAsked } from './zone-words.ts';

/** A column of a sheet: its name, and the cells below. */
export interface Named extends ColumnName {
  /** The index of the column, from 0. */
  readonly column: number;
  /** The name as written, without white space around it. */
  readonly written: string;
  /** What the column may contain by its name; empty if the name says nothing to cmplan. */
  readonly meant: readonly MeantRole[];
  /** The cells below the name that are not blank, in the order of the rows. */
  readonly filled: readonly string[];
  /** What may name a time zone after the name, as `EST` in `Time EST` or `Time (EST)`; empty if there is nothing. */
  readonly zone: string;
}

/**
 * Returns, for each column, the cells that are not blank, without white space around their contents.
 *
 * @param records - the cells of each row
 * @param columns - the number of columns; cells beyond the last column are left out
 */
export function filledCells(
  records: readonly (readonly string[])[],
  columns: number,
): readonly (readonly string[])[] {
  const filled: string[][] = Array.from({ length: columns }, () => []);
  for (const cells of records) {
    for (const [column, written] of cells.entries()) {
      const cell = written === '' ? '' : plainCell(written);
      if (cell !== '') filled[column]?.push(cell);
    }
  }
  return filled;
}

/**
 * Returns a column with what its name means.
 *
 * @param cell - the name of the column, as the header has it
 * @param column - the index of the column, from 0
 * @param filled - the cells below the name that are not blank
 * @param zones - the time zones that words stand for, as the user says
 */
export function namedColumn(
  cell: string,
  column: number,
  filled: readonly string[],
  zones: ZonesAsked,
): Named {
  const written = plainCell(cell);
  const whole = columnName(written);
  const meant = rolesMeant(whole);
  const [, name = '', word = ''] = /^(.*) (\S+)$/.exec(whole.names[0] ?? '') ?? [];
  if (meant.length > 0 || !isZoneWord(word, zones))
    return { ...whole, column, written, meant, filled, zone: whole.remark };
  return { ...whole, column, written, meant: rolesMeant({ names: [name], remark: '' }), filled, zone: word };
}
