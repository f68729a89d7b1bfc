import zlib from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readWorkbook } from '../../src/exchange/read/workbook.ts';
import { UnreadableSchedule } from '../../src/exchange/rows.ts';
import { rowOf, type WorkbookParts, workbookOf } from './workbooks.ts';
import { zipOf } from './zip.ts';

const DAMAGED =
  'is damaged, so that it cannot be read; open it in Excel or LibreOffice and save it again as .xlsx';
const LARGE = 'is larger than 100 MB when it is unpacked; save only the weeks of the plan as a workbook';

vi.mock('node:zlib', { spy: true });
afterEach(() => vi.clearAllMocks());

/** Why a workbook, or the first sheet that has a problem, cannot be read. */
function refusalOf(bytes: Uint8Array): string {
  try {
    return readWorkbook(bytes).find(({ problem }) => problem !== null)?.problem ?? 'was read';
  } catch (error) {
    if (error instanceof UnreadableSchedule) return error.message;
    throw error;
  }
}
const refusalOfRows = (rows: string, parts: Partial<WorkbookParts> = {}) =>
  refusalOf(workbookOf({ ...parts, sheets: { Plan: rows } }));
const refusalOfPart = (part: string, contents: NonNullable<WorkbookParts['parts']>[string]) =>
  refusalOfRows(rowOf(1, 'A'), { parts: { [part]: contents } });

const SOUND = workbookOf({ sheets: { Plan: rowOf(1, 'A') } });
const SHEET = 'xl/worksheets/sheet1.xml';
const MEGABYTE = 1024 ** 2;

describe('files that are no workbooks, or damaged ones', () => {
  test.each([
    ['cut off', SOUND.subarray(0, -30), DAMAGED],
    ['nothing but the sign', Buffer.from('PK\x03\x04whatever'), DAMAGED],
    ['nothing', Buffer.alloc(0), DAMAGED],
    ['a directory that lies elsewhere', Buffer.concat([Buffer.from('PK\x03\x04'), SOUND]), DAMAGED],
    [
      'an archive of other files',
      zipOf({ 'plan.csv': 'date,title' }),
      'is a ZIP archive, but not a workbook; unpack it, and give the file with the posts that is in it',
    ],
    [
      'more than 10 MiB',
      Buffer.concat([SOUND, Buffer.alloc(10 * MEGABYTE)]),
      'is larger than 10 MB; save only the weeks of the plan, without pictures',
    ],
  ])('%s', (_, bytes, sentence) => {
    expect(refusalOf(bytes)).toBe(sentence);
  });

  test('every byte of a workbook may be wrong', () => {
    for (let at = 0; at < SOUND.length; at += 3) {
      const bytes = Buffer.from(SOUND);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      expect(refusalOf(bytes)).not.toBe('');
    }
  });

  test.each([
    ['a sheet that is missing', SHEET, null, DAMAGED],
    ['a list of sheets that is missing', 'xl/workbook.xml', null, DAMAGED],
    ['a sheet that ends too early', SHEET, '<worksheet><sheetData><row>', DAMAGED],
    ['a sheet that is empty', SHEET, '', DAMAGED],
    ['a sheet of other bytes', SHEET, Buffer.from([0xff, 0, 0xc0]), DAMAGED],
    ['a list of sheets that is damaged', 'xl/workbook.xml', '<workbook', DAMAGED],
    [
      'a Word document',
      'xl/workbook.xml',
      '<w:document xmlns:w="x"/>',
      'is an Office file without sheets; save the sheet with the posts as .xlsx or CSV',
    ],
    [
      'a binary workbook',
      '_rels/.rels',
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      'is a binary Excel workbook; open it and save the sheet with the posts as .xlsx or CSV',
    ],
    ['a way of packing that is not known', SHEET, { contents: '', lies: { method: 99 } }, DAMAGED],
    [
      'a file that is not packed although it says so',
      SHEET,
      { contents: 'x', lies: { method: 0, size: 1 } },
      DAMAGED,
    ],
    [
      'a password of the archive',
      'xl/workbook.xml',
      { contents: '', lies: { flags: 1 } },
      'is protected by a password; save a copy without one',
    ],
  ])('%s', (_, part, contents, sentence) => {
    expect(refusalOfPart(part, contents)).toBe(sentence);
  });

  test('texts and relations that are missing', () => {
    expect(refusalOfRows(rowOf(1, '<c t="s"><v>0</v></c>'))).toBe(DAMAGED);
    expect(refusalOfRows(rowOf(1, '<c t="s"><v>-1</v></c>'), { strings: '<si/>' })).toBe(DAMAGED);
    expect(refusalOfPart('xl/_rels/workbook.xml.rels', null)).toBe(DAMAGED);
  });

  test('one sheet that is damaged leaves the others', () => {
    const sheets = readWorkbook(workbookOf({ sheets: { Bad: '<row>', Good: rowOf(1, 'A') } }));
    expect(sheets.map(({ problem, records }) => [problem, records.length])).toEqual([
      [DAMAGED, 0],
      [null, 1],
    ]);
  });
});

