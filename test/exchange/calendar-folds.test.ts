import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCalendar } from '../../src/exchange/read/icalendar.ts';
import { withWholeLetters } from '../../src/exchange/read/icalendar-folds.ts';
import { bareRow, NO_TERMS } from './reading.ts';

const SUMMARY = 'Хліб 🥖 ﷽ bread';
const CALENDAR = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261123T090000\r\nSUMMARY:${SUMMARY}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261124\r\nSUMMARY:B\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

/** A calendar whose summary has these pieces between its bytes, each with the number of bytes before it. */
const foldedAt = (folds: readonly (readonly [at: number, fold: string])[]) => {
  const bytes = Buffer.from(CALENDAR);
  const from = bytes.indexOf('SUMMARY');
  const inOrder = folds.map(([at, fold]) => [from + at, fold] as const).sort(([a], [b]) => a - b);
  const pieces = [0, ...inOrder.map(([at]) => at)].map((at, index) =>
    Buffer.concat([
      Buffer.from(inOrder[index - 1]?.[1] ?? ''),
      bytes.subarray(at, inOrder[index]?.[0] ?? bytes.length),
    ]),
  );
  return Buffer.concat(pieces);
};

test('a fold may stand between any two bytes, and lines keep their numbers', () => {
  const length = Buffer.from(`SUMMARY:${SUMMARY}`).length;
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.integer({ min: 1, max: length }), fc.constantFrom('\r\n ', '\n\t', '\r\n\t', '\r ')),
        { maxLength: 8 },
      ),
      (folds) => {
        expect(readCalendar(foldedAt(folds), NO_TERMS).rows).toEqual([
          { ...bareRow(2, '2026-11-23'), time: '09:00', title: SUMMARY },
          { ...bareRow(6 + folds.length, '2026-11-24'), title: 'B' },
        ]);
      },
    ),
  );
});

test('what is not folded within a letter stays as it is, byte for byte', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('\r', '\n', ' ', '\t', 'a', 'ї', '🥖'), { maxLength: 30 }),
      (signs) => {
        const bytes = Buffer.from(signs.join(''));
        expect(Buffer.from(withWholeLetters(bytes))).toEqual(bytes);
      },
    ),
  );
});

test('bytes that are no letter are refused, folded or not', () => {
  const broken = Buffer.concat([
    Buffer.from('BEGIN:VCALENDAR\r\nX:a\r\n '),
    Buffer.from([0xba, 0xd0, 0x0d, 0x0a]),
  ]);
  expect(() => readCalendar(broken, NO_TERMS)).toThrow('is not text in UTF-8');
});
