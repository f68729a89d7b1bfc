import { expect, test } from 'vitest';
import { readSheet } from '../../src/exchange/read/sheet.ts';
import { NO_TERMS, refusalOf, sheetOf } from './reading.ts';

const AS_CSV = 'open it and save the sheet as CSV';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

const FILES: readonly (readonly [name: string, file: string | Buffer, sentence: string])[] = [
  ['nothing', '', 'is empty'],
  ['white space', '\ufeff \r\n\t\n', 'is empty'],
  ['blank lines behind a separator', 'sep=;\n\n\n', 'is empty'],
  [
    'blank lines before everything else',
    `${'\n'.repeat(20)}date,title\n2026-11-23,A\n`,
    'begins with 20 blank lines or more; delete them, so that the line with the names of the columns, such as date,time,channel,category,title,text,status, comes first',
  ],
  [
    'an Excel workbook',
    Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'latin1'),
    `is an Excel workbook; ${AS_CSV}`,
  ],
  [
    'an OpenDocument sheet',
    Buffer.from('PK\x03\x04\x14\0\0\0\nmimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'latin1'),
    `is an OpenDocument file; ${AS_CSV}`,
  ],
  [
    'an old Excel workbook',
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
    `is an old Excel workbook; ${AS_CSV}`,
  ],
  ['a PDF', '%PDF-1.7\n', 'is a PDF; export the sheet that it was made from as CSV'],
  ['a web page', '\ufeff\n<!DOCTYPE html><table><td>date', `is a web page or XML; ${AS_CSV}`],
  ['XML', '<?xml version="1.0"?>', `is a web page or XML; ${AS_CSV}`],
  [
    'more than 10 MiB',
    Buffer.alloc(10 * 1024 ** 2 + 1, 'a'),
    'is larger than 10 MB; export only the weeks of the plan',
  ],
  [
    '100,000 columns',
    `date${',x'.repeat(99_999)}\n2026-11-23,A`,
    'has 100000 columns, but a sheet may have at most 1000; export only those of the plan',
  ],
  [
    'a million columns',
    `date${','.repeat(999_999)}\n2026-11-23,A`,
    'has 1000000 columns, but a sheet may have at most 1000; export only those of the plan',
  ],
  [
    'them below a title',
    `Plan\ndate${',x'.repeat(9_999)}\n2026-11-23,A`,
    'has 10000 columns, but a sheet may have at most 1000; export only those of the plan',
  ],
  [
    'a row as wide',
    `date,text\n2026-11-23,A\n2026-11-23${',x'.repeat(1000)}\n`,
    'has 1001 columns, but a sheet may have at most 1000; export only those of the plan',
  ],
  [
    'a row of commas alone',
    `date,text\n2026-11-23,A\n${','.repeat(300_000)}\n`,
    'has a row of more than 256 KB at line 3; if a quotation mark there is never closed, delete it',
  ],
  [
    'a row without an end',
    `date,text\n2026-11-23,A\n2026-11-23,"${'a\n'.repeat(200_000)}`,
    'has a row of more than 256 KB at line 3; if a quotation mark there is never closed, delete it',
  ],
  [
    'rows without an end',
    `date\n${'\n'.repeat(100_001)}`,
    'has more than 100,000 rows; export only the weeks of the plan',
  ],
  [
    'a quote that is never closed',
    'date,title\n"a\nb",c\n\n2026-11-23,"A\n2026-11-24,B\n',
    'has a quotation mark on line 5 that is never closed; delete it, or, if it is part of a text, write it twice: ""',
  ],
  [
    'such a quote in the header',
    'date,"title\n2026-11-23,A\n',
    'has a quotation mark on line 1 that is never closed; delete it, or, if it is part of a text, write it twice: ""',
  ],
  [
    'a header twice',
    'date,Text,time, text \n2026-11-23,A,,B\n',
    'has two columns for the text: "Text" (column 2) and "text" (column 4); delete or rename one of them',
  ],
  [
    'no column of dates',
    'Kanal,Text\na,b\n',
    'has no column named "date": line 1 has "Kanal" and "Text"; rename the column with the days to "date"',
  ],
  [
    'one that is nearly named so',
    'Kanal;dat;Text\na;b;c\n',
    'has no column named "date": line 1 has "Kanal", "dat" and "Text"; rename the column with the days to "date"; did you mean "dat"?',
  ],
  [
    'one with dates and another name',
    'Kanal,Termin,Text\na,23.11.2026,b\n',
    'has no column named "date": line 1 has "Kanal", "Termin" and "Text"; rename the column with the days to "date"; did you mean "Termin"?',
  ],
  [
    'a letter',
    'Dear all\nthe plan follows\n',
    'has no column named "date": line 1 has "Dear all"; rename the column with the days to "date"',
  ],
  [
    'no header',
    '\n2026-11-23,09:00,A\n2026-11-24,09:00,B\n',
    'has no header: line 2 is already a post; add a line above it that names the columns, such as date,time,channel,category,title,text,status',
  ],
  [
    'no date that can be read',
    'date,title\n,A\nsoon,B\n2026-02-30,C\n',
    'has no date that can be read: "soon" is not a date (line 3); write dates as 2026-11-23',
  ],
  [
    'no date of the calendar',
    'date,title\n2026-02-30,C\nsoon,B\n',
    'has no date that can be read: 2026-02-30 does not exist (line 2); write dates as 2026-11-23',
  ],
];

