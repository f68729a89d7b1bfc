import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheet } from '../../src/exchange/read/sheet.ts';
import { type ScheduledRow, UnreadableSchedule } from '../../src/exchange/rows.ts';
import { NO_TERMS, refusalOf } from './reading.ts';

const HEADERS = {
  en: ['Date', 'TIME', 'channel', 'category', 'title', 'text', 'status', 'tags', 'id'],
  ru: ['дата', 'Время', 'Соцсеть', 'рубрика', 'тема', 'текст', 'Статус', 'теги', 'id'],
  uk: ['Дата', 'час', 'соцмережа', 'категорія', 'заголовок', 'Текст', 'статус', 'Теги', 'ID'],
};
const FIELDS = ['date', 'time', 'channel', 'category', 'title', 'text', 'status', 'tags', 'id'] as const;
type Field = (typeof FIELDS)[number];

const EN = ['January', 'Feb', 'Mar', 'April', 'May', 'Jun', 'July', 'Aug', 'Sep', 'October', 'Nov', 'Dec'];
const RU = 'января февраля марта апр мая июня июл августа сентября октября ноября дек'.split(' ');
const UK = 'січня лютого бер квітня травня червня липня серп вересня жовтня лис грудня'.split(' ');
const padded = (number: number) => String(number).padStart(2, '0');

/** How a sheet writes its dates: all those whose order nobody states are day first or month first in one sheet. */
const FORMS: readonly ((year: number, month: number, day: number) => string)[] = [
  (y, m, d) => `${y}-${padded(m)}-${padded(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${padded(d)}.${padded(m)}.${y}`,
  (y, m, d) => `${d}.${m}.${y % 100}`,
  (y, m, d) => `${d}/${m}/${y}`,
  (y, m, d) => `${m}/${d}/${y}`,
  (y, m, d) => `${padded(d)}-${padded(m)}-${y}`,
  (y, m, d) => `${d} ${EN[m - 1]} ${y}`,
  (y, m, d) => `${EN[m - 1]} ${d}, ${y}`,
  (y, m, d) => `${d} ${RU[m - 1]} ${y} г.`,
  (y, m, d) => `${d} ${UK[m - 1]} ${y} р.`,
  (y, m, d) => `Mon, ${y}-${padded(m)}-${padded(d)}`,
];
const CLOCKS: readonly ((hour: number, minute: number) => string)[] = [
  (h, m) => `${padded(h)}:${padded(m)}`,
  (h, m) => `${h}:${padded(m)}:00`,
  (h, m) => `${h % 12 || 12}:${padded(m)} ${h < 12 ? 'AM' : 'pm'}`,
];

