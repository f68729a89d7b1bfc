import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/exchange/read/workbook.ts';
import { rowOf, type WorkbookParts, workbookOf } from './workbooks.ts';

const number = (value: string | number, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const sheetsOf = (parts: WorkbookParts) => readWorkbook(workbookOf(parts));
const rowsOf = (rows: string, parts: Partial<WorkbookParts> = {}) =>
  sheetsOf({ ...parts, sheets: { Plan: rows } })[0]!;
const cellsOf = (rows: string, parts: Partial<WorkbookParts> = {}) =>
  rowsOf(rows, parts).records.map(({ cells }) => cells);
/** What a number shows in a format. */
const shown = (value: string | number, format: string | number, head = '') =>
  cellsOf(rowOf(1, number(value, 1), 'x'), { formats: [format], head })[0]![0];

test('sheets come in the order of their tabs, hidden ones without their rows', () => {
  const sheets = sheetsOf({
    sheets: { 'Read Me': rowOf(1, 'Hello'), Old: rowOf(1, 'date'), Plan: rowOf(2, 'Date', 'Post') },
    hidden: ['Old'],
  });
  expect(sheets).toEqual([
    { name: 'Read Me', isHidden: false, records: [{ line: 1, cells: ['Hello'] }], notes: [], problem: null },
    { name: 'Old', isHidden: true, records: [], notes: [], problem: null },
    {
      name: 'Plan',
      isHidden: false,
      records: [{ line: 2, cells: ['Date', 'Post'] }],
      notes: [],
      problem: null,
    },
  ]);
});

test.each([
  [46356, 'dd/mm/yyyy', '2026-11-30'],
  [46356, 14, '2026-11-30'],
  [46356, '[$-419]d mmmm yyyy;@', '2026-11-30'],
  [46356, 'DD.MM.YYYY', '2026-11-30'],
  [46356, 'mmm', '2026-11-30'],
  [46356, 'dddd', 'Monday'],
  [46356, '[$-F800]dddd\\,\\ mmmm\\ dd', '2026-11-30'],
  [46356, 'ddd d', '2026-11-30'],
  [46356.375, 'dd/mm/yyyy', '2026-11-30'],
  [46356.375, 'dd/mm/yyyy hh:mm', '2026-11-30 09:00'],
  [46356.375, 22, '2026-11-30 09:00'],
  [46356.999999999, 'yyyy-mm-dd hh:mm', '2026-12-01 00:00'],
  [46356, 'yyyy-mm-dd hh:mm', '2026-11-30 00:00'],
  [0.375, 'h:mm', '09:00'],
  [0.375, 20, '09:00'],
  [0.375, 'h:mm AM/PM', '09:00'],
  [0.38194444444444442, 'h:mm', '09:10'],
  [0.37503472222222223, 'h:mm:ss', '09:00:03'],
  [0, 'h:mm', '00:00'],
  [46356.375, 'h:mm', '09:00'],
  [0.375, 'dd/mm/yyyy hh:mm', '09:00'],
  [1.375, '[h]:mm', '33:00'],
  [0.0104, '[mm]:ss', '00:14:59'],
  [59, 14, '1900-02-28'],
  [60, 14, '60'],
  [61, 14, '1900-03-01'],
  [0, 14, '0'],
  [-1, 14, '-1'],
  [2958465, 14, '9999-12-31'],
  [2958466, 14, '2958466'],
  [46349, 'General', '46349'],
  [46349, 0, '46349'],
  [46349, '0.00', '46349'],
  [46349, '#,##0" d"', '46349'],
  [46349, '[Red]0;[Yellow]-0', '46349'],
  [0.1, 0, '0.1'],
  ['0.30000000000000004', 0, '0.3'],
  ['1.0000000000000001E-7', 0, '0.0000001'],
  ['1.2345678901234567E+21', 0, '1.23456789012346e+21'],
  ['123456789012345678', 0, '123456789012346000'],
  ['-2.5E-9', 0, '-0.0000000025'],
  ['1E-300', 0, '0'],
  ['1E+400', 0, '1E+400'],
])('%s in the format %s is %s', (value, format, expected) => {
  expect(shown(value, format)).toBe(expected);
});

test.each(['<workbookPr date1904="1"/>', '<workbookPr date1904="true"/>'])('days since 1904: %s', (head) => {
  expect(shown(44894, 14, head)).toBe('2026-11-30');
  expect(shown(44894.375, 22, head)).toBe('2026-11-30 09:00');
  expect(shown(0.375, 20, head)).toBe('09:00');
  expect(shown(0, 14, head)).toBe('1904-01-01');
});

test('texts, shared or not, in several fonts or with their pronunciation', () => {
  const strings =
    '<si><t xml:space="preserve"> A &amp; B </t></si><si><r><t>Bread </t></r><r><rPr><b/></rPr><t>&lt;3</t></r></si><si><t>\u6771</t><rPh sb="0" eb="1"><t>to</t></rPh></si><si><t>a_x000D_\nb_x005F_x000D_</t></si><si><t/></si><si/>';
  const shared = (index: number) => `<c t="s"><v>${index}</v></c>`;
  const inline = '<c t="inlineStr"><is><r><t>of </t></r><r><t>two</t></r></is></c>';
  const cells = [...[0, 1, 2, 3, 4, 5].map(shared), inline, '<c t="str"><f>A1</f><v>a_x000A_b</v></c>'];
  expect(cellsOf(rowOf(1, ...cells), { strings })).toEqual([
    [' A & B ', 'Bread <3', '\u6771', 'a\nb_x000D_', '', '', 'of two', 'a\nb'],
  ]);
});

test('booleans, dates as text, and what is written in CDATA', () => {
  const cells = [
    '<c t="b"><v>1</v></c>',
    '<c t="b"><v>0</v></c>',
    '<c t="d"><v>2026-11-30T00:00:00</v></c>',
    '<c t="d"><v>2026-11-30T09:00:30Z</v></c>',
    '<c t="d"><v>2026-11-30T09:00</v></c>',
    '<c t="d"><v>soon</v></c>',
    '<c t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>',
  ];
  expect(cellsOf(rowOf(1, ...cells))).toEqual([
    ['TRUE', 'FALSE', '2026-11-30', '2026-11-30 09:00:30', '2026-11-30 09:00', 'soon', '<b>'],
  ]);
});

test('formulas have the values that they had when the workbook was saved; those without one are empty and said', () => {
  const rows =
    rowOf(1, 'a', '<c><f>1+1</f><v>2</v></c>', '<c t="str"><f>""</f><v></v></c>', 'b') +
    rowOf(3, 'a', '<c><f>1+1</f></c>', 'b') +
    rowOf(4, '<c><f>1+1</f><v></v></c>', '<c t="str"><f>A1</f></c>') +
    rowOf(5, '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'b', '<c t="e"><v>#N/A</v></c>') +
    rowOf(6, 'a', '<c t="e"><v>&#27;[31m</v></c>'.replace('&#27;', 'x'));
  const { records, notes } = rowsOf(rows);
  expect(records).toEqual([
    { line: 1, cells: ['a', '2', '', 'b'] },
    { line: 3, cells: ['a', '', 'b'] },
    { line: 5, cells: ['', 'b'] },
    { line: 6, cells: ['a'] },
  ]);
  expect(notes).toEqual([
    {
      line: 3,
      reason:
        'has a formula without a value (column B); open the file in Excel or LibreOffice and save it again',
    },
    {
      line: 4,
      reason:
        'has 2 formulas without a value (the first in column A); open the file in Excel or LibreOffice and save it again',
    },
    { line: 5, reason: 'has 2 errors (the first, #DIV/0!, in column A), which are read as empty cells' },
    { line: 6, reason: 'has the error of a formula (column B), which is read as an empty cell' },
  ]);
});

test('cells stand where their references say, or behind one another', () => {
  const rows =
    '<row><c r="B1" t="b"><v>1</v></c><c t="b"><v>0</v></c></row><row r="7" spans="1:3"><c r="C7"><v>3</v></c><c r="A7"><v>1</v></c><c r="XFD7" s="1"/></row><row r="9"/><row><c><v>4</v></c></row>';
  expect(rowsOf(rows).records).toEqual([
    { line: 1, cells: ['', 'TRUE', 'FALSE'] },
    { line: 7, cells: ['1', '', '3'] },
    { line: 10, cells: ['4'] },
  ]);
});

test('merged cells have their value in the first one alone', () => {
  const worksheet = `<worksheet><sheetData>${rowOf(1, 'Week 1', '<c/>', 'x')}</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;
  expect(cellsOf('', { parts: { 'xl/worksheets/sheet1.xml': worksheet } })).toEqual([['Week 1', '', 'x']]);
});

test('parts are found whatever prefixes, folders and letter cases a program writes', () => {
  const bytes = workbookOf({
    sheets: { Plan: '' },
    strings: '',
    parts: {
      'xl/worksheets/sheet1.xml': null,
      'xl/sharedStrings.xml': null,
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/book/w.xml"/></Relationships>',
      'book/w.xml':
        '<x:workbook xmlns:x="x" xmlns:q="q"><x:sheets><x:sheet name="P" q:id="s"/><x:sheet name="Chart" q:id="c"/></x:sheets></x:workbook>',
      'book/_rels/w.xml.rels':
        '<Relationships><Relationship Id="s" Type="x/worksheet" Target="./../Sheets/one.xml"/><Relationship Id="c" Type="x/chartsheet" Target="../c.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="strings.xml"/></Relationships>',
      'book\\Strings.xml': '<x:sst xmlns:x="x"><x:si><x:t>A</x:t></x:si></x:sst>',
      'sheets/ONE.xml':
        '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    },
  });
  expect(readWorkbook(bytes)).toEqual([
    { name: 'P', isHidden: false, records: [{ line: 1, cells: ['A'] }], notes: [], problem: null },
  ]);
});

test('a workbook in UTF-16, and one without styles or shared strings', () => {
  const worksheet = `<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData>${rowOf(1, 'Хліб')}</sheetData></worksheet>`;
  const parts = {
    'xl/worksheets/sheet1.xml': Buffer.from(`\ufeff${worksheet}`, 'utf16le'),
    'xl/styles.xml': null,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  };
  expect(cellsOf('', { parts })).toEqual([['Хліб']]);
});

test('an archive with fields of eight bytes is read like any other', () => {
  const bytes = workbookOf({ sheets: { Plan: rowOf(1, 'A') } }, { isZip64: true });
  expect(readWorkbook(bytes)[0]!.records).toEqual([{ line: 1, cells: ['A'] }]);
});

describe('names that objects have of their own', () => {
  test.each(['__proto__', 'constructor', 'toString'])('%s', (name) => {
    const rows = `<row r="1" ${name}="x"><c t="${name}" ${name}=""><v>1</v></c></row>`;
    expect(sheetsOf({ sheets: { [`${name}x`]: rows } })[0]).toMatchObject({
      name: `${name}x`,
      records: [{ line: 1, cells: ['1'] }],
    });
  });
});
