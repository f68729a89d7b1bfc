import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Case, runTwice } from './case.ts';

let folder = '';

const PLAN = `week: 2026-W48
timezone: Europe/Kyiv
channels: [facebook, telegram]
targets: { posts_per_day: 0-9 }
posts:
  mon:
    - { time: "09:00", channel: facebook, category: functional, title: Five soups }
    - { time: "12:00", channel: telegram, category: emotional, title: Office dog }
  tue:
    - { time: "09:00", channel: facebook, category: branded, title: Our van }
`;
const SHEET = `date,time,channel,category,title,text,status
2026-11-23,09:00,facebook,functional,Five soups,,scheduled
2026-11-24,12:00,telegram,emotional,Office dog,,scheduled
2026-11-24,09:10,facebook,branded,Our van,,scheduled
`;

const FILES: Readonly<Record<string, string>> = {
  'plan.yaml': PLAN,
  'sheet.csv': SHEET,
  'same.yaml': PLAN,
  'sudden.yaml': `${PLAN}    - { time: "18:00", channel: facebook, unplanned: true }\n`,
  'empty.csv': 'date,title\n',
  'later.csv': SHEET.replaceAll('2026-11-23', '2026-11-30').replaceAll('2026-11-24', '2026-12-01'),
  'telegram.csv': 'Text,Posting Time\nOffice dog,2026-11-23 12:00\n',
  'telegram.ics':
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261123T130000Z\r\nSUMMARY:Office dog\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  'slashes.csv': SHEET.replace(/2026-11-2(\d)/g, '0$1/04/2026'),
  'mistakes.yaml': PLAN.replace('category: branded', 'category: brandet'),
  'no-period.yaml': PLAN.replace('week', 'weak'),
  'zone.yaml': PLAN.replace('Kyiv', 'Kyyiv'),
  'no-zone.yaml': PLAN.replace('timezone: Europe/Kyiv\n', ''),
  'broken.yaml': 'week: [\n',
  'offset.csv': SHEET.replace('2026-11-23,09:00', '2026-11-23T09:00:00+02:00,'),
  'twice.csv': SHEET.replace('time', 'Date'),
  'dateless.csv': SHEET.replace('date', 'dat'),
  'workbook.csv': 'PK\x03\x04whatever',
  'report.csv': '%PDF-1.7\n',
  'wide.csv': `date,${'x,'.repeat(100_000)}\n`,
  'categories.csv': SHEET.replace('branded', 'vans'),
  'queue.csv': `${SHEET}2026-11-30,09:00,facebook,,Next week,,\n2026-12-01,09:00,facebook,,Next week too,,\n`,
  'wrong-hold.yaml': PLAN.replace('posts:', 'hold: 2025-11-23\nposts:'),
  'crisis.yaml': PLAN.replace('posts:', 'hold: { from: mon 12:00, to: mon, reason: a storm }\nposts:'),
  'still-there.csv': `${SHEET.replace('2026-11-24,12:00,telegram', '2026-11-23,12:00,telegram')}2026-11-23,18:00,telegram,,Cake,,\n`,
  'gone.csv': SHEET.replace(/.*Office dog.*\n/, ''),
  'out.csv': SHEET.replace('Office dog,,scheduled', 'Office dog,,sent'),
  'team/cmplan.config.yaml': 'rules: { mxi: off }\n',
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-drift-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args]);
  git('init', '--quiet', '--initial-branch', 'main', '.');
  execFileSync('mkdir', ['-p', path.join(folder, 'team')]);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text, 'latin1');
  writeFileSync(path.join(folder, 'team/plan.yaml'), PLAN);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'approved');
  for (const name of ['moved.yaml', 'held.yaml']) writeFileSync(path.join(folder, name), PLAN);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'another plan');
  writeFileSync(path.join(folder, 'moved.yaml'), PLAN.replace('"12:00"', '"15:30"'));
  writeFileSync(path.join(folder, 'held.yaml'), FILES['crisis.yaml'] ?? '');
});

