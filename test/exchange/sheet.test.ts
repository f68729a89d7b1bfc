import { describe, expect, test } from 'vitest';
import { bareRow, refusalOf, sheetOf } from './reading.ts';

test('a plain sheet', () => {
  const text = [
    'date,time,channel,category,title,text,status, Who ',
    '2026-11-23,09:00,facebook,branded,Autumn menu,"Soup, and\r\n""more""",approved, Olena',
    '2026-11-24,,"telegram; VK | x,y",,Idea,,On Hold,',
  ].join('\r\n');
  expect(sheetOf(text)).toEqual({
    columns: ['date', 'time', 'channel', 'category', 'title', 'text', 'status', ' Who '],
    rows: [
      {
        ...bareRow(2, '2026-11-23'),
        time: '09:00',
        channels: ['facebook'],
        category: 'branded',
        title: 'Autumn menu',
        text: 'Soup, and\n"more"',
        status: 'approved',
        cells: [
          '2026-11-23',
          '09:00',
          'facebook',
          'branded',
          'Autumn menu',
          'Soup, and\n"more"',
          'approved',
          ' Olena',
        ],
      },
      {
        ...bareRow(4, '2026-11-24'),
        channels: ['telegram', 'VK', 'x', 'y'],
        title: 'Idea',
        status: 'on_hold',
        goesOut: false,
      },
    ],
    headerLine: 1,
    unread: [{ name: 'Who', column: 7, instead: null, isFallback: false }],
    remarks: [],
    columnChannels: [],
    slots: expect.any(Function),
    ideas: [],
    skipped: [],
    notes: [],
  });
});

test("Buffer's sheet", () => {
  const text =
    'Text,Image URL,Tags,Posting Time\nHello,,"#promo, fun",2026-11-23 09:00\n,https://x.example/a.png,,2026-11-24 10:00\n';
  expect(sheetOf(text).rows).toEqual([
    { ...bareRow(2, '2026-11-23'), time: '09:00', labels: ['promo', 'fun'], text: 'Hello' },
    { ...bareRow(3, '2026-11-24'), time: '10:00' },
  ]);
});

test('cells that a spreadsheet would run are text', () => {
  const { rows } = sheetOf('date,title,text,id\n2026-11-23,=1+1,\u001b[31mred,@me\n2026-11-24,+1,-1,\n');
  expect(rows).toEqual([
    { ...bareRow(2, '2026-11-23'), title: '=1+1', text: '\u001b[31mred', id: '@me' },
    { ...bareRow(3, '2026-11-24'), title: '+1', text: '-1' },
  ]);
});

describe('headers', () => {
  const NAMES: readonly (readonly [role: string, names: readonly string[]])[] = [
    ['time', ['time', 'Время', 'ЧАС', ' Time ']],
    ['channels', ['channel', 'Channels', 'канал', 'каналы', 'Канали', 'соцсеть', 'Соцмережа']],
    ['category', ['category', 'Рубрика', 'категория', 'КАТЕГОРІЯ', 'катего\u0440і\u044f']],
    ['labels', ['label', 'labels', 'метка', 'мітка', 'tag', 'Tags', 'теги', 'format', 'Формат']],
    ['title', ['title', 'Тема', 'заголовок']],
    ['text', ['text', 'Текст']],
    ['id', ['ID']],
    ['goesOut', ['status', 'СТАТУС']],
  ];
  const CELLS: Readonly<Record<string, readonly [string, unknown]>> = {
    time: ['10:00', '10:00'],
    channels: ['a', ['a']],
    labels: ['a', ['a']],
    goesOut: ['paused', false],
  };

  test.each(NAMES.flatMap(([role, names]) => names.map((name) => [role, name] as const)))(
    '%s: %s',
    (role, name) => {
      const [cell, value] = CELLS[role] ?? ['a', 'a'];
      const { rows } = sheetOf(`${name},date\n${cell},2026-11-23\n`);
      const also = role === 'goesOut' ? { status: 'on_hold' } : { format: rows[0]?.format };
      expect(rows).toEqual([{ ...bareRow(2, '2026-11-23'), ...also, [role]: value }]);
    },
  );

  test.each([
    'date',
    'DATE',
    '  Date\t',
    'Дата',
    'posting time',
    'Posting  Time',
    'Date and time',
    'datetime',
    'Дата и время',
    'Дата\u00a0і час',
  ])('a date: %s', (name) => {
    expect(sheetOf(`"${name}",id\n2026-11-23,1\n`).rows).toEqual([{ ...bareRow(2, '2026-11-23'), id: '1' }]);
  });

  test.each(['* Date', 'Date:', '\ud83d\udcc5 Date', 'Date (Europe/Kyiv)', '(1) Date'])(
    'with signs: %s',
    (name) => {
      expect(sheetOf(`"${name}",title\n2026-11-23,A\n`).rows).toHaveLength(1);
    },
  );

  test.each([
    ['Subject,Start Date,Start Time,Description', 'A', 'B'],
    ['Name,Publish date,publish time,Caption', 'A', 'B'],
    ['назва,дата,час,text', 'A', 'B'],
  ])('by what tools call them: %s', (header, title, text) => {
    const { rows } = sheetOf(`${header}\nA,2026-11-23,9:00 AM,B\n`);
    expect(rows).toEqual([{ ...bareRow(2, '2026-11-23'), time: '09:00', title, text }]);
  });

  test('by such a name only where nothing better is there', () => {
    const { rows } = sheetOf('date,name,title,caption,text\n2026-11-23,x,A,y,B\n');
    expect(rows).toEqual([{ ...bareRow(2, '2026-11-23'), title: 'A', text: 'B' }]);
  });

  test('but none for the words of posts where there is no column that is not known', () => {
    expect(sheetOf('date,time,channel,category\n2026-11-23,09:00,vk,fun\n').rows).toHaveLength(1);
  });

  test('are read in decomposed Unicode', () => {
    expect(sheetOf(`date;${'категорія'.normalize('NFD')}\n2026-11-23;a`).rows[0]?.category).toBe('a');
  });

  test('may stand below titles', () => {
    const { rows, skipped } = sheetOf('\nContent plan\n,,\n"Shop\nautumn",x\ndate,title\n2026-11-23,A\n');
    expect(rows).toEqual([{ ...bareRow(7, '2026-11-23'), title: 'A' }]);
    expect(skipped).toEqual([
      { line: 1, reason: 'is blank' },
      { line: 2, reason: 'is above the header' },
      { line: 3, reason: 'is blank' },
      { line: 4, reason: 'is above the header' },
    ]);
  });

  test('are looked for on twenty lines', () => {
    expect(sheetOf(`${'\n'.repeat(19)}date\n2026-11-23\n`).rows).toEqual([bareRow(21, '2026-11-23')]);
    expect(refusalOf(`${'x\n'.repeat(20)}date\n2026-11-23\n`)).toContain('has no column named "date"');
  });
});

