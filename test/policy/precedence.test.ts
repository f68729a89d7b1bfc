import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess } from '../cli/run.ts';

/*
 * Where each target comes from, counted here by hand: every key is stated at some of four places, each time with a
 * value of its own, and the most specific place should win. No code is shared with src/.
 */

/** What each place states, by its number from 0 to 3: as it is written, and as it is shown. */
const KEYS: Record<string, (place: number) => [written: string, shown: unknown]> = {
  mix: (place) => [`{ a: ${10 + place}, b: ${90 - place} }`, { a: 10 + place, b: 90 - place }],
  tolerance: (place) => [`${place}.5`, place + 0.5],
  limit: (place) => [`${20 + place}`, 20 + place],
  mix_over: (place) => [
    ['month', 'year', 'none', '2026-10-01'][place] ?? '',
    ['month', 'year', 'none', '2026-10-01'][place],
  ],
  posts_per_day: (place) => [`{ sun: 0, default: ${place}-9 }`, { default: `${place}-9`, sun: 0 }],
  reserve: (place) => (place % 2 === 0 ? [`${place}`, place] : [`${place}%`, `${place}%`]),
  days_off: (place) => [`[${['mon', 'tue', 'wed', 'thu'][place]}]`, [['mon', 'tue', 'wed', 'thu'][place]]],
  max_streak: (place) => [`${place + 1}`, place + 1],
  min_gap: (place) => [`${place * 7}`, place * 7],
  hours: (place) => [`"0${place + 5}:00-20:30"`, `0${place + 5}:00-20:30`],
};
const NAMES = Object.keys(KEYS);
const DEFAULTS: Record<string, unknown> = {
  mix: { branded: 30, functional: 35, emotional: 35 },
  tolerance: 5,
  limit: 15,
  mix_over: 'quarter',
  posts_per_day: '6-12',
  reserve: '20%',
  days_off: [],
  max_streak: null,
  min_gap: 1,
  hours: null,
};
const CHANNELS = ['facebook', 'caf\u00e9 \u0457\u0436\u0430'];

/** What a place says of a key: a value, nothing after the key, a value that is none, or nothing at all. */
type Said = 'value' | 'null' | 'invalid';
type Layer = [key: string, said: Said][];
interface Given {
  /** Config `targets`, plan `targets`, then for each channel config `channels.NAME` and plan `channels.NAME`. */
  configTargets: Layer;
  planTargets: Layer;
  configChannels: (Layer | null)[];
  /** Null: the plan does not name its channels. */
  planChannels: Layer[] | null;
  locked: string[];
  isOneLocked: boolean;
  /** Whether the two files write the names of channels in different Unicode forms. */
  decomposed: boolean;
  comments: number;
}

const layer = (...said: Said[]): fc.Arbitrary<Layer> =>
  fc
    .shuffledSubarray(NAMES)
    .chain((names) =>
      fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), fc.constantFrom(...said)))),
    );
const ofConfig = layer('value', 'value', 'value', 'null');
const ofPlan = layer('value', 'value', 'value', 'value', 'null', 'invalid');
const given: fc.Arbitrary<Given> = fc.record({
  configTargets: ofConfig,
  planTargets: ofPlan,
  configChannels: fc.array(fc.option(ofConfig), { minLength: 2, maxLength: 2 }),
  planChannels: fc.option(fc.array(ofPlan, { minLength: 2, maxLength: 2 })),
  locked: fc.oneof(fc.constantFrom<string[]>([], ['all'], ['mix', 'all']), fc.subarray(NAMES)),
  isOneLocked: fc.boolean(),
  decomposed: fc.boolean(),
  comments: fc.nat(3),
});

interface Setting {
  // biome-ignore lint/suspicious/noExplicitAny: each key has a value of its own kind
  value: any;
  from: { file: string; line: number } | null;
  isInvalid?: true;
}
interface Stated {
  file: string;
  line: number;
  said: Said;
  value: unknown;
}
type Places = Map<string, Stated>;

class Writer {
  readonly lines: string[] = [];
  private readonly file: string;
  private readonly comments: number;

  constructor(file: string, comments: number) {
    this.file = file;
    this.comments = comments;
  }

  put(line: string): void {
    for (let count = 0; count < this.lines.length % (this.comments + 1); count++) this.lines.push('# note');
    this.lines.push(line);
  }

  /** A mapping of targets; says where each stands. */
  targets(head: string, indent: string, given: Layer, place: number): Places {
    this.put(given.length === 0 && indent === '  ' ? `${head} {}` : head);
    const places: Places = new Map();
    for (const [key, said] of given) {
      const [written, value] = KEYS[key]!(place);
      const text = said === 'value' ? ` ${written}` : said === 'null' ? '' : ' [[nonsense]]';
      this.put(`${indent}${key}:${text}`);
      places.set(key, { file: this.file, line: this.lines.length, said, value });
    }
    return places;
  }
}

interface Wanted {
  config: string;
  plan: string;
  /** Of each channel, from the general to the specific. */
  layers: Map<string, Places[]>;
}

