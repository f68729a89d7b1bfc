import { describe, expect, test } from 'vitest';
import { refusalOf, sheetOf } from './reading.ts';

/** Kinds of sheets that were read wrongly or not at all, each with the shape that shows it. */

const first = (text: string, terms = {}) => sheetOf(text, terms).rows[0];

describe('columns', () => {
  test.each([
    'publish_time',
    'post_time',
    'Post Time',
    'postTime',
    'POSTING TIME',
    'time (24h)',
    'Time 24hr',
    'jam',
    'Время',
  ])('a time: %s', (name) => {
    expect(first(`date,title,${name}\n2026-11-30,A,9:15\n`)?.time).toBe('09:15');
  });

  test.each([
    'Platform',
    'площадка',
    'Plateforme',
    'profile',
    'Network',
    'social_network',
    'Platforms',
    'Майданчик',
    'Account',
  ])('a channel: %s', (name) => {
    expect(first(`date,title,${name}\n2026-11-30,A,IG\n`)?.channels).toEqual(['IG']);
  });

  test.each(['media_url', 'gifUrl', 'videoUrls', 'Image', 'Визуал'])('media: %s', (name) => {
    expect(sheetOf(`date,text,${name}\n2026-11-30,,a.png\n`).rows).toHaveLength(1);
  });

  test.each(['Content Pillar', 'content_pillar', 'Rubric', 'Рубрика', 'bucket'])('a category: %s', (name) => {
    expect(first(`date,title,${name}\n2026-11-30,A,Fun\n`)?.category).toBe('Fun');
  });

  test('of several for one thing the likeliest is read, and the others are said', () => {
    const { rows, unread } = sheetOf('Date,Topic,Title,Category,Pillar,CTA\n2026-11-30,x,A,Fun,Deep,go\n');
    expect(rows[0]).toMatchObject({ title: 'A', category: 'Fun' });
    expect(unread).toEqual([
      { name: 'Topic', column: 1, instead: 'Title', isFallback: true },
      { name: 'Pillar', column: 4, instead: 'Category', isFallback: false },
      { name: 'CTA', column: 5, instead: null, isFallback: false },
    ]);
  });

  test('one that is not read but has the words of a row is read there', () => {
    expect(first('Date,Hook,Concept\n2026-11-30,,A film\n')?.title).toBe('A film');
  });

  test('Notes twice, Tags with Hashtags, Date with Posting Time are clear', () => {
    expect(first('date,title,Notes,Notes\n2026-11-30,A,x,y\n')?.title).toBe('A');
    expect(first('date,title,Tags,Hashtags\n2026-11-30,A,x,#y\n')?.labels).toEqual(['x']);
    expect(first('Date,Posting Time,title\n2026-11-30,14:00,A\n')).toMatchObject({
      date: '2026-11-30',
      time: '14:00',
    });
    expect(first('Day,Posting Time,title\nMon,2026-11-30 14:00,A\n')).toMatchObject({
      date: '2026-11-30',
      time: '14:00',
    });
  });

  test('of two parts, a column is either', () => {
    expect(first('Date,Hook/Title,Copy/Notes\n2026-11-30,A,B\n')).toMatchObject({ title: 'A', text: 'B' });
  });

  test('names such as Type and Name count only where no other column does', () => {
    expect(first('Date,Type,Name\n2026-11-30,reel,A\n')).toMatchObject({ format: 'reel', title: 'A' });
    expect(first('Date,Type,Format,Name,Title\n2026-11-30,x,reel,Olena,A\n')).toMatchObject({
      format: 'reel',
      title: 'A',
    });
    const olenas = ['30', '29', '28'].map((day) => `2026-11-${day},Olena,words\n`).join('');
    expect(sheetOf(`Date,Name,Text\n${olenas}`).rows.map(({ title }) => title)).toEqual([null, null, null]);
  });

  test('numbers of posts are no words', () => {
    const { rows, unread } = sheetOf('Post,Date,Title\n1,2026-11-30,A\n2,2026-12-01,B\n');
    expect(rows[0]).toMatchObject({ title: 'A', text: null });
    expect(unread).toEqual([{ name: 'Post', column: 0, instead: null, isFallback: false }]);
    expect(first('Post #,Date,Title\n1,2026-11-30,A\n')?.text).toBeNull();
  });

  test('what a column has can be said', () => {
    const text = 'date,Gist,Rubrik\n2026-11-30,A,Fun\n';
    expect(first(text, { columns: [['title', 'Gist']] })).toMatchObject({ title: 'A', category: null });
    const names = [
      ['title', 'Tema'],
      ['title', 'gist'],
      ['category', 'Rubrik'],
    ];
    expect(first(text, { columnNames: names })).toMatchObject({ title: 'A', category: 'Fun' });
    expect(refusalOf(text, { columns: [['title', 'Gits']] })).toBe(
      'has no column "Gits", which is given for the title; did you mean "Gist"?',
    );
  });

  test('a column called __proto__ is a column', () => {
    expect(sheetOf('date,title,__proto__\n2026-11-30,A,x\n').unread).toEqual([
      { name: '__proto__', column: 2, instead: null, isFallback: false },
    ]);
  });
});

