import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runInProcess, type World } from './run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const NOW = () => Date.UTC(2026, 10, 18, 12);

/** Imports a sheet with this text. */
function imported(text: string, args: readonly string[] = [], world: World = {}) {
  put('a.csv', text);
  return runInProcess(['import', 'a.csv', ...args], folder, { now: NOW, ...world });
}

const written = () =>
  existsSync(path.join(folder, 'plans')) ? readdirSync(path.join(folder, 'plans')).sort() : [];

const SHEET = `Date,Time,Channel,Pillar,Title,Caption,Status,CTA
2026-11-24,10:00,telegram,how-to,Five soups,,Scheduled,
2026-11-23,09:00,facebook,branded,Autumn menu,"Soup, bread",Draft,Call
2026-11-30,,facebook,emotional,The office dog,"First
second: line",,
2026-11-25,18:00,telegram,functional,,,,
,,,emotional,An idea,,,
Legend,,,,,,,
`;

describe('what comes out', () => {
  test('a plan for each week, as cmplan new writes it', async () => {
    const { status, stdout, stderr } = await imported(SHEET);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toBe(
      [
        'cmplan: a.csv: kept under keys of their own: "CTA" as x-cta; leave one out with --drop',
        'cmplan: a.csv:8: "Legend" is not a date',
        'cmplan: a.csv: 6 rows = 3 posts + 1 open slot + 1 idea + 1 left out',
        '',
      ].join('\n'),
    );
    expect(written()).toEqual(['2026-W48.yaml', '2026-W49.yaml']);
    expect(read('plans/2026-W48.yaml')).toMatch(
      /^# yaml-language-server: .+\n# Made from a sheet by cmplan import\. .+\n/,
    );
    expect(read('plans/2026-W48.yaml').split('\n').slice(2).join('\n')).toBe(`week: 2026-W48
channels: [telegram, facebook]
posts:
  mon: # 23 Nov, room: telegram 12 and facebook 11
    - { time: "09:00", channel: facebook, category: branded,    title: Autumn menu, text: "Soup, bread", x-cta: Call }
  tue: # 24 Nov, room: telegram 11 and facebook 12
    - { time: "10:00", channel: telegram, category: functional, title: Five soups, status: scheduled, x-pillar: how-to }
  wed: # 25 Nov, room: telegram 11 and facebook 12
    - { time: "18:00", channel: telegram, category: functional, title: "" }
  thu: # 26 Nov, room for 12 more on each channel
  fri: # 27 Nov, room for 12 more on each channel
  sat: # 28 Nov, room for 12 more on each channel
  sun: # 29 Nov, room for 12 more on each channel
backlog:
  - { category: emotional, title: An idea }
`);
    expect(read('plans/2026-W49.yaml')).toContain(`    - channel: facebook
      category: emotional
      title: The office dog
      text: |-
        First
        second: line
`);
  });

  test('a plan for each month, where there are more than 14 weeks', async () => {
    const rows = Array.from(
      { length: 15 },
      (_, week) =>
        `2026-${String(Math.floor(week / 4) + 1).padStart(2, '0')}-${String((week % 4) * 7 + 1).padStart(2, '0')},A${week}`,
    );
    expect((await imported(['date,title', ...rows.slice(0, 14)].join('\n'))).status).toBe(0);
    expect(written()).toHaveLength(14);
    rmSync(path.join(folder, 'plans'), { recursive: true });
    expect((await imported(['date,title', ...rows].join('\n'))).status).toBe(0);
    expect(written()).toEqual(['2026-01.yaml', '2026-02.yaml', '2026-03.yaml', '2026-04.yaml']);
    expect(parse(read('plans/2026-02.yaml'))).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
  });

  test('one plan for all, from the first day to the last', async () => {
    const { status, stdout } = await imported(SHEET, ['--by', 'all', '-o', '-']);
    expect(status).toBe(0);
    expect(parse(stdout)).toMatchObject({ from: '2026-11-23', to: '2026-11-30' });
    expect(written()).toEqual([]);
  });

  test('only the days that are wanted, in plans that have no others', async () => {
    const { stderr } = await imported(SHEET, ['--from', '2026-11-24', '--to', '2026-11-29']);
    expect(written()).toEqual(['2026-W48.yaml']);
    expect(parse(read('plans/2026-W48.yaml'))).toMatchObject({ from: '2026-11-24', to: '2026-11-29' });
    expect(stderr).toContain('a.csv:3: goes out before 2026-11-24 (--from)');
    expect(stderr).toContain('a.csv:4: goes out after 2026-11-29 (--to)');
    expect(stderr).toContain('6 rows = 1 post + 1 open slot + 1 idea + 3 left out');
  });

  test('a sheet of ideas alone becomes next week with a backlog', async () => {
    const { status, stderr } = await imported('date,title\n,One\n,Two\n');
    expect(status).toBe(0);
    expect(stderr).toContain('2 rows = 0 posts + 0 open slots + 2 ideas + 0 left out');
    expect(parse(read('plans/2026-W48.yaml'))).toMatchObject({
      week: '2026-W48',
      backlog: [{ title: 'One' }, { title: 'Two' }],
    });
    expect((await runInProcess(['check', 'plans/2026-W48.yaml', '-q'], folder)).status).toBe(0);
  });

  test('posts stand in the order in which they go out, whatever the order of the rows', async () => {
    await imported(
      'date,time,title\n2026-11-24,,D\n2026-11-24,12:00,C\n2026-11-23,,A\n2026-11-24,09:00,B\n2026-11-24,,E\n',
    );
    const { posts } = parse(read('plans/2026-W48.yaml'));
    expect([...posts.mon, ...posts.tue].map(({ title }) => title)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  test('every key of a plan, and what has none', async () => {
    const header =
      'date;time;channel;category;format;title;text;status;id;owner;link;media;tags;notes;unplanned;Key Message;key-message;x-Reviewer;;Label';
    const row =
      '2026-11-23;18:00;vk, tg;fun;quiz;A;B;Waiting for legal;7;Olena;https://example.org/a;a.jpg, b.jpg;#a, b;n;TRUE;k1;k2;Marta;nameless;urgent';
    put('cmplan.config.yaml', 'aliases: { emotional: [fun] }\n');
    expect((await imported(`${header}\n${row}\n`)).status).toBe(0);
    expect(parse(read('plans/2026-W48.yaml')).posts.mon).toEqual([
      {
        time: '18:00',
        channels: ['vk', 'tg'],
        category: 'emotional',
        format: 'quiz',
        title: 'A',
        text: 'B',
        owner: 'Olena',
        link: 'https://example.org/a',
        media: ['a.jpg', 'b.jpg'],
        tags: ['#a', 'b'],
        notes: 'n',
        id: '7',
        unplanned: true,
        'x-category': 'fun',
        'x-label': 'urgent',
        'x-status': 'Waiting for legal',
        'x-key-message': 'k1',
        'x-key-message-2': 'k2',
        'x-Reviewer': 'Marta',
        'x-column-19': 'nameless',
      },
    ]);
  });

  test('what cmplan exports: its own keys, the place, and apostrophes before signs', async () => {
    const text = `place,date,channels,title,text,unplanned,x-mood\nposts,2026-11-23,a; b,'=SUM(1),''-x,true,'+1\nbacklog,,,"'hello",,,\n`;
    expect((await imported(text)).status).toBe(0);
    const plan = parse(read('plans/2026-W48.yaml'));
    expect(plan.posts.mon).toEqual([
      { channels: ['a', 'b'], title: '=SUM(1)', text: "'-x", unplanned: true, 'x-mood': '+1' },
    ]);
    expect(plan.backlog).toEqual([{ title: "'hello" }]);
  });

  test('posts whose name says that they are unplanned', async () => {
    const text = 'date,pillar,title\n2026-11-23,Trend,A\n2026-11-24,trend ,B\n2026-11-25,Love,C\n,Trend,D\n';
    const flags = ['--category', 'Trend=emotional', '--category', 'Love=emotional'];
    const { stderr } = await imported(text, [...flags, '--unplanned', 'TREND', '--unplanned', 'Trent']);
    expect(stderr).toContain('--unplanned: no row of the sheet has the name "Trent"; did you mean "Trend"?');
    const { posts, backlog } = parse(read('plans/2026-W48.yaml'));
    expect(posts.mon).toEqual([{ category: 'emotional', title: 'A', unplanned: true, 'x-pillar': 'Trend' }]);
    expect(posts.tue[0].unplanned).toBe(true);
    expect(posts.wed[0].unplanned).toBeUndefined();
    expect(backlog[0].unplanned).toBeUndefined();
  });

  test('unplanned posts of a calendar, and names that begin with an apostrophe', async () => {
    const event =
      'BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261123\nSUMMARY:A\nCATEGORIES:branded,Trend\nEND:VEVENT\n';
    put('a.ics', `BEGIN:VCALENDAR\n${event}END:VCALENDAR\n`);
    const { stdout } = await runInProcess(['import', 'a.ics', '-o', '-', '--unplanned', 'trend'], folder);
    expect(parse(stdout).posts.mon[0].unplanned).toBe(true);
    const flags = ['--category', '=T=branded', '--unplanned', '=T'];
    expect((await imported("date,pillar,title\n2026-11-23,'=T,A\n", flags)).status).toBe(0);
    expect(parse(read('plans/2026-W48.yaml')).posts.mon[0].unplanned).toBe(true);
  });

  test('a place in which the row does not stand is kept', async () => {
    const text = 'place,date,title\nposts,2026-11-23,A\nbacklog,2026-11-24,B\n';
    const { status, stderr } = await imported(text);
    expect(status).toBe(0);
    expect(stderr).toContain('x-place');
    const { posts } = parse(read('plans/2026-W48.yaml'));
    expect(posts.tue).toEqual([{ title: 'B', 'x-place': 'backlog' }]);
  });

  test('columns that are left out', async () => {
    await imported(SHEET, ['--drop', 'cta', '--drop', 'Pillar', '--drop', 'Status', '--by', 'all']);
    const text = read(`plans/${written()[0]}`);
    expect(text).not.toMatch(/x-|status:/);
    expect(text).toContain('category: branded');
    const { status, stderr } = await imported(SHEET, ['--drop', 'CTO', '--force']);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'cmplan: --drop: the sheet has no column "CTO"; did you mean "CTA"?\n',
    });
  });

  test("the team's channels need no key; those of a sheet are written in one spelling", async () => {
    put(
      'cmplan.config.yaml',
      'channels: { instagram: { aliases: [insta main] }, linkedin: }\ntimezone: Europe/Kyiv\n',
    );
    await imported('date,channel,title\n2026-11-23,Insta Main,A\n2026-11-23,LI,B\n2026-11-23,blog,C\n');
    const plan = parse(read('plans/2026-W48.yaml'));
    expect(Object.keys(plan)).toEqual(['week', 'posts']);
    expect(plan.posts.mon.map((post: { channel: string }) => post.channel)).toEqual([
      'instagram',
      'linkedin',
      'blog',
    ]);
    await imported('date,channel,title\n2026-11-23,IG,A\n2026-11-23,Instagram,B\n', [
      '--no-config',
      '-o',
      'b',
    ]);
    const own = parse(read('b/2026-W48.yaml'));
    expect(own.channels).toEqual(['IG']);
    expect(own.posts.mon).toEqual([{ title: 'A' }, { title: 'B' }]);
  });

  test('rows without a channel are for the one that the user names', async () => {
    await imported('date,channel,title\n2026-11-23,x,A\n2026-11-23,,B\n', [
      '--channel',
      'facebook',
      '--timezone',
      'Europe/Kyiv',
    ]);
    const plan = parse(read('plans/2026-W48.yaml'));
    expect(plan).toMatchObject({ timezone: 'Europe/Kyiv', channels: ['facebook', 'x'] });
    expect(plan.posts.mon).toEqual([
      { channel: 'x', title: 'A' },
      { channel: 'facebook', title: 'B' },
    ]);
  });

  test('a category with different names on two channels becomes two posts', async () => {
    put('cmplan.config.yaml', 'channels: { a: , b: { mix: { promo: 50, rest: 50 } } }\n');
    const { stderr } = await imported('date,channel,category,title\n2026-11-23,"a,b",promo,A\n');
    expect(parse(read('plans/2026-W48.yaml')).posts.mon).toEqual([
      { channel: 'a', category: 'branded', title: 'A', 'x-category': 'promo' },
      { channel: 'b', category: 'promo', title: 'A' },
    ]);
    expect(stderr).toContain('1 row = 1 row with 2 posts + 0 open slots');
  });

  test('a calendar: a cancelled entry, and categories that are none of the mix', async () => {
    const event = (lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
    put(
      'a.ics',
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        ...event([
          'UID:1',
          'DTSTART;VALUE=DATE:20261123',
          'SUMMARY:A',
          'CATEGORIES:Instagram,Bread',
          'STATUS:CANCELLED',
        ]),
        ...event(['UID:2', 'SUMMARY:An idea']),
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
    const { status, stderr } = await runInProcess(['import', 'a.ics'], folder, { now: NOW });
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: 'cmplan: a.ics: 2 rows = 1 post + 0 open slots + 1 idea + 0 left out\n',
    });
    expect(parse(read('plans/2026-W48.yaml'))).toMatchObject({
      channels: ['Instagram'],
      posts: { mon: [{ title: 'A', status: 'cancelled', id: '1', 'x-categories': ['Bread'] }] },
      backlog: [{ title: 'An idea', id: '2' }],
    });
  });
});

const PILLARS = 'Date,Pillar,Title\n2026-11-23,Goods,A\n2026-11-24,People,B\n2026-11-25,goods,C\n';

describe('names of categories', () => {
  test('are asked for at a terminal, and again after an answer that is none', async () => {
    const { status, stderr, stdout } = await imported(PILLARS, [], {
      answers: ['', 'brnaded', 'b', 'Emotional'],
      terminal: true,
    });
    expect(status).toBe(0);
    expect(stderr.replaceAll('\n  ', ' ')).toContain(
      '1 of 2: Which category is "Goods", in 2 rows: branded, functional or emotional?\n> ',
    );
    expect(stderr).toContain('"brnaded" is not a category of the mix; did you mean "branded"?');
    expect(stdout).toBe('plans/2026-W48.yaml: 3 posts\nThen run: cmplan check\n');
    const { posts } = parse(read('plans/2026-W48.yaml'));
    expect(posts.mon).toEqual([{ category: 'branded', title: 'A', 'x-pillar': 'Goods' }]);
    expect(posts.tue).toEqual([{ category: 'emotional', title: 'B', 'x-pillar': 'People' }]);
  });

  test('are not asked for in vain: files that exist come first, and answers can be given again', async () => {
    const world = { answers: ['branded', 'emotional'] };
    const { stderr } = await imported(PILLARS, [], world);
    expect(stderr).toContain(
      'cmplan: to import again without questions, add --category Goods=branded --category People=emotional, or keep the answers with --save\n',
    );
    const again = await imported(PILLARS, [], world);
    expect(again.status).toBe(2);
    expect(again.stderr).toBe(
      'cmplan: "plans/2026-W48.yaml" already exists; overwrite it with --force, or name another folder with -o\n',
    );
    expect((await imported(PILLARS, ['-o', '-', '--save'], world)).stderr).not.toContain('?');
  });

  test('that are missing are said', async () => {
    const { stderr } = await imported(
      'date,Gist,unplanned,title\n2026-11-23,fun,,A\n2026-11-24,fun,,B\n2026-11-24,fun,TRUE,C\n',
    );
    expect(stderr).toContain(
      'cmplan: a.csv: 2 of 3 posts have no category; write one into each, or say which column has them, such as --column category=Theme\n',
    );
  });

  test('end the run where nobody can be asked, with the options to add', async () => {
    const { status, stdout, stderr } = await imported(PILLARS);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      [
        'cmplan: "a.csv" has 2 names in its column of categories that are no category of the mix; add these options, with branded, functional or emotional in place of each question mark; a team that counts by its own names says, for example, --mix Goods=60,People=40',
        'cmplan: 2 rows  --category "Goods=?"',
        'cmplan:  1 row  --category "People=?"',
        'cmplan: to paste: --category "Goods=?" --category "People=?"',
        '',
      ].join('\n'),
    );
    expect(written()).toEqual([]);
  });

  test('Ctrl-C in a question writes nothing', async () => {
    const { status, stderr } = await imported(PILLARS, ['--save'], { answers: ['branded'] });
    expect(status).toBe(2);
    expect(stderr).toContain('--save: there is no cmplan.config.yaml');
    put('cmplan.config.yaml', '# ours\n');
    const again = await imported(PILLARS, ['--save'], { answers: ['branded'] });
    expect(again.status).toBe(2);
    expect(again.stderr.endsWith('cmplan: nothing was written\n')).toBe(true);
    expect(written()).toEqual([]);
    expect(read('cmplan.config.yaml')).toBe('# ours\n');
  });

  test('are taken from options, which are checked', async () => {
    const args = ['--category', 'GOODS=promo', '--category', 'People=emotional'];
    expect((await imported(PILLARS, args)).status).toBe(0);
    expect(parse(read('plans/2026-W48.yaml')).posts.mon[0].category).toBe('branded');
    const refused = async (...more: readonly string[]) =>
      (await imported(PILLARS, [...more, '--force'])).stderr;
    expect(await refused('--category', 'Goods=brandedd')).toBe(
      'cmplan: --category: "brandedd" is not a category of the mix; did you mean "branded"?\n',
    );
    expect(await refused('--category', 'Goods=?')).toBe(
      'cmplan: --category: "?" is not a category of the mix; write branded, functional or emotional\n',
    );
    expect(await refused('--category', 'branded=emotional')).toContain(
      '"branded" is itself a category of the mix',
    );
    expect(await refused('--category', 'Goods')).toContain(
      '--category: "Goods" is not a name in the sheet and its category, such as "Product=branded"',
    );
    expect(await refused('--category', 'a=branded', '--category', 'a=emotional')).toContain(
      '--category: "a" cannot be both "branded" and "emotional"; keep one',
    );
  });

  test('are the categories themselves, for a team that counts by them', async () => {
    expect((await imported(PILLARS, ['--mix', 'Goods=70,People=30'])).status).toBe(0);
    const plan = parse(read('plans/2026-W48.yaml'));
    expect(plan.targets).toEqual({ mix: { Goods: 70, People: 30 } });
    expect(plan.posts.wed).toEqual([{ category: 'Goods', title: 'C' }]);
    expect((await imported(PILLARS, ['--mix', 'Goods=70,People=20'])).stderr).toContain(
      '--mix: the shares add up to 90',
    );
  });

  test('a thousand of them are no questions', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `2026-11-23,Pillar ${index},A\n`).join('');
    const { status, stderr } = await imported(`date,pillar,title\n${rows}`, [], { answers: [] });
    expect(status).toBe(2);
    expect(stderr).toContain('--column category=Pillar');
    expect(stderr).toContain('cmplan: and 980 more\n');
    expect(stderr.split('\n').length).toBeLessThan(30);
  });

  test('a cell too long for a name is no category, and is kept', async () => {
    const long = 'x'.repeat(201);
    expect((await imported(`date,pillar,title\n2026-11-23,${long},A\n`)).status).toBe(0);
    expect(parse(read('plans/2026-W48.yaml')).posts.mon).toEqual([{ title: 'A', 'x-pillar': long }]);
  });

  test.each([
    [
      '# ours\naliases:\n  branded: [news] # always\n',
      '# ours\naliases:\n  branded: [news, Goods] # always\n  emotional: [People]\n',
    ],
    [
      'targets: { tolerance: 6 }',
      'targets: { tolerance: 6 }\naliases:\n  branded: [Goods]\n  emotional: [People]',
    ],
    [
      'aliases:\r\n  emotional:\r\n    - fun # a\r\n  branded: news\r\n',
      'aliases:\r\n  emotional:\r\n    - fun # a\r\n    - People\r\n  branded: [news, Goods]\r\n',
    ],
    ['# only a comment\n', '# only a comment\naliases:\n  branded: [Goods]\n  emotional: [People]\n'],
    [
      '\ufeffaliases:\nchannels: [a]\n',
      '\ufeffaliases: { emotional: [People], branded: [Goods] }\nchannels: [a]\n',
    ],
    ['{ aliases: { branded: Goods } }', '{ aliases: { emotional: [People], branded: Goods } }'],
    ['aliases: {}\n', 'aliases: { emotional: [People], branded: [Goods] }\n'],
  ])('are saved into %j, every other byte as it is', async (before, after) => {
    put('cmplan.config.yaml', before);
    const args = ['--save', '--category', 'Goods=branded', '--category', 'People=emotional'];
    const { status, stderr } = await imported(PILLARS, args);
    expect({ status, stderr: stderr.split('\n').slice(0, -2) }).toEqual({ status: 0, stderr: [] });
    expect(read('cmplan.config.yaml')).toBe(after);
    expect((await imported(PILLARS, ['--save', '--force'])).status).toBe(0);
    expect(read('cmplan.config.yaml')).toBe(after);
  });

  test('are not saved where nothing can be added, and nothing is written', async () => {
    const text = 'x-all: &a { branded: [news] }\naliases: *a\n';
    put('cmplan.config.yaml', text);
    const { status, stderr } = await imported(PILLARS, [
      '--save',
      '--category',
      'Goods=branded',
      '--category',
      'People=emotional',
    ]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'cmplan: --save: these names cannot be added to "cmplan.config.yaml" by themselves; leave out --save, and write into it: aliases: { branded: [Goods], emotional: [People] }\n',
    });
    expect(read('cmplan.config.yaml')).toBe(text);
    expect(written()).toEqual([]);
  });
});

