import { type ColumnName, columnName, type MeantRole, rolesMeant } from './roles.ts';
import { plainCell } from './row.ts';
import { isZoneWord, type ZonesAsked } from './zone-words.ts';

/** A named column with the cells below its name. */
export interface Named extends ColumnName {
  readonly column: number;
  /** The name as written, without white space around it. */
  readonly written: string;
  readonly meant: readonly MeantRole[];
  /** The cells that are not blank. */
  readonly filled: readonly string[];
  /** The word behind the name that seems to be a time zone, as in `Time EST`; empty if there is none. */
  readonly zone: string;
}

/** For each column, its cells that are not blank. */
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

/** Reads the name of a column.
 *
 * @param filled - the cells below the name that are not blank
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
