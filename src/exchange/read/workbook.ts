import { MOST_BYTES } from '../../yaml/source.ts';
import { type SkippedLine, UnreadableSchedule } from '../rows.ts';
import type { TableRecord } from './table.ts';
import { Archive } from './workbook-archive.ts';
import { readFormats } from './workbook-formats.ts';
import {
  neededPart,
  partOfType,
  readSharedStrings,
  readSheetList,
  relationsOf,
  workbookPartOf,
} from './workbook-parts.ts';
import { readRows, type WorkbookContext, type WorkbookRows } from './workbook-rows.ts';

/** A sheet of a workbook. */
export interface WorkbookSheet {
  /** The name on the sheet's tab. */
  readonly name: string;
  /** Whether a person who opens the workbook does not see the sheet. The rows of such a sheet are not read. */
  readonly isHidden: boolean;
  /** The filled rows; empty if the sheet is hidden or cannot be read. */
  readonly records: readonly TableRecord[];
  /** Remarks on cells that are read as empty: formulas without a value, and errors such as `#REF!`. */
  readonly notes: readonly SkippedLine[];
  /**
   * A predicate, to follow the name of the file, that says why the sheet cannot be read; null if the sheet can be read
   * or is hidden.
   */
  readonly problem: string | null;
}

/** Matches the kinds of sheets that have no rows with posts, such as sheets with nothing but a chart. */
const WITHOUT_ROWS = /^(?:chartsheet|dialogsheet|xlMacrosheet|xlIntlMacrosheet)$/;
const NO_ROWS: WorkbookRows = { records: [], notes: [], size: 0 };

/**
 * Reads an Excel workbook (`.xlsx`, `.xlsm`). If one sheet is damaged or too large, it gets a `problem`, and the others
 * are still read.
 *
 * @returns the sheets in the order of their tabs, without sheets that cannot have rows, such as charts
 * @throws {UnreadableSchedule} if the file is not such a workbook, has a password, is damaged, or is too large: more
 * than 10 MiB as it is, or more than 100 MiB when it is unpacked
 */
export function readWorkbook(bytes: Uint8Array): readonly WorkbookSheet[] {
  if (bytes.length > MOST_BYTES) {
    throw new UnreadableSchedule('is larger than 10 MB; save only the weeks of the plan, without pictures');
  }
  const archive = new Archive(bytes);
  const workbookPart = workbookPartOf(archive);
  const { sheets, is1904 } = readSheetList(neededPart(archive, workbookPart));
  const relations = relationsOf(archive, workbookPart);
  const partNamed = (type: string) => archive.read(partOfType(relations, type) ?? '');
  const strings = partNamed('sharedStrings');
  const styles = partNamed('styles');
  const context: WorkbookContext = {
    strings: strings === null ? [] : readSharedStrings(strings),
    formats: styles === null ? [] : readFormats(styles),
    is1904,
  };
  let left = MOST_BYTES;
  return sheets.flatMap(({ name, isHidden, relation }): readonly WorkbookSheet[] => {
    const { type = '', part = '' } = relations.get(relation) ?? {};
    if (WITHOUT_ROWS.test(type)) return [];
    if (isHidden) return [{ name, isHidden, records: [], notes: [], problem: null }];
    const { records, notes, size, problem } = rowsOrProblem(archive, part, context, left);
    left -= size;
    return [{ name, isHidden, records, notes, problem }];
  });
}

function rowsOrProblem(
  archive: Archive,
  part: string,
  context: WorkbookContext,
  most: number,
): WorkbookRows & Pick<WorkbookSheet, 'problem'> {
  try {
    return { ...readRows(neededPart(archive, part), context, most), problem: null };
  } catch (error) {
    if (!(error instanceof UnreadableSchedule)) throw error;
    return { ...NO_ROWS, problem: error.message };
  }
}