afterAll(() => rmSync(folder, { recursive: true }));

const drift = (...args: readonly string[]) => ['drift', ...args];
const against = (schedule: string, ...args: readonly string[]) =>
  drift('plan.yaml', '--schedule', schedule, ...args);
const refused = (args: readonly string[], ...sentences: readonly string[]): Case => ({
  args,
  status: 2,
  stderr: sentences.map((sentence) => `cmplan: ${sentence}\n`).join(''),
});

const inCrisis = (schedule: string, ...args: readonly string[]) =>
  drift('crisis.yaml', '--schedule', schedule, ...args);
const HELD = `crisis.yaml against still-there.csv
  2026-W48, Mon 23 Nov to Sun 29 Nov 2026, Europe/Kyiv
  the schedule covers Mon 23 Nov to Tue 24 Nov

  Still scheduled: take these held posts out of your scheduler
    Mon 23 Nov 12:00  held   "Office dog" on telegram, line 3 of still-there.csv: kept back by a hold in the plan
    Mon 23 Nov 18:00  added  "Cake" on telegram, line 5 of still-there.csv: not in the plan, which is on hold at this time

`;

const REPORT = `plan.yaml against sheet.csv
  2026-W48, Mon 23 Nov to Sun 29 Nov 2026, Europe/Kyiv
  the schedule covers Mon 23 Nov to Tue 24 Nov

  facebook    planned  scheduled  share  target  variance
  branded           1          1  50.0%     30%     +20.0
  functional        1          1  50.0%     35%     +15.0
  emotional         0          0   0.0%     35%     -35.0
  all               2          2

  telegram    planned  scheduled   share  target  variance
  branded           0          0    0.0%     30%     -30.0
  functional        0          0    0.0%     35%     -35.0
  emotional         1          1  100.0%     35%     +65.0
  all               1          1

  Mon 23 Nov
    12:00  moved  "Office dog" on telegram to Tue 24 Nov 12:00, 1 day later

Drift 33.3%: 1 of 3 planned posts has drifted (1 moved)
`;