describe('delimiters', () => {
  test.each([',', ';', '\t'])('%j', (delimiter) => {
    const text = `date,title\n2026-11-23,"a,b;c\td"\n`.replace(/(?<=date|23),/g, delimiter);
    expect(sheetOf(text).rows).toEqual([{ ...bareRow(2, '2026-11-23'), title: 'a,b;c\td' }]);
  });

  test('the one under which most columns are known', () => {
    const { rows } = sheetOf('notes, date;date;title;a,b,c\nx;2026-11-23;A;y\n');
    expect(rows).toEqual([{ ...bareRow(2, '2026-11-23'), title: 'A' }]);
  });

  test.each([
    ['sep=;\n', ';'],
    ['SEP=,\r\n', ','],
    ['\ufeffsep=|\n', '|'],
    ['sep=\t\r', '\t'],
  ])('%j says which', (line, delimiter) => {
    const { rows, skipped } = sheetOf(`${line}date,title\n2026-11-23,A\n`.replaceAll(',', delimiter));
    expect(rows).toEqual([{ ...bareRow(3, '2026-11-23'), title: 'A' }]);
    expect(skipped).toEqual([]);
  });
});

describe('lines', () => {
  test.each(['\n', '\r\n', '\r'])('with %j', (newline) => {
    const text = 'date,title,text\n\n2026-11-23,"a\n\nb",\n2026-11-24,"c",d\n\n2026-11-25,e,"\n"\n\n';
    const { rows, skipped } = sheetOf(text.replaceAll('\n', newline));
    expect(rows.map(({ line }) => line)).toEqual([3, 6, 8]);
    expect(skipped.map(({ line }) => line)).toEqual([2, 7, 10]);
  });

  test('with breaks of all kinds', () => {
    const { rows } = sheetOf('date,title\r\n2026-11-23,"a\rb\nc\r\nd"\r2026-11-24,e\n\r2026-11-25,f');
    expect(rows.map(({ line, title }) => [line, title])).toEqual([
      [2, 'a\nb\nc\nd'],
      [6, 'e'],
      [8, 'f'],
    ]);
  });

  test('beyond the stretches in which a sheet is read', () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `2026-11-23,"${index}\n${'x'.repeat(index % 90)}"\n\n`,
    );
    const read = sheetOf(`date,title\n${rows.join('')}`);
    expect(read.rows.map(({ line }) => line)).toEqual(rows.map((_, index) => 2 + 3 * index));
    expect(read.rows.map(({ title }) => title?.split('\n')[0])).toEqual(rows.map((_, index) => `${index}`));
    expect(read.skipped).toHaveLength(3000);
  });
});