describe('bombs', () => {
  test('what says that it unpacks to more than 100 MiB is not unpacked', () => {
    const lies = { size: 101 * MEGABYTE };
    expect(refusalOfPart(SHEET, { contents: 'x', lies })).toBe(LARGE);
    expect(zlib.inflateRawSync).toHaveBeenCalledTimes(4);
  });

  test('what unpacks to more than it says is unpacked no further', () => {
    const contents = Buffer.alloc(50 * MEGABYTE, ' ');
    expect(refusalOfPart(SHEET, { contents, lies: { size: 1000 } })).toBe(DAMAGED);
    const limits = vi
      .mocked(zlib.inflateRawSync)
      .mock.calls.map(([, options]) => options?.maxOutputLength ?? 0);
    expect(Math.max(...limits)).toBeLessThan(2000);
  });

  test('a part to which many sheets lead is not unpacked without an end', () => {
    const sheet = Buffer.concat([Buffer.from('<worksheet/>'), Buffer.alloc(30 * MEGABYTE, ' ')]);
    const sheets = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`S${index}`, '']));
    const links = Object.keys(sheets).map(
      (_, index) => `<Relationship Id="rId${index + 1}" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`,
    );
    const relations = `<Relationships>${links.join('')}</Relationships>`;
    const parts = { [SHEET]: sheet, 'xl/_rels/workbook.xml.rels': relations };
    const problems = readWorkbook(workbookOf({ sheets, parts })).map(({ problem }) => problem);
    expect(problems.slice(0, 4)).toEqual([null, null, null, LARGE]);
  });

  test('entities are not expanded', () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    for (const name of ['a', 'b', 'f']) {
      const sheet = `${laughs}<worksheet><sheetData>${rowOf(1, `<c t="str"><v>&${name};</v></c>`)}</sheetData></worksheet>`;
      expect(refusalOfPart(SHEET, sheet)).toBe(DAMAGED);
    }
  });

  test.each([
    ['elements within elements', '<a>'.repeat(1_000_000)],
    ['attributes', `<a ${Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(' ')}/>`],
  ])('%s', (_, rows) => {
    expect(refusalOfRows(rows)).toBe(DAMAGED);
  });
});

describe('sheets that are too large', () => {
  test.each([
    ['the last column of Excel', '<c r="XFD1"><v>1</v></c>', 16_384],
    ['a column behind it', '<c r="ZZZ1"><v>1</v></c>', 18_278],
    ['column 1,001', '<c r="ALM1"><v>1</v></c>', 1_001],
    ['a million columns', '<c><v>1</v></c>'.repeat(1_000_000), 1_001],
  ])('%s', (_, cells, columns) => {
    expect(refusalOfRows(`<row r="1">${cells}</row>`)).toBe(
      `has ${columns} columns, but a sheet may have at most 1000; export only those of the plan`,
    );
  });

  test('1,000 columns, and styles alone behind them, are not', () => {
    expect(refusalOfRows('<row r="1"><c r="ALL1"><v>1</v></c><c r="XFD1" s="1"/></row>')).toBe('was read');
  });

  test.each(['ZZZZ1', 'A', '1', '', 'A-1'])('no reference: %s', (reference) => {
    expect(refusalOfRows(`<row r="1"><c r="${reference}"><v>1</v></c></row>`)).toBe(DAMAGED);
  });

  test.each(['999999999', '1048577', '0', '-1', '1.5', 'x', ''])('no row: %s', (row) => {
    expect(refusalOfRows(`<row r="${row}"><c><v>1</v></c></row>`)).toBe(DAMAGED);
  });

  test('rows are counted if something is in them', () => {
    const most = '<row><c t="b"><v>1</v></c></row>'.repeat(100_000);
    const sentence = 'has more than 100,000 rows; export only the weeks of the plan';
    expect(refusalOfRows(`${most}${'<row><c s="1"/></row>'.repeat(1_000)}`)).toBe('was read');
    expect(refusalOfRows(`${most}<row><c t="b"><v>1</v></c></row>`)).toBe(sentence);
    expect(refusalOfRows('<row><c><f>1</f></c></row>'.repeat(100_001))).toBe(sentence);
  });

  test('a text to which many cells refer counts every time', () => {
    const long = `<si><t>${'x'.repeat(200_000)}</t></si>`;
    const row = '<row><c t="s"><v>0</v></c></row>';
    const large = 'has more than 10 MB of text; export only the weeks of the plan';
    expect(refusalOfRows(row.repeat(52), { strings: long })).toBe('was read');
    expect(refusalOfRows(row.repeat(53), { strings: long })).toBe(large);
    expect(refusalOfRows(rowOf(7, '<c t="s"><v>0</v></c>', '<c t="s"><v>0</v></c>'), { strings: long })).toBe(
      'has more than 256 KB of text in row 7; shorten the texts there',
    );
    const sheets = { A: row.repeat(53), B: row.repeat(30), C: row.repeat(30), D: row.repeat(22) };
    const problems = readWorkbook(workbookOf({ sheets, strings: long })).map(({ problem }) => problem);
    expect(problems).toEqual([large, null, large, null]);
  });

  test('so do empty cells before the last one', () => {
    expect(refusalOfRows('<row><c r="ALL1"><v>1</v></c></row>'.repeat(11_000))).toBe(
      'has more than 10 MB of text; export only the weeks of the plan',
    );
  });

  test('more than 1,000 sheets', () => {
    const sheets = '<sheet name="a"/>'.repeat(1_001);
    expect(refusalOfPart('xl/workbook.xml', `<workbook><sheets>${sheets}</sheets></workbook>`)).toBe(
      'has more than 1,000 sheets; save the sheet with the posts as .xlsx or CSV',
    );
  });
});