describe('channels', () => {
  const channels = ['instagram', 'linkedin', 'M&M\u2019s', 'north/south'];
  test.each([
    ['Instagram + LinkedIn', ['Instagram', 'LinkedIn']],
    ['Instagram / LinkedIn', ['Instagram', 'LinkedIn']],
    ['IG/FB', ['IG', 'FB']],
    ['X/Twitter', ['X/Twitter']],
    ['Instagram and LinkedIn', ['Instagram', 'LinkedIn']],
    [
      '\u0418\u043d\u0441\u0442\u0430\u0433\u0440\u0430\u043c \u0438 \u0422\u0435\u043b\u0435\u0433\u0440\u0430\u043c',
      [
        '\u0418\u043d\u0441\u0442\u0430\u0433\u0440\u0430\u043c',
        '\u0422\u0435\u043b\u0435\u0433\u0440\u0430\u043c',
      ],
    ],
    ['M&M\u2019s', ['M&M\u2019s']],
    ['north/south', ['north/south']],
    ['Salt & Pepper', ['Salt & Pepper']],
    ['Instagram & Blog of Anna', ['Instagram & Blog of Anna']],
    ['IG\nLI', ['IG', 'LI']],
    ['Instagram (Kyiv)', ['Instagram (Kyiv)']],
  ])('%j', (cell, names) => {
    expect(first(`date;title;channel\n2026-11-30;A;"${cell}"\n`, { channels })?.channels).toEqual(names);
  });

  test('brackets are a format where they have a known one', () => {
    expect(first('date,title,channel\n2026-11-30,A,Instagram (Reels)\n', { channels })).toMatchObject({
      channels: ['Instagram'],
      format: 'Reels',
    });
  });

  test('columns with yes and no are the channels', () => {
    const { rows, columnChannels } = sheetOf(
      'date,title,Facebook,X/Twitter,LinkedIn,Draft\n2026-11-30,A,TRUE,FALSE,x,FALSE\n2026-12-01,B,\u2713,,no,TRUE\n',
    );
    expect(rows.map((row) => row.channels)).toEqual([['Facebook', 'LinkedIn'], ['Facebook']]);
    expect(rows.map(({ goesOut, status }) => [goesOut, status])).toEqual([
      [true, 'approved'],
      [false, 'draft'],
    ]);
    expect(columnChannels).toEqual(['Facebook', 'X/Twitter', 'LinkedIn']);
  });

  test('columns of one channel each have its words', () => {
    const { rows } = sheetOf(
      'date,title,Caption (LinkedIn),Caption: Instagram\n2026-11-30,A,in,ig\n2026-12-01,B,,ig\n',
    );
    expect(rows.map(({ channels: names, text }) => [...names, text])).toEqual([
      ['LinkedIn', 'in'],
      ['Instagram', 'ig'],
      ['Instagram', 'ig'],
    ]);
    expect(
      sheetOf('date,Instagram,LinkedIn\n2026-11-30,words,\n').rows.map((row) => [...row.channels, row.text]),
    ).toEqual([['Instagram', 'words']]);
  });
});

