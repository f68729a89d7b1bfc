import type { CheckedFile } from '../../findings/checked-file.ts';
import { forShell } from '../../text/shell.ts';
import { SHEET_NAME } from '../../workspace/files.ts';
import type { SheetOptions } from '../../workspace/sheet-terms.ts';

/**
 * Returns a sentence with the command line that makes plans from a checked sheet. Returns an empty list if several
 * files were checked, or if the only file is not a sheet or is in JSON.
 *
 * @param options - how the sheet was read, which the command line repeats
 */
export function adviceToImport(files: readonly CheckedFile[], options: SheetOptions): readonly string[] {
  const [only] = files;
  // A file in JSON may be a plan.
  if (only === undefined || files.length > 1 || !SHEET_NAME.test(only.file) || /\.json$/i.test(only.file))
    return [];
  const { dateOrder, start, year, sheet, encoding, zone = [], column = [] } = options;
  const single = { 'date-order': dateOrder, start, year, sheet, encoding };
  const words = [
    ...Object.entries(single).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, String(value)],
    ),
    ...zone.flatMap(([word, meant]) => ['--zone', `${word}=${meant}`]),
    ...column.flatMap(([role, name]) => ['--column', `${role}=${name}`]),
  ];
  return [`to make plans of this sheet, run: cmplan import ${[only.file, ...words].map(forShell).join(' ')}`];
}
