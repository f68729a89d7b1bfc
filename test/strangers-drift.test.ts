import { afterEach, expect, test, vi } from 'vitest';
import { DEFAULT_TERMS } from '../src/check/check-plan.ts';
import { bestMatching } from '../src/drift/best-matching.ts';
import { compare } from '../src/drift/compare.ts';
import { readPlanSide } from '../src/drift/plan-side.ts';
import { fromOtherPlan, fromRows } from '../src/drift/schedule-side.ts';
import { readCalendar } from '../src/exchange/read/icalendar.ts';
import { NO_POLICY } from '../src/policy/team-policy.ts';
import { readText } from '../src/yaml/source.ts';
import { planSide, scheduleOf } from './drift/compared.ts';
import { NO_TERMS } from './exchange/reading.ts';

/*
 * What a stranger could fill until a comparison takes minutes, though each channel alone is soon compared. What is
 * counted is work. `strangers-bounds.test.ts` has the bounds of a single channel and of all else.
 */

afterEach(() => vi.restoreAllMocks());

/** Compares two plans with these posts on each of so many channels. */
const compareOn = (channels: number, planned: readonly string[], scheduled: readonly string[]) => {
  const names = Array.from({ length: channels }, (_, index) => `c${index}`).join(', ');
  const sideOf = (posts: readonly string[]) => {
    const lines = posts.map((post) => `    - { channels: *all, category: branded, ${post} }\n`);
    const plan = `week: 2026-W48\nchannels: &all [${names}]\nposts:\n  mon:\n${lines.join('')}`;
    const side = readPlanSide(readText(plan), DEFAULT_TERMS, () => {});
    if (side === null) throw new Error('the plan could not be read');
    return side;
  };
  const [side, other] = [sideOf(planned), sideOf(scheduled)];
  const { posts, covered, coversChannel } = fromOtherPlan(other, side.plan, {});
  return compare({ ...side, planned: side.posts, scheduled: posts, covered, coversChannel, grace: 15 });
};

test('the more posts all channels have, the fewer others each is compared with by similar words', () => {
  const titles = (side: string) =>
    Array.from({ length: 100 }, (_, index) => `title: same soup words ${side.repeat(2 + index)}`);
  const comparisons = (channels: number) => {
    const has = vi.spyOn(Map.prototype, 'has');
    compareOn(channels, titles('a'), titles('b'));
    const calls = has.mock.calls.length;
    has.mockRestore();
    return calls;
  };
  const few = comparisons(6);
  expect(few).toBeGreaterThan(6 * 100 * 100);
  expect(comparisons(60)).toBeLessThan(4 * few);
});

test('a long text is looked at once, however many channels have it', () => {
  const get = vi.spyOn(Map.prototype, 'get');
  const text = 'soup '.repeat(10_000);
  const { counts } = compareOn(100, [`text: ${text}a`], [`text: ${text}b`]);
  expect(counts.on_plan + counts.moved).toBe(100);
  const chunks = get.mock.calls.filter(([key]) => String(key).length >= 10_000);
  expect(chunks.length).toBeLessThan(100);
});

test('what is wrong with the categories of rows is said in few words, however many rows and channels there are', () => {
  const aliases = new Map(
    Array.from({ length: 20 }, (_, index) => [`${'a'.repeat(190)}${index}`, 'branded']),
  );
  const reasonsOf = (channels: number, rows: number, name: (row: number) => string) => {
    const names = Array.from({ length: channels }, (_, index) => `c${index}`);
    const { plan } = planSide(`week: 2026-W48\nchannels: [${names.join(', ')}]\nposts:\n`);
    const schedule = scheduleOf(
      Array.from({ length: rows }, (_, row) => ({ channels: names, category: name(row) })),
    );
    return fromRows(schedule, plan, { ...NO_POLICY, aliases }, {}).notes.map(({ reason }) => reason);
  };
  const different = reasonsOf(20, 100, (row) => `name ${row}`);
  expect(different.length).toBe(2000);
  expect(different.filter((reason) => reason.length > 1000).length).toBe(1000);
  expect(new Set(reasonsOf(1, 5000, () => 'name')).size).toBe(1);
});

test('a zone is looked up once, in whatever letter case a calendar writes it', () => {
  const looked: unknown[] = [];
  class Looking extends Intl.DateTimeFormat {
    constructor(...args: ConstructorParameters<typeof Intl.DateTimeFormat>) {
      super(...args);
      looked.push(args[1]?.timeZone);
    }
  }
  Reflect.set(Intl, 'DateTimeFormat', Looking);
  const zones = ['Europe/Vienna', 'europe/vienna', 'EUROPE/VIENNA', 'eUROPE/vIENNA', 'Europe/vienna'];
  const events = zones.map((zone) => {
    return `BEGIN:VEVENT\nDTSTART;TZID=${zone}:20261124T090000\nSUMMARY:A\nEND:VEVENT\n`;
  });
  const calendar = Buffer.from(`BEGIN:VCALENDAR\n${events.join('')}END:VCALENDAR\n`);
  const { rows } = readCalendar(calendar, { ...NO_TERMS, timezone: 'Europe/Kyiv' });
  expect(rows.map(({ time }) => time)).toEqual(zones.map(() => '10:00'));
  Reflect.set(Intl, 'DateTimeFormat', Object.getPrototypeOf(Looking));
  expect(looked.filter((zone) => /vienna/i.test(String(zone))).length).toBe(2);
});

test('a candidate whose post has been taken is looked at once, however many others there are', () => {
  const looks = (rows: number) => {
    // A post shares its title with all rows. Each row but the first and the last is another post, by its id.
    const alike = { level: 0, cost: 0, planned: 0, tier: 1, isWhole: false };
    const byTitle = Array.from({ length: rows }, (_, scheduled) => ({ ...alike, scheduled }));
    const byId = byTitle
      .slice(1, -1)
      .map(({ scheduled }) => ({ ...alike, scheduled, planned: scheduled, tier: 0, isWhole: true }));
    const candidates = [...byTitle, ...byId.reverse()];
    const has = vi.spyOn(Set.prototype, 'has');
    expect(bestMatching(candidates).length).toBe(rows - 1);
    const calls = has.mock.calls.length;
    has.mockRestore();
    return calls;
  };
  expect(looks(2000)).toBeLessThan(6 * looks(500));
});