describe('lines that stand for no post', () => {
  const skippedOf = (text: string) => sheetOf(text).skipped.map(({ line, reason }) => ({ line, reason }));

  test('blank ones', () => {
    expect(skippedOf('date,title\n2026-11-23,A\n\n , \n"",""\n\n')).toEqual(
      [3, 4, 5, 6].map((line) => ({ line, reason: 'is blank' })),
    );
  });

  test('ragged ones', () => {
    expect(skippedOf('date,title,text\n2026-11-23\n2026-11-23,a,b,c\n2026-11-23,a\n')).toEqual([
      { line: 2, reason: 'has 1 cell where the header has 3' },
      {
        line: 3,
        reason: 'has 4 cells where the header has 3; put a text with a comma in it in double quotes',
      },
      { line: 4, reason: 'has 2 cells where the header has 3' },
    ]);
    expect(skippedOf('date;title\n2026-11-23;a;b\n')[0]?.reason).toContain('a text with a semicolon in it');
    expect(skippedOf('date\ttitle\n2026-11-23\ta\tb\n')[0]?.reason).toContain('a text with a tab in it');
    expect(skippedOf('sep=|\ndate|title\n2026-11-23|a|b\n')[0]?.reason).toContain('a text with a "|" in it');
  });

  test('ideas, legends, empty slots', () => {
    expect(
      skippedOf('date,title,text\n,Dog interview,\nRed: urgent,,\n2026-11-23,, \n2026-11-23,a,\n'),
    ).toEqual([
      { line: 2, reason: 'has no date, so it is an idea' },
      { line: 3, reason: '"Red: urgent" is not a date' },
      { line: 4, reason: 'has neither a title nor a text' },
    ]);
  });

  test('but every row with a date counts where there is no column for a post', () => {
    expect(sheetOf('date,channel\n2026-11-23,\n').rows).toEqual([bareRow(2, '2026-11-23')]);
  });

  test('a picture alone is a post', () => {
    expect(sheetOf('date,media,text\n2026-11-23,a.png,\n').rows).toEqual([bareRow(2, '2026-11-23')]);
  });

  test('an empty slot brings no note and needs no zone', () => {
    expect(sheetOf('date,time,title\n2026-11-23,soon,\n2026-11-23,09:00Z,\n').notes).toEqual([]);
  });
});

test('a header alone is a schedule without rows', () => {
  expect(sheetOf('date,title')).toMatchObject({
    columns: ['date', 'title'],
    rows: [],
    skipped: [],
    notes: [],
  });
  expect(sheetOf('date,title\n,A\n').rows).toEqual([]);
});

test('labels: the label, the format, the tags', () => {
  const { rows } = sheetOf('format;date;tags;label\njoke;2026-11-23;#a, b|# c,,;Fun, light\n;2026-11-24;;\n');
  expect(rows.map(({ labels }) => labels)).toEqual([['Fun, light', 'joke', 'a', 'b', 'c'], []]);
});

test.each([
  ...[
    'cancelled',
    'Canceled',
    'on hold',
    'ON_HOLD',
    'On-Hold',
    ' paused ',
    '\u274c Cancelled',
    'Rejected',
    'Failed',
    'відмінено',
  ],
  ...['Отменён', 'отменен', 'отменена', 'отменено', 'отмена', 'на паузе', 'приостановлено', 'отложено'],
  ...['скасовано', 'скасований', 'на паузі', 'призупинено', 'Відкладено'],
])('with the status %j a post does not go out', (status) => {
  expect(sheetOf(`date,status\n2026-11-23,${status}\n`).rows[0]?.goesOut).toBe(false);
});

test.each(['', 'approved', 'draft', 'готово', 'not cancelled'])('with the status %j it does', (status) => {
  expect(sheetOf(`date,status\n2026-11-23,${status}\n`).rows[0]?.goesOut).toBe(true);
});

test('quotes inside a cell are characters', () => {
  const { rows } = sheetOf('date,title,text\n2026-11-23,5" pizza,"Soup" of the day\n2026-11-24,a,b\n');
  expect(rows).toEqual([
    { ...bareRow(2, '2026-11-23'), title: '5" pizza', text: '"Soup" of the day' },
    { ...bareRow(3, '2026-11-24'), title: 'a', text: 'b' },
  ]);
});

test('a status that is not known is said', () => {
  expect(sheetOf('date,title,status\n2026-11-23,A,green\n2026-11-24,B,Scheduled\n').notes).toEqual([
    {
      line: 2,
      reason:
        '"green" is not a known status, so the post counts as one that goes out; write cancelled if it does not',
    },
  ]);
});

test('a day that stands in the first row of its posts alone', () => {
  expect(sheetOf('date,time,title\n2026-11-23,09:00,A\n,12:00,B\n').skipped).toEqual([
    { line: 3, reason: 'has a time but no date; write the date in every row', words: ['12:00', 'B'] },
  ]);
});
