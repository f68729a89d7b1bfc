import { expect, test } from 'vitest';
import { postTotals } from '../../src/report/totals.ts';
import { checkText } from '../plans.ts';

const OPEN = '{ category: branded }';
const TITLED = '{ category: branded, title: Offer }';
const WRITTEN = '{ category: branded, text: Our offer of the week }';
const ON_HOLD = '{ category: branded, title: Fair, status: on_hold }';
const CHANCE = '{ title: Power cut, unplanned: true }';

test.each([
  [[], '0 posts'],
  [[OPEN], '1 post, none with words yet, 1 open slot'],
  [[OPEN, OPEN, OPEN], '3 posts, none with words yet, 3 open slots'],
  [[OPEN, OPEN, ON_HOLD], '2 posts, none with words yet, 2 open slots, 1 on hold'],
  [[OPEN, '{ category: branded, title: " " }', TITLED, WRITTEN], '4 posts, 2 with words, 2 open slots'],
  [[OPEN, TITLED, CHANCE], '3 posts, 2 with words, 1 open slot, 1 unplanned'],
  [[TITLED, WRITTEN, CHANCE], '3 posts, 1 unplanned'],
])('the posts %j are summed up as %s', (posts, sentence) => {
  const { plan } = checkText(
    `week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon: [${posts.join(', ')}]\n`,
  );
  expect(plan && postTotals(plan)).toBe(sentence);
});