const cellText = fc
  .array(
    fc.constantFrom(
      'a',
      'суп',
      ' ',
      ',',
      ';',
      '\t',
      '"',
      '""',
      '\n',
      '=1',
      '\u001b[1m',
      '🍲',
      '\u00a0',
      '|',
      "'",
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('').trim());
const name = fc.constantFrom('', 'facebook', 'Наш канал', 'x y', '-');

const post = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  year: fc.integer({ min: 2020, max: 2039 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  hasTime: fc.boolean(),
  isTimed: fc.constantFrom('cell', 'date'),
  channel: name,
  category: name,
  title: cellText,
  text: cellText,
  id: name,
  tags: fc.array(fc.constantFrom('#a', 'b', '#суп')),
  held: fc.boolean(),
  extra: cellText,
});
const blank = fc.constantFrom('blank', 'empty');
const sheet = fc.record({
  language: fc.constantFrom('en', 'ru', 'uk'),
  delimiter: fc.constantFrom(',', ';', '\t'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'utf8 with mark', 'utf16le', 'utf16be'),
  form: fc.constantFrom(...FORMS),
  clock: fc.constantFrom(...CLOCKS),
  order: fc.shuffledSubarray([...FIELDS, 'extra'] as const, { minLength: 10 }),
  quotesAll: fc.boolean(),
  hasBreakAtEnd: fc.boolean(),
  rows: fc.array(fc.oneof({ weight: 8, arbitrary: post }, { weight: 1, arbitrary: blank }), {
    maxLength: 12,
  }),
});

/** Writes a sheet by itself, and what is to be read from it. */
function written(of: typeof sheet extends fc.Arbitrary<infer T> ? T : never) {
  const quote = (text: string) =>
    of.quotesAll || /[,;\t"\n\r|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lineOf = (cells: readonly string[]) =>
    cells.map((cell) => quote(cell).replaceAll('\n', of.newline)).join(of.delimiter);
  const titles: Record<string, string> = { extra: 'notes' };
  FIELDS.forEach((field, index) => {
    titles[field] = HEADERS[of.language as 'en'][index] ?? '';
  });
  const lines = [lineOf(of.order.map((field) => titles[field] ?? ''))];
  // Times beside the dates count unless all of them are midnight.
  const areMidnight = of.rows.every(
    (row) => typeof row === 'string' || !row.hasTime || row.isTimed !== 'date' || row.hour + row.minute === 0,
  );
  const rows: ScheduledRow[] = [];
  const skipped: number[] = [];
  let line = 2;
  for (const row of of.rows) {
    if (typeof row === 'string') {
      lines.push(row === 'empty' ? '' : of.delimiter.repeat(of.order.length - 1));
      skipped.push(line);
      line += 1;
      continue;
    }
    const date = of.form(row.year, row.month, row.day);
    const time = row.hasTime ? of.clock(row.hour, row.minute) : '';
    const cells: Record<Field | 'extra', string> = {
      ...row,
      date: row.isTimed === 'date' && row.hasTime ? `${date} ${time}` : date,
      time: row.isTimed === 'date' ? '' : time,
      tags: row.tags.join(', '),
      status: row.held ? 'On hold' : 'approved',
    };
    lines.push(lineOf(of.order.map((field) => cells[field])));
    if (row.title === '' && row.text === '' && row.id === '') skipped.push(line);
    else {
      rows.push({
        line,
        date: `${row.year}-${padded(row.month)}-${padded(row.day)}`,
        time:
          row.hasTime && !(row.isTimed === 'date' && areMidnight)
            ? `${padded(row.hour)}:${padded(row.minute)}`
            : null,
        channels: row.channel === '' ? [] : [row.channel],
        category: row.category || null,
        labels: row.tags.map((tag) => tag.replace('#', '')),
        format: null,
        owner: null,
        link: null,
        media: [],
        tags: row.tags,
        notes: row.extra || null,
        statusWord: row.held ? 'On hold' : 'approved',
        status: row.held ? 'on_hold' : 'approved',
        unplanned: false,
        columns: expect.any(Map),
        title: row.title || null,
        text: row.text || null,
        id: row.id || null,
        goesOut: !row.held,
        isOut: false,
        cells: of.order.map((field) => cells[field]),
      });
    }
    line += 1 + [row.title, row.text, row.extra].join('').split('\n').length - 1;
  }
  const text = `${lines.join(of.newline)}${of.hasBreakAtEnd || lines.at(-1) === '' ? of.newline : ''}`;
  const marked = of.encoding === 'utf8' ? text : `\ufeff${text}`;
  const bytes = Buffer.from(marked, of.encoding.startsWith('utf16') ? 'utf16le' : 'utf8');
  return {
    bytes: of.encoding === 'utf16be' ? bytes.swap16() : bytes,
    columns: of.order.map((field) => titles[field]),
    rows,
    skipped,
    isDayFirst: of.form !== FORMS[5],
  };
}

test('what is written is read, on its lines', () => {
  fc.assert(
    fc.property(sheet, (of) => {
      const { bytes, columns, rows, skipped, isDayFirst } = written(of);
      const read = readSheet(bytes, { ...NO_TERMS, dateOrder: isDayFirst ? 'dmy' : 'mdy' });
      expect(read.columns).toEqual(columns);
      expect(read.rows).toEqual(rows);
      expect(read.skipped.map(({ line }) => line)).toEqual(skipped);
      expect(read.notes).toEqual([]);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
  );
});

const PIECES = [
  ...[
    'date',
    'Дата',
    'time',
    'title',
    'text',
    'status',
    'sep=',
    'BEGIN:VCALENDAR',
    '2026-11-23',
    '3/4/2026',
    '23.11.2026',
  ],
  ...[
    '0000-01-01',
    '9999-12-31',
    'T23:59',
    '+14:00',
    '-12:00',
    'Z',
    ' 9 AM',
    '99',
    'Nov',
    'пн',
    '__proto__',
    '-1',
    '.',
    '/',
  ],
  ...[
    ',',
    ';',
    '\t',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\u00a0',
    '\u0301',
    '\ud83c\udf72',
    '\u001b',
    '\u2028',
    'x',
  ],
];
const noise = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''));

test('nothing is thrown but why a sheet cannot be read', () => {
  const text = fc.oneof(
    noise,
    noise.map((rest) => `date,time,title\n2026-11-23,09:00,A\n${rest}`),
    noise.map((rest) => `date;text\n${rest}`),
    noise.map((rest) => `date\n${rest}\n2026-11-23`),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        text.map((of) => Buffer.from(of)),
        fc.uint8Array({ maxLength: 60 }).map(Buffer.from),
      ),
      fc.constantFrom(null, 'Europe/Kyiv', 'America/New_York'),
      fc.constantFrom(null, 'dmy', 'mdy'),
      (bytes, timezone, dateOrder) => {
        const refusal = refusalOf(bytes, { ...NO_TERMS, timezone, dateOrder });
        expect(refusal).not.toContain('\n');
        if (refusal !== 'was read') return;
        const { rows, skipped } = readSheet(bytes, { ...NO_TERMS, timezone, dateOrder });
        const lines = [...rows, ...skipped].map(({ line }) => line);
        expect(new Set(lines).size).toBe(lines.length);
        for (const { date } of rows) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 2000) },
  );
});

test('a sheet with an error anywhere is read or refused', () => {
  fc.assert(
    fc.property(sheet, fc.nat(), fc.nat(9), fc.constantFrom(...PIECES), (of, place, length, piece) => {
      const { bytes } = written(of);
      const at = place % (bytes.length + 1);
      const broken = Buffer.concat([bytes.subarray(0, at), Buffer.from(piece), bytes.subarray(at + length)]);
      try {
        readSheet(broken, NO_TERMS);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableSchedule);
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
  );
});