describe('times and zones', () => {
  const timezone = 'Europe/Kyiv';
  const at = (text: string, terms = {}) => {
    const row = first(text, { timezone, ...terms });
    return `${row?.date} ${row?.time}`;
  };

  test.each([
    ['Time (UTC)', '2026-11-30 09:00'],
    ['time_wib', '2026-11-30 02:00'],
    ['Time (Asia/Jakarta)', '2026-11-30 02:00'],
    ['Time (UTC+1)', '2026-11-30 08:00'],
    ['Time (Kyiv)', '2026-11-30 07:00'],
    ['Time (24h)', '2026-11-30 07:00'],
    ['Time (HH:MM)', '2026-11-30 07:00'],
  ])('the zone of %s', (name, moment) => {
    expect(at(`date,title,${name}\n2026-11-30,A,07:00\n`)).toBe(moment);
  });

  test('a zone behind a time beats a column of zones, which beats the header', () => {
    expect(at('date,title,time\n2026-11-30,A,19:17 WIB\n')).toBe('2026-11-30 14:17');
    const text = (time: string, zone: string) =>
      `date,title,Time (UTC),Timezone\n2026-11-30,A,${time},${zone}\n`;
    expect(at(text('07:00 MSK', 'WIB'))).toBe('2026-11-30 06:00');
    expect(at(text('07:00', 'WIB'))).toBe('2026-11-30 02:00');
    expect(at(text('07:00', ''))).toBe('2026-11-30 09:00');
  });

  test('a zone in doubt is asked for', () => {
    const text = 'date,title,time\n2026-11-30,A,9:00 AM EST\n';
    expect(refusalOf(text, { timezone })).toBe(
      'has times in "EST" (line 2), which may mean more than one time zone; say which, such as --zone EST=America/New_York',
    );
    expect(at(text, { zones: new Map([['est', 'America/New_York']]) })).toBe('2026-11-30 16:00');
    expect(refusalOf('date,title,Time (London)\n2026-11-30,A,9:00\n', { timezone })).toContain(
      '--zone London=Europe/London',
    );
    expect(refusalOf('date,title,time,timezone\n2026-11-30,A,9:00,office\n', { timezone })).toContain(
      '--zone "office=Europe/Kyiv"',
    );
  });

  test('moments that are all midnight have no times', () => {
    expect(at('date,title\n2026-11-30 00:00:00,A\n2026-12-01 00:00:00,B\n')).toBe('2026-11-30 null');
    expect(at('date,title\n2026-11-30 00:00:00,A\n2026-12-01 10:00:00,B\n')).toBe('2026-11-30 00:00');
  });

  test('marks around a date are not seen', () => {
    expect(at('date,title\n\u200e2026-11-30\u200f,A\n')).toBe('2026-11-30 null');
  });
});

describe('days', () => {
  test('numbers of days and weeks need the first day', () => {
    const weeks = 'Week,Day,Title\nWeek 1,Mon,A\n2,\u0432\u0456\u0432\u0442\u043e\u0440\u043e\u043a,B\n';
    expect(refusalOf(weeks, { around: '2026-11-30' })).toBe(
      'has weekdays instead of dates, such as "Week 1 Mon" (line 2); add --start and the first day, such as --start 2026-11-30',
    );
    const start = '2026-11-30';
    expect(sheetOf(weeks, { start }).rows.map(({ date }) => date)).toEqual(['2026-11-30', '2026-12-08']);
    expect(sheetOf('Day,Title\n1,A\n30,B\n', { start }).rows.map(({ date }) => date)).toEqual([
      '2026-11-30',
      '2026-12-29',
    ]);
    // Week 1 begins on the first day, whatever weekday that is.
    expect(first('Week,Day,Title\n1,Mon,A\n', { start: '2026-12-02' })?.date).toBe('2026-12-07');
  });

  test('a weekday that is not that of the date is said', () => {
    expect(sheetOf('Date,Day,Title\n2026-11-30,Monday,A\n2026-12-01,Wed,B\n').notes).toEqual([
      {
        line: 3,
        reason:
          'is dated Tue 1 Dec, although the row says Wednesday; the date counts, so correct one of the two',
      },
    ]);
  });

  test('dates without a year need one', () => {
    const text = 'date,title\n30 Nov,A\n"Tue, Dec 1",B\n02.12,C\n';
    expect(refusalOf(text)).toBe(
      'has dates without a year, such as "30 Nov" (line 2); add --year 2026 if that is the year',
    );
    expect(sheetOf(text, { year: 2026 }).rows.map(({ date }) => date)).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
    ]);
  });

  test('days side by side are refused', () => {
    expect(refusalOf('Channel,Mon,Tue,Wed,Thu\nIG,a,b,c,d\n')).toBe(
      'has its days side by side (line 1), but cmplan reads one post in each row; give each post a row, with columns such as date,time,channel,category,title,text,status',
    );
  });

  test('an idea of the backlog is no post, whatever its number', () => {
    expect(sheetOf('Day,Title,Status\n1,A,Backlog\n', { start: '2026-11-30' }).skipped).toMatchObject([
      { line: 2, reason: 'has the status "Backlog", so it is an idea' },
    ]);
  });
});