const COMPARED: Readonly<Record<string, Case>> = {
  'a sheet': { args: against('sheet.csv'), status: 0, stdout: REPORT, stderr: '' },
  'a sheet, as plain text': { args: against('sheet.csv', '-f', 'plain'), status: 0, stdout: REPORT },
  'a sheet on standard input': {
    args: against('-'),
    stdin: SHEET,
    status: 0,
    stdout: /^plan\.yaml against -\n[\s\S]*\nDrift 33\.3%/,
  },
  'a plan on standard input': {
    args: against('-'),
    stdin: PLAN,
    status: 0,
    stdout: /\n\nDrift 0%: all 3 planned posts are on plan\n$/,
  },
  'a calendar': {
    args: against('telegram.ics', '--channel', 'telegram', '-f', 'json'),
    status: 0,
    stdout: /"verdict": "moved",\n {6}"channel": "telegram",[\s\S]*"unknown": 2,/,
  },
  'a plan that is the same': {
    args: against('same.yaml'),
    status: 0,
    stdout: /\n\nDrift 0%: all 3 planned posts are on plan\n$/,
  },
  'what is scheduled still although it is on hold, which comes first': {
    args: inCrisis('still-there.csv'),
    status: 1,
    stdout: new RegExp(
      `^${HELD.replace(/[()]/g, '\\$&')}[\\s\\S]*\n\n1 held post is still scheduled: take it out of your scheduler\nDrift 0%: all 2 [^\n]*\n$`,
    ),
    stderr: '',
  },
  'the same in Markdown': {
    args: inCrisis('still-there.csv', '-f', 'markdown'),
    status: 1,
    stdout:
      /^## .*\n\n2026-W48.*\n\n\*\*Still scheduled: [^*]*\*\*\n\n- Mon 23 Nov 12:00 \*\*held\*\* "Office dog" on telegram, line 3 of still-there\.csv: kept back by a hold in the plan\n- Mon 23 Nov 18:00 \*\*added\*\* /,
  },
  'the same for programs': {
    args: inCrisis('still-there.csv', '-f', 'json'),
    status: 1,
    stdout: /"posts": \[\n {4}\{\n {6}"verdict": "held",[\s\S]*"counts": \{\n {4}"held": 1,/,
    stderr: 'cmplan: 1 held post is still scheduled: take it out of your scheduler\n',
  },
  'what was taken out of the scheduler': {
    args: inCrisis('gone.csv'),
    status: 0,
    stdout: /\n\nThe post on hold is not in gone\.csv\nDrift 0%: all 2 planned posts are on plan\n$/,
    stderr: '',
  },
  'what went out before it could be held': {
    args: inCrisis('out.csv'),
    status: 0,
    stdout: /12:00 {2}added {2}"Office dog" on telegram\n[\s\S]*; 1 was added\n$/,
    stderr: '',
  },
  'the plan before its hold, which is no drift': {
    args: drift('held.yaml', '--base', 'HEAD'),
    status: 0,
    stdout: /\n\nDrift 0%: all 2 planned posts are on plan\n$/,
    stderr: '',
  },
  'a plan with a chance idea that has no words yet': {
    args: against('sudden.yaml'),
    status: 0,
    stdout: /\n {4}18:00 {2}added {2}a post without text on facebook\n[\s\S]*; 1 was added\n$/,
  },
  'a plan without the chance idea that had no words yet': {
    args: drift('sudden.yaml', '--schedule', 'same.yaml'),
    status: 0,
    stdout: /\n\nDrift 0%: all 3 planned posts are on plan; 1 unplanned one is missing\n$/,
  },
  'the plan as git had it': {
    args: drift('moved.yaml', '--base', 'HEAD'),
    status: 0,
    stdout:
      /^HEAD:moved\.yaml against moved\.yaml\n[\s\S]*moved {2}"Office dog" on telegram to 15:30, 3 h 30 min later\n/,
  },
  'as Markdown': {
    args: against('sheet.csv', '-f', 'markdown'),
    status: 0,
    stdout:
      /\| branded \| 1 \| 1 \| 50\.0% \| 30% \| \+20\.0 \|\n[\s\S]*- 12:00 \*\*moved\*\* "Office dog" on telegram to Tue 24 Nov 12:00, 1 day later\n/,
  },
  'with as much drift as is allowed': {
    args: against('sheet.csv', '--max-drift', '33.34'),
    status: 0,
    stdout: REPORT,
  },
  'with more drift than is allowed': {
    args: against('sheet.csv', '--max-drift', '33.33 %'),
    status: 1,
    stdout: REPORT,
    stderr: 'cmplan: the drift is 33.33%, but at most 33.33% is allowed\n',
  },
  'without grace': {
    args: against('sheet.csv', '--grace', '9', '-f', 'json'),
    status: 0,
    stdout: /"moved": 2,/,
  },
  'for one channel alone': {
    args: against(
      'telegram.csv',
      '--channel',
      'Telegram',
      '--covers',
      '2026-11-23..2026-11-29',
      '-f',
      'json',
    ),
    status: 0,
    stdout: /"on_plan": 1,[\s\S]*"unknown": 2,/,
  },
  'days that the file does not have': {
    args: against(
      'telegram.csv',
      '--channel',
      'telegram',
      '--covers',
      '2026-11-23..2026-11-23',
      '-f',
      'json',
    ),
    status: 0,
    stdout: /"drift": 0\n}\n$/,
  },
  'a queue that is longer than the week': {
    args: against('queue.csv'),
    status: 0,
    stdout:
      /\n {2}skipped 2 lines of queue\.csv\n {4}each of lines 5 to 6: goes out after the plan, which ends on 2026-11-29\n/,
  },
  'a plan with mistakes': {
    args: drift('mistakes.yaml', '--schedule', 'sheet.csv'),
    status: 0,
    stdout: /Drift 33\.3%/,
    stderr:
      'cmplan: mistakes.yaml has 1 mistake, and the parts with mistakes are left out; run cmplan check to see them\n',
  },
  'a sheet without posts': {
    args: against('empty.csv', '--channel', 'facebook'),
    status: 0,
    stdout: /\n\nDrift 0%: nothing can be compared; 3 are not covered by the schedule\n$/,
    stderr:
      'cmplan: "empty.csv" has no posts, so it is unclear which days it covers; if nothing is scheduled, add --covers 2026-11-23..2026-11-29\n',
  },
  'a sheet of another week': {
    args: against('later.csv'),
    status: 0,
    stdout: /"Office dog" on telegram to Tue 1 Dec 12:00, 8 days later/,
    stderr:
      'cmplan: "later.csv" covers 2026-11-30 to 2026-12-01, but the plan is for other days; is this the right file?\n',
  },
  'a category that is none': {
    args: against('categories.csv'),
    status: 0,
    stdout: /Drift 33\.3%/,
    stderr:
      'cmplan: categories.csv:4: "vans" is not a category of facebook; the post counts under its planned category, if it has one; if this is another name of a category, add it to aliases in cmplan.config.yaml, such as branded: [vans]\n',
  },
};

const ORDER =
  'does not show whether "03/04/2026" (line 2) has the day or the month first; add --date-order dmy for 2026-04-03, or --date-order mdy for 2026-03-04';
const ZONE =
  'has a time with an offset from UTC, "2026-11-23T09:00:00+02:00" (line 2), but nothing says in which time zone the plan is; write one into the plan or the config, such as timezone: Europe/Kyiv, or give cmplan import one with --timezone';
const DAYS = 'is not a span of days; write the first and the last, such as 2026-11-23..2026-11-29';

const REFUSALS: Readonly<Record<string, Case>> = {
  'nothing to compare with': refused(
    drift('plan.yaml'),
    'say what to compare the plan with: --schedule FILE for what the scheduler has, or --base REV for an earlier version of the plan in git',
  ),
  'two things to compare with': refused(
    against('sheet.csv', '--base', 'HEAD'),
    'choose either --schedule or --base; a plan is compared with one thing at a time',
  ),
  'no plan': refused(drift('--base', 'HEAD'), 'the plan is missing; see cmplan drift --help'),
  'a plan that is not there': refused(
    drift('plam.yaml', '--base', 'HEAD'),
    '"plam.yaml" does not exist; did you mean "plan.yaml"?',
  ),
  'a schedule that is not there': refused(
    against('shet.csv'),
    '"shet.csv" does not exist; did you mean "sheet.csv"?',
  ),
  'a folder': refused(against('team'), '"team" is a folder'),
  'a plan that is no YAML': refused(
    drift('broken.yaml', '--schedule', 'sheet.csv'),
    'broken.yaml:1:7: the bracket [ after "week:" is never closed; write ] where it ends',
  ),
  'a schedule that is no YAML': refused(
    against('broken.yaml'),
    'broken.yaml:1:7: the bracket [ after "week:" is never closed; write ] where it ends',
  ),
  'a plan without a period': refused(
    drift('no-period.yaml', '--schedule', 'sheet.csv'),
    'no-period.yaml:1:1: "weak" is not a key of a plan; did you mean "week"?',
  ),
  'a zone that does not exist': refused(
    drift('zone.yaml', '--schedule', 'sheet.csv'),
    'zone.yaml:2:11: timezone: "Europe/Kyyiv" is not a time zone; did you mean "Europe/Kyiv"?',
  ),
  'an offset without a zone': refused(
    drift('no-zone.yaml', '--schedule', 'offset.csv'),
    `"offset.csv" ${ZONE}`,
  ),
  'a broken config': refused(
    drift('team/plan.yaml', '--base', 'HEAD'),
    'team/cmplan.config.yaml:1:10: rules: there is no rule "mxi"; did you mean "mix"?',
  ),
  'an order of dates that nobody can tell': refused(against('slashes.csv'), `"slashes.csv" ${ORDER}`),
  'an order of dates that is none': refused(
    against('sheet.csv', '--date-order', 'dym'),
    '--date-order cannot be "dym"; did you mean "dmy"?',
  ),
  'a header twice': refused(
    against('twice.csv'),
    '"twice.csv" has two columns for the date: "date" (column 1) and "Date" (column 2); delete or rename one of them',
  ),
  'no column of dates': refused(
    against('dateless.csv'),
    '"dateless.csv" has no column named "date": line 1 has "dat", "time", "channel", "category", "title", "text" and "status"; rename the column with the days to "date"; did you mean "dat"?',
  ),
  'a workbook': refused(
    against('workbook.csv'),
    '"workbook.csv" is damaged, so that it cannot be read; open it in Excel or LibreOffice and save it again as .xlsx',
  ),
  'a PDF': refused(
    against('report.csv'),
    '"report.csv" is a PDF; export the sheet that it was made from as CSV',
  ),
  '100,000 columns': refused(
    against('wide.csv'),
    '"wide.csv" has 100002 columns, but a sheet may have at most 1000; export only those of the plan',
  ),
  'a file that names no channel': refused(
    against('telegram.csv'),
    '"telegram.csv" names no channel, but the plan has facebook and telegram; add --channel facebook if the file is for that one, or give it a column "channel"',
  ),
  'a channel that is none': refused(
    against('sheet.csv', '--channel', 'facebok'),
    '--channel: "facebok" is not a channel of the plan; did you mean "facebook"?',
  ),
  'a channel that is none of these': refused(
    against('sheet.csv', '--channel', 'vk'),
    '--channel: "vk" is not a channel of the plan, which has facebook and telegram',
  ),
  'a revision that does not exist': refused(
    drift('plan.yaml', '--base', 'nain'),
    'git does not know "nain" here; did you mean "main"?',
  ),
  'a revision in which the plan was not there': refused(
    drift('moved.yaml', '--base', 'HEAD~1'),
    '"moved.yaml" did not exist at "HEAD~1"; it was added later, or had another name then',
  ),
  'a hold that holds nothing back': refused(
    drift('wrong-hold.yaml', '--schedule', 'sheet.csv'),
    'wrong-hold.yaml:5:7: hold: "2025-11-23" is outside the plan, which runs from 2026-11-23 to 2026-11-29; write a day within the plan, or change its period',
  ),
  'days that are none': refused(
    against('sheet.csv', '--covers', '2026-11-23'),
    `--covers: "2026-11-23" ${DAYS}`,
  ),
  'days that the calendar does not have': refused(
    against('sheet.csv', '--covers', '2026-11-23..2026-11-31'),
    `--covers: "2026-11-23..2026-11-31" ${DAYS}`,
  ),
  'days in another order': refused(
    against('sheet.csv', '--covers', '2026-11-29..2026-11-23'),
    '--covers: 2026-11-23 is before 2026-11-29; write the earlier day first: 2026-11-23..2026-11-29',
  ),
  'minutes that are none': refused(
    against('sheet.csv', '--grace', '1h'),
    '--grace: "1h" is not a whole number from 0 to 1439; write a number of minutes, such as 15',
  ),
  'too many minutes': refused(
    against('sheet.csv', '--grace', '1440'),
    '--grace: "1440" is not a whole number from 0 to 1439; write a number of minutes, such as 15',
  ),
  'a percentage that is none': refused(
    against('sheet.csv', '--max-drift', 'low'),
    '--max-drift: "low" is not a percentage; write a number, such as 10',
  ),
  'a format that is none': refused(
    against('sheet.csv', '-f', 'sarif'),
    'there is no format "sarif"; choose pretty, plain, markdown or json',
  ),
};

describe('what is compared', () => {
  runTwice(COMPARED, () => folder);
});

describe('what cannot be compared', () => {
  runTwice(REFUSALS, () => folder);
});