test.each(FILES)('%s', (_, file, sentence) => {
  expect(refusalOf(file)).toBe(sentence);
});

test('long headers are listed in brief', () => {
  const sentence = refusalOf(Array.from({ length: 500 }, (_, index) => `${index}${'x'.repeat(99)}`).join());
  expect(sentence.length).toBeLessThan(1600);
  expect(sentence).toContain('and 480 more; rename the column with the days to "date"');
});

test('UTF-8 with a mark, UTF-16 in both orders', () => {
  const text = '\ufeffДата\tТекст\r\n23.11.2026\tСуп\r\n';
  const bigEndian = utf16(text).swap16();
  for (const bytes of [Buffer.from(text), utf16(text), bigEndian]) {
    expect({ ...readSheet(bytes, NO_TERMS), slots: null }).toEqual({ ...sheetOf(text), slots: null });
    expect(readSheet(bytes, NO_TERMS).rows[0]).toMatchObject({ line: 2, date: '2026-11-23', text: 'Суп' });
  }
});

test('a name that two columns have is refused only where it matters which one is read', () => {
  expect(refusalOf('date,title,Notes,notes\n2026-11-23,A,x,y\n')).toBe('was read');
  expect(refusalOf('date,title,Status,status\n2026-11-23,A,draft,draft\n')).toBe('was read');
  expect(refusalOf('date,title,Status,status\n2026-11-23,A,draft,cancelled\n')).toBe(
    'has two columns for the status: "Status" (column 3) and "status" (column 4); delete or rename one of them',
  );
  expect(sheetOf('date,title,,\n2026-11-23,A,,\n').rows).toHaveLength(1);
});

test('a sheet without the words of its posts is refused', () => {
  const sentence =
    'has no column for the words of its posts (line 1); rename the one that has them to "title" or "text", or say which it is, such as --column title=Gist; the columns that cmplan does not read are "Gist" and "Goal"';
  expect(refusalOf('date,time,Gist,Goal,status\n2026-11-23,09:00,A,B,draft\n')).toBe(sentence);
  // The id of a post is not what the post says.
  expect(refusalOf('date,id,Gist,Goal,status\n2026-11-23,1,A,B,draft\n')).toBe(sentence);
});

test('1,000 columns are read, and a long row', () => {
  expect(
    sheetOf(
      `date,id${Array.from({ length: 998 }, (_, index) => `,x${index}`).join('')}\n2026-11-23,1${','.repeat(998)}\n`,
    ).rows,
  ).toHaveLength(1);
  expect(sheetOf(`date,text\n2026-11-23,"${'x\n'.repeat(100_000)}"\n`).rows).toHaveLength(1);
});

test('a row that is as wide under another delimiter is read', () => {
  const text = `date;title;text\n2026-11-23;A;${'a, '.repeat(2000)}\n`;
  expect(sheetOf(text).rows).toHaveLength(1);
});

test('stray quotes behind a long cell are not copied over and over', () => {
  const text = `date,text\n2026-11-23,"${'x'.repeat(200_000)}"\n${'2026-11-23,"a"b\n'.repeat(20_000)}`;
  expect(sheetOf(text).rows).toHaveLength(20_001);
});