describe('all files are written, or none', () => {
  test('not over files that exist, nor beside them', async () => {
    mkdirSync(path.join(folder, 'plans'));
    put('plans/2026-W49.yaml', 'mine\n');
    const { status, stderr } = await imported(SHEET);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'cmplan: "plans/2026-W49.yaml" already exists, so none of the 2 files was written; overwrite it with --force, or name another folder with -o\n',
    });
    expect(written()).toEqual(['2026-W49.yaml']);
    expect((await imported(SHEET, ['--force'])).status).toBe(0);
    expect(written()).toEqual(['2026-W48.yaml', '2026-W49.yaml']);
    expect(read('plans/2026-W49.yaml')).toContain('The office dog');
  });

  test('a folder that cannot be written', async () => {
    put('plans', 'a file');
    expect((await imported(SHEET)).stderr).toMatch(
      /^cmplan: the folder "plans" cannot be written, because a part of its path is a file; nothing was written\n$/,
    );
    expect((await imported(SHEET, ['-o', 'plans'])).stderr).toBe(
      'cmplan: "plans" is a file; name a folder, or a file that ends in .yaml\n',
    );
    if (process.getuid?.() === 0) return;
    mkdirSync(path.join(folder, 'shut'));
    chmodSync(path.join(folder, 'shut'), 0o500);
    expect((await imported(SHEET, ['-o', 'shut'])).stderr).toContain('because you do not have permission');
  });

  test('nor through a link out of the repository, nor into git', async () => {
    mkdirSync(path.join(folder, 'home/.git'), { recursive: true });
    mkdirSync(path.join(folder, 'elsewhere'));
    symlinkSync('../elsewhere', path.join(folder, 'home/plans'));
    const run = (...args: readonly string[]) =>
      runInProcess(['import', '../a.csv', ...args], path.join(folder, 'home'), { now: NOW });
    put('a.csv', SHEET);
    expect((await run()).stderr).toContain(
      'is reached through the symbolic link "plans", which leads out of its repository',
    );
    expect((await run('-o', '.git/plans')).stderr).toContain("is in git's own folder");
    expect(readdirSync(path.join(folder, 'elsewhere'))).toEqual([]);
  });

  test('one file, a folder that is missing, standard output', async () => {
    expect((await imported(SHEET, ['-o', 'one.yaml'])).stderr).toBe(
      'cmplan: -o: this makes 2 plans, which do not go into one file; add --by all for a single plan, or name a folder\n',
    );
    expect((await imported(SHEET, ['-o', '-'])).status).toBe(2);
    expect((await imported(SHEET, ['-o', 'one.yaml', '--by', 'all'])).status).toBe(0);
    expect(existsSync(path.join(folder, 'one.yaml'))).toBe(true);
    expect((await imported(SHEET, ['-o', 'new/deep'])).status).toBe(0);
    expect(readdirSync(path.join(folder, 'new/deep'))).toHaveLength(2);
    expect((await imported(SHEET, ['-o', 'cmplan.config.yaml', '--by', 'all', '--force'])).stderr).toContain(
      'is the name of a config',
    );
    expect((await imported(SHEET, ['-o', ' '])).status).toBe(2);
  });

  test('a dry run writes nothing, and says what would be', async () => {
    put('cmplan.config.yaml', '# ours\n');
    const { status, stdout } = await imported(SHEET, ['--dry-run', '--save', '--category', 'x=branded']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'plans/2026-W48.yaml: 2 posts, 1 open slot, 1 idea\nplans/2026-W49.yaml: 1 post\n',
    });
    expect(written()).toEqual([]);
    expect(read('cmplan.config.yaml')).toBe('# ours\n');
  });

  test('standard input', async () => {
    const { status, stdout } = await runInProcess(['import', '-', '--by', 'all', '-o', '-'], folder, {
      stdin: SHEET,
    });
    expect(status).toBe(0);
    expect(parse(stdout).backlog).toEqual([{ category: 'emotional', title: 'An idea' }]);
  });
});

