import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disguiseOf, isWorkbook, textOfFile } from '../../src/exchange/read/sheet-text.ts';
import { UnreadableSchedule } from '../../src/exchange/rows.ts';
import { rowOf, workbookOf } from './workbooks.ts';
import { zipOf } from './zip.ts';

const TRIAL = readFileSync('test/fixtures/trials/uk-1251.csv');
const AS_UTF8 = 'save it again: in Excel as "CSV UTF-8", in other programs with the encoding UTF-8';
const CYRILLIC = `is not text in UTF-8, but probably in windows-1251 (Cyrillic); add --encoding windows-1251, or ${AS_UTF8}`;
const WESTERN = `is not text in UTF-8; if Excel on Windows saved it, add --encoding windows-1252 (western Europe) or --encoding windows-1251 (Cyrillic), or ${AS_UTF8}`;
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

function refusalOf(bytes: Uint8Array, encoding: string | null = null): string {
  try {
    textOfFile(bytes, encoding);
  } catch (error) {
    if (error instanceof UnreadableSchedule) return error.message;
    throw error;
  }
  return 'was read';
}

test('a sheet that Excel saved in Ukrainian is read with the encoding that its refusal names', () => {
  expect(refusalOf(TRIAL)).toBe(CYRILLIC);
  expect(textOfFile(TRIAL, 'windows-1251')).toContain('Дата публікації;Час;Майданчик;Рубрика;Тема');
});

test.each([
  ['one Russian word', Buffer.from([0xc4, 0xe0, 0xf2, 0xe0]), CYRILLIC],
  ['French', latin1('date,titre\n2026-11-23,D\xe9j\xe0 vu \xe0 la caf\xe9t\xe9ria\n'), WESTERN],
  ['German', latin1('Datum;Titel\n23.11.2026;Gr\xf6\xdfe \x84\xc4pfel\x93 \x96 s\xfc\xdf\n'), WESTERN],
  ['quotation marks alone', latin1('date,title\n2026-11-23,\x93Soup\x94\n'), WESTERN],
  ['Chinese', Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0xa3, 0xac, 0xc8, 0xd5, 0xc6, 0xda, 0x81, 0x30]), WESTERN],
  ['half a UTF-16 unit', Buffer.from([0xff, 0xfe, 0x64]), `is not text in UTF-16LE; ${AS_UTF8}`],
  ['a mark of UTF-8 before other bytes', latin1('\xef\xbb\xbf\xe9'), `is not text in UTF-8; ${AS_UTF8}`],
  [
    'UTF-16 without a mark',
    utf16('date,title\n'),
    `is text in UTF-16 without the mark that says so; add --encoding utf-16le, or ${AS_UTF8}`,
  ],
  [
    'that in Ukrainian',
    utf16('Дата;Час;яєшня\n'),
    `is text in UTF-16 without the mark that says so; add --encoding utf-16le, or ${AS_UTF8}`,
  ],
  [
    'the other order of bytes',
    utf16('date,title\n').swap16(),
    `is text in UTF-16 without the mark that says so; add --encoding utf-16be, or ${AS_UTF8}`,
  ],
  [
    'NULs here and there',
    Buffer.from('d\0at\0e,title'),
    `has NUL characters in it, which plain text cannot have; ${AS_UTF8}`,
  ],
])('without an encoding: %s', (_, bytes, sentence) => {
  expect(refusalOf(bytes)).toBe(sentence);
});

test.each([
  ['utf-16le', utf16('date\r\nЩ'), 'date\nЩ'],
  ['UTF-16BE', utf16('date\rЩ').swap16(), 'date\nЩ'],
  ['Windows-1251', Buffer.from([0xd9, 0x88]), 'Щ€'],
  ['cp1251', Buffer.from([0xd9]), 'Щ'],
  ['windows-1252', latin1('\x93Soup\x94 \x96 \x80 5, caf\xe9'), '“Soup” – € 5, café'],
  ['latin1', latin1('\x92'), '’'],
  ['windows-1251', Buffer.from('Щ'), 'Р©'],
  ['windows-1251', Buffer.from('\ufeffЩ'), 'Щ'],
  ['windows-1251', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('Щ')]), 'Щ'],
  [null, Buffer.from('\u001b[31m\ta\r\rb\n'), '\u001b[31m\ta\n\nb\n'],
])('in %s', (encoding, bytes, text) => {
  expect(textOfFile(bytes, encoding)).toBe(text);
});

test.each([
  ['windows1251x', 'did you mean "windows-1251"?'],
  ['1251', 'did you mean "windows-1251"?'],
  ['mac-cyrillic', 'did you mean "x-mac-cyrillic"?'],
  ['UTF16LE', 'did you mean "utf-16le"?'],
  ['', 'write one such as windows-1251, windows-1252, windows-1250, koi8-u or koi8-r'],
  ['windows-1251\0', 'did you mean "windows-1251"?'],
  ['Klingon', 'write one such as windows-1251, windows-1252, windows-1250, koi8-u or koi8-r'],
])('no encoding: %s', (encoding, advice) => {
  const sentence = refusalOf(Buffer.from('date'), encoding);
  expect(sentence).toMatch(/^cannot be read in the encoding ".*", which is not known; /);
  expect(sentence.split('; ').at(-1)).toBe(advice);
});

test('what is not text in the encoding that was asked for is refused', () => {
  expect(refusalOf(Buffer.from('dat'), 'utf-16le')).toBe(
    `is not text in UTF-16LE; name its own encoding behind --encoding, or ${AS_UTF8}`,
  );
  expect(refusalOf(utf16('date'), 'windows-1252')).toContain('add --encoding utf-16le');
});

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const oleWith = (name: string) => Buffer.concat([Buffer.from(OLE), Buffer.alloc(600), utf16(name)]);

test.each([
  [
    'a workbook with a password',
    oleWith('EncryptedPackage'),
    'is protected by a password; save a copy without one',
  ],
  ['an .xls', oleWith('Workbook'), 'is an old Excel workbook; open it and save the sheet as CSV'],
  [
    'a .doc',
    oleWith('WordDocument'),
    'is an old Word document; copy its table into a sheet and save that as CSV',
  ],
  [
    'a .numbers',
    zipOf({ 'preview.jpg': 'x', 'Index/Document.iwa': 'x' }),
    'is a Numbers document; export it from Numbers as CSV or Excel',
  ],
  [
    'an .ods',
    Buffer.from('PK\x03\x04\x14\0\0\0\nmimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'latin1'),
    'is an OpenDocument file; open it and save the sheet as CSV',
  ],
  [
    'a web page with the name of an .xls',
    Buffer.from('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'),
    'is a web page or XML; open it and save the sheet as CSV',
  ],
])('%s', (_, bytes, sentence) => {
  expect(refusalOf(bytes)).toBe(sentence);
  expect(refusalOf(bytes, 'windows-1251')).toBe(sentence);
  expect(isWorkbook(bytes)).toBe(false);
});

test('a workbook of today is none of these', () => {
  const workbook = workbookOf({ sheets: { Plan: rowOf(1, 'Date') } });
  expect(disguiseOf(workbook)).toBe(null);
  expect(isWorkbook(workbook)).toBe(true);
  expect(isWorkbook(Buffer.from('date,title'))).toBe(false);
});