test('a quotation mark behind a space holds its cell together', () => {
  expect(first('date, title, text\n2026-11-30, "A, b", c\n')).toMatchObject({ title: 'A, b', text: 'c' });
  expect(first('date,title,text\n2026-11-30, "A, ""b""","c, d"\n')).toMatchObject({
    title: 'A, "b"',
    text: 'c, d',
  });
});

test('a table in Markdown is named', () => {
  expect(refusalOf('| Date | Title |\n|---|---|\n| 2026-11-30 | A |\n')).toBe(
    'is a table in Markdown; paste it into a spreadsheet, and save the sheet as CSV',
  );
});

test('a legend is no idea', () => {
  const { skipped } = sheetOf('Channel,Date,Title\nIG,2026-11-30,A\nLegend:,,\ngreen,,\n');
  expect(skipped.map(({ reason }) => reason)).toEqual([
    'has neither a date nor a title',
    'has neither a date nor a title',
  ]);
});

test.each(['live', 'Posted', 'sent'])('with the status %s a post is out', (status) => {
  expect(first(`date,title,status\n2026-11-30,A,${status}\n`)?.isOut).toBe(true);
});

describe('what fresh eyes found', () => {
  const timezone = 'Europe/Kyiv';

  test('the column of dates can be one that cmplan would not know', () => {
    const text = 'Wann,Titel\n30.11.2026,A\n';
    expect(refusalOf(text)).toContain('has no column named "date"');
    expect(first(text, { columns: [['date', 'Wann']] })).toMatchObject({ date: '2026-11-30', title: 'A' });
    expect(first(text, { columnNames: [['date', 'wann']] })?.date).toBe('2026-11-30');
  });

  test('a zone in the header of dates is that of the times', () => {
    expect(first('Date (UTC),Time,Title\n2026-11-30,23:30,A\n', { timezone })).toMatchObject({
      date: '2026-12-01',
      time: '01:30',
    });
  });

  test('a moment in the column of times has its time there', () => {
    expect(first('Date,Posting Time,Title\n2026-11-30,2026-11-30 9:00 AM,A\n')?.time).toBe('09:00');
    expect(first('Date,Publish time,Title\nLifetime,2026-11-30 9:00,A\n')).toMatchObject({
      date: '2026-11-30',
      time: '09:00',
    });
  });

  test('weeks may be those of the calendar', () => {
    const text = 'Week,Day,Title\n49,Mon,A\n,Tue,B\n50,Mon,C\n';
    const dates = ['2026-11-30', '2026-12-01', '2026-12-07'];
    expect(sheetOf(text, { start: '2026-11-30' }).rows.map(({ date }) => date)).toEqual(dates);
    expect(
      sheetOf(text.replace('49', '2026-W49').replace('50', '2026-W50')).rows.map(({ date }) => date),
    ).toEqual(dates);
  });

  test('days and months in two columns are refused', () => {
    expect(refusalOf('Month,Day,Title\nJan,1,A\n', { start: '2026-11-30' })).toBe(
      'has the months in a column of their own, "Month"; write whole dates into one column "date", such as 2026-11-23',
    );
  });

  test('dates in another column than the weekdays are named', () => {
    expect(refusalOf('Day,Termin,Title\nMon,2026-11-30,A\n')).toBe(
      'has dates in its column "Termin"; if these are the days of the posts, add --column "date=Termin"',
    );
  });

  test('what belongs to one channel is not true of the others', () => {
    const { rows, unread } = sheetOf(
      'date,title,channel,Status (Instagram)\n2026-11-30,A,facebook,cancelled\n',
    );
    expect(rows[0]?.goesOut).toBe(true);
    expect(unread).toEqual([{ name: 'Status (Instagram)', column: 3, instead: null, isFallback: false }]);
  });

  test('a channel in its cell beside a column of another channel is kept', () => {
    const { rows } = sheetOf('date,title,channel,Caption (LinkedIn)\n2026-11-30,A,Instagram,in\n');
    expect(rows.map(({ channels, text }) => [...channels, text])).toEqual([
      ['LinkedIn', 'in'],
      ['Instagram', null],
    ]);
  });

  test('one odd cell does not drop the column of a network', () => {
    const { rows, columnChannels } = sheetOf(
      'date,title,IG\n2026-11-30,A,x\n2026-12-01,B,maybe\n2026-12-02,C,WAHR\n',
    );
    expect(columnChannels).toEqual(['IG']);
    expect(rows.map(({ channels }) => channels)).toEqual([['IG'], [], ['IG']]);
  });

  test('a column of drafts with words is not read, and that is said', () => {
    expect(sheetOf('date,title,Draft\n2026-11-30,A,first words\n').unread).toEqual([
      { name: 'Draft', column: 2, instead: null, isFallback: false },
    ]);
  });

  test('a status without letters is said, a dash is none', () => {
    const { notes } = sheetOf(
      'date,title,status\n2026-11-30,A,\u274c\n2026-12-01,B,-\n2026-12-02,C,Published / \u041e\u043f\u0443\u0431\u043b\u0456\u043a\u043e\u0432\u0430\u043d\u043e\n',
    );
    expect(notes.map(({ line }) => line)).toEqual([2]);
  });

  test('a picture in any of its columns makes a post', () => {
    expect(sheetOf('date,text,Image URL 1,Image URL 2\n2026-11-30,,,b.png\n').rows).toHaveLength(1);
  });

  test('a span of days is no day without a year', () => {
    expect(sheetOf('date,title\n2026-11-30,A\n"Nov 30 - Dec 2, 2026",B\n').skipped[0]?.reason).toBe(
      '"Nov 30 - Dec 2, 2026" is not a date',
    );
  });

  test('the words of a row with a date that cannot be read are kept', () => {
    expect(sheetOf('date,title\n2026-11-30,A\nTBD,Bread\n').skipped).toMatchObject([
      { line: 3, words: ['TBD', 'Bread'], fault: 'date' },
    ]);
  });

  test('dates side by side are named', () => {
    expect(refusalOf('Channel,30.11.2026,01.12.2026,02.12.2026\nIG,a,b,c\n')).toContain(
      'has its days side by side (line 1)',
    );
  });

  test('words under the names of networks are their posts where there is only a title', () => {
    const { rows } = sheetOf('date,Theme,Instagram,LinkedIn\n2026-11-30,A,ig,in\n2026-12-01,B,,in\n');
    expect(rows.map(({ channels, text }) => [...channels, text])).toEqual([
      ['Instagram', 'ig'],
      ['LinkedIn', 'in'],
      ['LinkedIn', 'in'],
    ]);
  });
});

