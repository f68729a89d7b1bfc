import { type Packed, zipOf } from './zip.ts';

/** What a workbook is made of. */
export interface WorkbookParts {
  /** What stands in each sheet's `sheetData`, by the name of the sheet. */
  readonly sheets: Readonly<Record<string, string>>;
  /** The names of the hidden sheets. */
  readonly hidden?: readonly string[];
  /** What stands between the tags of the table of shared strings. */
  readonly strings?: string;
  /** The codes of number formats: a cell with `s="1"` has the first. */
  readonly formats?: readonly (string | number)[];
  /** What stands in `workbook.xml` before the sheets. */
  readonly head?: string;
  /** Parts to add or to replace; null for a part to leave out. */
  readonly parts?: Readonly<Record<string, Packed | null>>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
/** The lowest number that a format of a workbook's own has. */
const OWN_FORMAT = 164;

/** A text as it stands in XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** An XLSX workbook, as Excel writes them. */
export function workbookOf(parts: WorkbookParts, options = {}): Buffer {
  const { sheets, hidden = [], strings, formats = [], head = '' } = parts;
  const names = Object.keys(sheets);
  const own = formats.filter((format) => typeof format === 'string');
  const files: Record<string, Packed | null> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${XML}<Relationships ${PACKAGE}><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}">${head}<sheets>${names
      .map((name, index) => {
        const state = hidden.includes(name) ? ' state="hidden"' : '';
        return `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships ${PACKAGE}>${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet ${MAIN}><numFmts>${own
      .map((code, index) => `<numFmt numFmtId="${OWN_FORMAT + index}" formatCode="${escaped(code)}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map(
        (format) =>
          `<xf numFmtId="${typeof format === 'number' ? format : OWN_FORMAT + own.indexOf(format)}"/>`,
      )
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': strings === undefined ? null : `${XML}<sst ${MAIN}>${strings}</sst>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${XML}<worksheet ${MAIN}><dimension ref="A1:XFD1048576"/><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...parts.parts,
  };
  const present = Object.entries(files).filter((entry): entry is [string, Packed] => entry[1] !== null);
  return zipOf(Object.fromEntries(present), options);
}

/** A row with its number and its cells: texts are inline, what begins with `<` is a cell as it is. */
export function rowOf(number: number, ...cells: readonly string[]): string {
  const inside = cells.map((cell) =>
    cell.startsWith('<')
      ? cell
      : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
  );
  return `<row r="${number}">${inside.join('')}</row>`;
}
