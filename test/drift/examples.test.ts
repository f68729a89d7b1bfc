import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSheet } from '../../src/exchange/read/sheet.ts';
import { NO_TERMS } from '../exchange/reading.ts';
import { compared, told } from './compared.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const SCHEDULES = new URL('schedules/', EXAMPLES);
const planOf = (schedule: string) =>
  readFileSync(
    new URL(schedule === 'crisis.csv' ? 'crisis/2026-W48.yaml' : 'bakery/2026-W48.yaml', EXAMPLES),
    'utf8',
  );
const compareWith = (plan: string, csv: string) =>
  compared(plan, readSheet(new TextEncoder().encode(csv), { ...NO_TERMS, timezone: 'Europe/Kyiv' }));

/** What the files say on purpose; every other post is on plan. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  // Two posts changed places, one has a caption instead of its title, one another category, one is gone, one gave way.
  'sheet.csv': [
    'moved: How bread stays fresh until Thursday 23 17:30 > 24 08:00',
    'moved: Rye with walnuts is back 24 08:00 > 23 17:30',
    'recategorised: Which of our breads are made without milk 25 17:30 > 25 17:45',
    'gave_way: Two for one after six 27 08:00 > -',
    'added: Snow! We deliver on skis - > 27 10:00',
    "dropped: A soup to go with yesterday's bread 28 09:00 > -",
    'added: The miller came by - > 29 11:00',
  ],
  // What has gone out is not in the file any more.
  'upcoming.csv': [
    'unknown: Olena and the first batch of the day 23 08:00 > -',
    'unknown: How bread stays fresh until Thursday 23 17:30 > -',
    'unknown: Rye with walnuts is back 24 08:00 > -',
    'moved: Your breakfasts 26 12:00 > 26 12:30',
    'open: The power cut bake 26 19:40 > -',
  ],
  // Nobody has taken anything out of the scheduler yet; what went out before Thursday noon is not in the file.
  'crisis.csv': [
    'held: Your breakfasts 26 12:00 > 26 12:00',
    'held: Two for one after six 27 08:00 > 27 08:00',
    'unknown: Olena and the first batch of the day 23 08:00 > -',
    'unknown: How bread stays fresh until Thursday 23 17:30 > -',
    'unknown: Rye with walnuts is back 24 08:00 > -',
    'unknown: Guess the weight of the loaf 25 08:00 > -',
    'unknown: Which of our breads are made without milk 25 17:30 > -',
    'open: We are all right; how to help our neighbours 26 13:10 > -',
    'added: Last places in the baking class - > 26 15:00',
  ],
  // Goes on into the next week.
  'queue.csv': ['dropped: Which of our breads are made without milk 25 17:30 > -'],
};

test('every schedule among the examples is known', () => {
  expect(Object.keys(KNOWN).sort()).toEqual(readdirSync(SCHEDULES).sort());
});

describe.each(Object.entries(KNOWN))('%s', (name, changes) => {
  const text = readFileSync(new URL(name, SCHEDULES), 'utf8');
  const changesIn = (csv: string) =>
    told(compareWith(planOf(name), csv)).filter((line) => !line.startsWith('on_plan'));

  test('has parted from the week as far as it says', () => {
    expect(changesIn(text)).toEqual(changes);
  });

  test('says the same in any order', () => {
    // A caption reaches over two lines.
    const [header = '', ...rows] = text.trim().split(/\n(?=\S*\d{4}|"|,|Legend)(?!the nearest)/);
    for (let turn = 0; turn < rows.length; turn++) {
      rows.push(rows.shift() ?? '');
      expect(changesIn([header, ...rows, ''].join('\n'))).toEqual(changes);
      expect(changesIn([header, ...rows.toReversed(), ''].join('\n'))).toEqual(changes);
    }
  });
});