test.each([
  ['1er d\u00e9cembre 2026', '2026-12-01'],
  ['2 d\u00e9c. 2026', '2026-12-02'],
  ['3 Desember 2026', '2026-12-03'],
  ['4. Dezember 2026', '2026-12-04'],
  ['5 dic 2026', '2026-12-05'],
  ['Mo, 07.12.2026', '2026-12-07'],
])('a date in another language: %s', (cell, day) => {
  expect(first(`date;title\n${cell};A\n`)?.date).toBe(day);
});

test('a December before a January without years is said', () => {
  const { notes } = sheetOf('date,title\n30 Nov,A\n1 Dec,B\n15 Jan,C\n', { year: 2026 });
  expect(notes).toEqual([
    { line: 4, reason: 'counts in 2026, like all dates without a year; if a new year begins here, write it' },
  ]);
});

test('a profile has its network in brackets', () => {
  expect(first('date,title,profile\n2026-11-30,A,Bakery (Facebook)\n')?.channels).toEqual(['Facebook']);
});

test('a cell that is neither yes nor no is said', () => {
  expect(sheetOf('date,title,IG\n2026-11-30,A,x\n2026-12-01,B,maybe\n2026-12-02,C,x\n').notes).toEqual([
    { line: 3, reason: '"maybe" in the column "IG" is neither yes nor no, so it counts as no' },
  ]);
});