describe('what is refused', () => {
  test.each([
    ['', [], '"a.csv" is empty'],
    [
      'date,title\n',
      [],
      '"a.csv" has nothing that becomes a post, an open slot or an idea, so nothing was written',
    ],
    ['date,title\n"a', [], 'quotation mark'],
    [
      'date,title\n2026-01-01,A\n2027-06-01,B\n',
      ['--by', 'all'],
      'a plan has at most 366; leave out --by all, or add --from and --to',
    ],
    [SHEET, ['--from', '2026-12-02', '--to', '2026-12-01'], '--to: 2026-12-01 is before 2026-12-02 (--from)'],
    [SHEET, ['--timezone', 'Kyiv'], '--timezone: "Kyiv" is not a time zone; did you mean "Europe/Kyiv"?'],
    [SHEET, ['--by', 'day'], '--by cannot be "day"; choose week, month or all'],
  ])('%j with %j', async (text, args, said) => {
    const { status, stdout, stderr } = await imported(text, args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(written()).toEqual([]);
  });

  test('a plan, a missing file, a channel that the team does not have', async () => {
    put('p.yaml', 'week: 2026-W48\nposts:\n');
    expect((await runInProcess(['import', 'p.yaml'], folder)).stderr).toBe(
      'cmplan: "p.yaml" is already a plan; check it with cmplan check p.yaml\n',
    );
    expect((await runInProcess(['import', 'b.csv'], folder)).stderr).toContain('"b.csv" does not exist');
    put('cmplan.config.yaml', 'channels: [facebook]\n');
    expect((await imported(SHEET, ['--channel', 'facebok'])).stderr).toBe(
      'cmplan: --channel: "facebok" is not a channel of cmplan.config.yaml; did you mean "facebook"?\n',
    );
    put('cmplan.config.yaml', 'channel: [facebook]\n');
    expect((await imported(SHEET)).status).toBe(2);
  });

  test('a year of four thousand rows becomes twelve plans', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => {
      const day = new Date(Date.UTC(2026, 0, 1 + (index % 365))).toISOString().slice(0, 10);
      return `${day},A${index}\n`;
    });
    const { status, stderr } = await imported(`date,title\n${rows.join('')}`);
    expect(status).toBe(0);
    expect(stderr).toContain('4000 rows = 4000 posts');
    expect(written()).toHaveLength(12);
  });

  test('a plan that would be too large to be checked', async () => {
    const header = Array.from({ length: 100 }, (_, index) => `${'long name '.repeat(7)}${index}`).join(',');
    const row = `2026-11-23,A,${'x,'.repeat(99)}x\n`;
    const { status, stderr } = await imported(`date,title,${header}\n${row.repeat(1_400)}`);
    expect(status).toBe(2);
    expect(stderr).toContain('the plan 2026-W48 would be larger than 10 MB');
    expect(written()).toEqual([]);
  });

  test('a cell that is written into the posts of many channels', async () => {
    const channels = Array.from({ length: 900 }, (_, index) => `c${index}`);
    put('cmplan.config.yaml', `channels: [${channels.join(', ')}]\n`);
    const header = channels.map((name) => `Caption (${name})`).join(',');
    const row = `2026-11-23,${'n'.repeat(20_000)},${'x,'.repeat(899)}x\n`;
    const { status, stderr } = await imported(`date,notes,${header}\n${row.repeat(30)}`);
    expect(status).toBe(2);
    expect(stderr).toContain('the plan 2026-W48 would be larger than 10 MB');
    expect(written()).toEqual([]);
  });

  test('thousands of months are too many files', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => `${2000 + index}-01-01,A\n`).join('');
    const { status, stderr } = await imported(`date,title\n${rows}`);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'has posts in 400 months, but at most 366 plans are made at once; add --from and --to',
    );
  });
});