function written(all: Given): Wanted {
  const config = new Writer('cmplan.config.yaml', all.comments);
  const plan = new Writer('plan.yaml', 3 - all.comments);
  const nothing: Places = new Map();
  const common = [config.targets('targets:', '  ', all.configTargets, 0)];
  plan.put('week: 2026-W48');
  common.push(plan.targets('targets:', '  ', all.planTargets, 1));
  const layers = new Map(CHANNELS.map((name) => [name, [...common]]));
  if (all.configChannels.some((each) => each !== null)) config.put('channels:');
  for (const [index, each] of all.configChannels.entries()) {
    const name = CHANNELS[index]!;
    const form = all.decomposed ? name.normalize('NFD') : name;
    layers
      .get(name)!
      .push(each === null ? nothing : config.targets(`  ${JSON.stringify(form)}:`, '    ', each, 2));
  }
  if (all.planChannels !== null) plan.put('channels:');
  for (const [index, each] of (all.planChannels ?? []).entries()) {
    const name = CHANNELS[index]!;
    layers.get(name)!.push(plan.targets(`  ${name}:`, '    ', each, 3));
  }
  if (all.planChannels === null) {
    const left = CHANNELS.filter((_, index) => all.configChannels[index] !== null);
    for (const name of CHANNELS) if (!left.includes(name)) layers.delete(name);
    if (left.length === 0) layers.set('default', common);
  }
  if (all.locked.length > 0) {
    const one = all.isOneLocked && all.locked.length === 1 ? all.locked[0] : `[${all.locked.join(', ')}]`;
    config.put(`locked: ${one}`);
  }
  plan.put('posts:');
  return { config: config.lines.join('\n'), plan: plan.lines.join('\n'), layers };
}

/** What `cmplan config` should say of a channel. */
function effective(
  layers: Places[],
  isIgnored: (place: Stated, key: string) => boolean,
): Record<string, Setting> {
  return Object.fromEntries(
    NAMES.map((key) => {
      const last = layers
        .flatMap((places) => places.get(key) ?? [])
        .filter((place) => place.said !== 'null' && !isIgnored(place, key))
        .at(-1);
      if (last === undefined) return [key, { value: DEFAULTS[key], from: null }];
      const from = { file: last.file, line: last.line };
      return last.said === 'value'
        ? [key, { value: last.value, from }]
        : [key, { value: null, from, isInvalid: true }];
    }),
  );
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-precedence-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Report {
  plans: {
    channels: {
      channel: string;
      mix: { categories: { category: string; target: number }[] };
      days: { min: number; max: number }[];
    }[];
  }[];
  findings: { rule: string; severity: string; line: number; message: string }[];
}

async function settings(...args: string[]): Promise<{ channels: Record<string, unknown> }> {
  const { status, stdout, stderr } = await runInProcess(
    ['config', 'plan.yaml', '-f', 'json', ...args],
    folder,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

test('each target comes from the most specific place that states it', async () => {
  await fc.assert(
    fc.asyncProperty(given, async (all) => {
      const { config, plan, layers } = written(all);
      writeFileSync(path.join(folder, 'cmplan.config.yaml'), config);
      writeFileSync(path.join(folder, 'plan.yaml'), plan);
      const isLocked = (key: string) => all.locked.includes('all') || all.locked.includes(key);
      const isOfPlan = ({ file }: Stated) => file === 'plan.yaml';
      const expected = (isIgnored: (place: Stated, key: string) => boolean) =>
        Object.fromEntries([...layers].map(([name, places]) => [name, effective(places, isIgnored)]));

      const { channels } = await settings();
      const wanted = expected((place, key) => isOfPlan(place) && isLocked(key));
      expect(channels).toEqual(wanted);
      expect((await settings('--no-inline')).channels).toEqual(expected(isOfPlan));

      const stated = new Map<number, Stated & { key: string }>();
      for (const place of [...layers.values()].flat())
        for (const [key, each] of place) if (isOfPlan(each)) stated.set(each.line, { ...each, key });
      const wrong = [...stated.values()].filter(
        ({ key, said }) => said === 'invalid' || (said === 'value' && isLocked(key)),
      );
      const { stdout, status } = await runInProcess(['check', 'plan.yaml', '-f', 'json'], folder);
      const report: Report = JSON.parse(stdout);
      // Where a target that they need is invalid, nothing is counted.
      for (const { channel, mix, days } of report.plans[0]!.channels) {
        const { mix: shares, posts_per_day: bounds } = wanted[channel]!;
        if (mix.categories.length > 0) {
          const targets = mix.categories.map(({ category, target }) => [category, target]);
          expect(Object.fromEntries(targets)).toEqual(shares!.value);
        }
        const saturday = days[5];
        if (saturday !== undefined)
          expect(`${saturday.min}-${saturday.max}`).toBe(bounds!.value.default ?? bounds!.value);
      }
      const errors = report.findings.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ rule, line }) => `${rule} ${line}`).sort()).toEqual(
        wrong.map(({ line }) => `schema ${line}`).sort(),
      );
      for (const { line, message } of errors)
        expect(message.includes('locked')).toBe(isLocked(stated.get(line)!.key));
      expect(status).toBe(wrong.length > 0 ? 1 : 0);
    }),
    { numRuns: 200 },
  );
});

test('what comes through a merge comes from the line where it was written', async () => {
  writeFileSync(path.join(folder, 'cmplan.config.yaml'), 'targets: { limit: 30, tolerance: 9 }');
  const plan =
    'x-ours: &ours\n  limit: 21\n  min_gap: 5\nweek: 2026-W48\ntargets:\n  min_gap: 7\n  <<: *ours\nposts:';
  writeFileSync(path.join(folder, 'plan.yaml'), plan);
  const { default: targets } = (await settings()).channels as Record<string, Record<string, Setting>>;
  expect(targets!.limit).toEqual({ value: 21, from: { file: 'plan.yaml', line: 2 } });
  expect(targets!.min_gap).toEqual({ value: 7, from: { file: 'plan.yaml', line: 6 } });
  expect(targets!.tolerance).toEqual({ value: 9, from: { file: 'cmplan.config.yaml', line: 1 } });
});