describe('a check of a sheet says how to import it', () => {
  const check = async (terminal: boolean, ...args: readonly string[]) => {
    put('my plan.csv', 'Day,Tema,Category\n1,A,branded\n');
    const { stderr } = await runInProcess(['check', ...args], folder, { terminal, columns: 200 });
    return stderr;
  };
  const READING = ['--start', '2026-11-23', '--column', 'title=Tema'];

  test('with the options that read it, at a terminal', async () => {
    expect(await check(true, 'my plan.csv', ...READING)).toBe(
      'cmplan: to make plans of this sheet, run: cmplan import "my plan.csv" --start 2026-11-23 --column title=Tema\n',
    );
    expect((await runInProcess(['import', 'my plan.csv', ...READING], folder)).status).toBe(0);
  });

  test('nowhere else, and not of plans', async () => {
    expect(await check(false, 'my plan.csv', ...READING)).toBe('');
    expect(await check(true, 'my plan.csv', ...READING, '-q')).toBe('');
    put('p.yaml', 'week: 2026-W48\nposts:\n');
    expect(await check(true, 'p.yaml')).toBe('');
    expect(await check(true, 'my plan.csv', 'p.yaml', ...READING)).toBe('');
  });
});

test('a name with an equals sign can be given a category, and a name that no row has is said', async () => {
  const text = 'date,category,title\n2026-11-30,a=b,A\n';
  const { status, stderr } = await imported(text, [
    '--category',
    'a=b=branded',
    '--category',
    'Nope=branded',
    '-o',
    '-',
  ]);
  expect(status).toBe(0);
  expect(stderr).toContain('cmplan: --category: no row of the sheet has the name "Nope"\n');
});

test('what a post cannot be without is not dropped', async () => {
  const { status, stderr } = await imported('date,category,title\n2026-11-30,branded,A\n', [
    '--drop',
    'Title',
  ]);
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining('the column "Title" has the title of the posts, which a plan needs'),
  ]);
});
