import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { type Mix, mixOf } from '../../src/policy/targets.ts';
import type { TeamPolicy } from '../../src/policy/team-policy.ts';
import { readSource } from '../../src/yaml/source.ts';
import type { Problem } from '../../src/yaml/structural-problem.ts';
import { policyOf, type Team, wished } from './blank-plans.ts';

const CHANNELS = ['facebook', 'telegram', 'канал новин', 'a: b', 'x'];
const someMix = fc.integer({ min: 1, max: 99 }).map((percent) => [percent, 100 - percent] as const);
const team: fc.Arbitrary<Team> = fc.record({
  mix: fc.option(
    someMix.map(([a, b]) =>
      mixOf([
        ['a', a],
        ['b', b],
      ]),
    ),
  ),
  channels: fc.dictionary(
    fc.constantFrom(...CHANNELS),
    fc.option(
      someMix.map(([a, b]) =>
        mixOf([
          ['c', a],
          ['d', b],
        ]),
      ),
    ),
    { maxKeys: 3 },
  ),
});

/** Targets behind a key, as a template may write them; `column` is that of the key. */
const targets = fc
  .tuple(
    fc.constantFrom(
      'none',
      'flow',
      'flow mix',
      'flow mix last',
      'block',
      'block mix',
      'deep mix',
      'alias',
      'merge',
    ),
    someMix,
  )
  .map(([form, [a, b]]) => (column: number): string => {
    const indent = `\n${' '.repeat(column + 2)}`;
    const mix = `{ e: ${a}, f: ${b} }`;
    const forms: Readonly<Record<string, string>> = {
      none: ' # nothing',
      flow: ' { reserve: 0 } # some',
      'flow mix': ` { mix: ${mix}, reserve: 0 }`,
      'flow mix last': ` { reserve: 0, mix: ${mix} } # ours`,
      block: `${indent}reserve: 0`,
      'block mix': ` # ours${indent}reserve: 0${indent}mix: ${mix} # more`,
      'deep mix': `${indent}mix: # ours${indent}  e: ${a}${indent}  f: ${b}${indent}reserve: 0`,
      alias: ' *shared',
      merge: `${indent}<<: *shared${indent}reserve: 0`,
    };
    return forms[form] ?? '';
  });
const template = fc
  .record({
    channels: fc.oneof(
      fc.constant(null),
      fc
        .uniqueArray(fc.constantFrom(...CHANNELS), { minLength: 1 })
        .map((names) => ` ${JSON.stringify(names)}`),
      fc.dictionary(fc.constantFrom(...CHANNELS), targets, { minKeys: 1 }).map((own) =>
        Object.entries(own)
          .map(([name, each]) => `\n  ${JSON.stringify(name)}:${each(2)}`)
          .join(''),
      ),
      fc.dictionary(fc.constantFrom(...CHANNELS), fc.option(someMix), { minKeys: 1 }).map((own) => {
        const parts = Object.entries(own).map(([name, mix]) => {
          return `${JSON.stringify(name)}: ${mix === null ? '' : `{ mix: { g: ${mix[0]}, h: ${mix[1]} } }`}`;
        });
        return ` { ${parts.join(', ')} }`;
      }),
    ),
    common: fc.option(targets),
    targetsFirst: fc.boolean(),
    lineBreak: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ channels, common, targetsFirst, lineBreak }) => {
    const parts = [
      channels === null ? [] : [`channels:${channels}`],
      common === null ? [] : [`targets:${common(0)}`],
    ];
    const lines = [
      'x-shared: &shared { mix: { i: 20, j: 80 } }',
      'week: 2026-W48',
      ...(targetsFirst ? [...parts].reverse() : parts).flat(),
      'posts:',
      '',
    ];
    return lines.join('\n').replaceAll('\n', lineBreak);
  });
const wishes = fc.record({
  mix: someMix.map(
    ([a, b]) =>
      [
        ['y', `${a}`],
        ['z', `${b}`],
      ] as const,
  ),
  channels: fc.option(fc.uniqueArray(fc.constantFrom(...CHANNELS, 'new one'), { minLength: 1 })),
});

/** Reads what a plan says of its channels, and everything that is wrong with it. */
function readBack(text: string, policy: TeamPolicy) {
  const problems: Problem[] = [];
  const { root } = readSource(new TextEncoder().encode(text));
  const plan = readPlan(root, { policy, inline: true }, (problem) => problems.push(problem));
  return { channels: plan?.channels ?? [], problems: problems.map(({ message }) => message) };
}

const stated = (mix: Mix | null) => mix?.map(({ category, percent }) => [category, `${percent}`]);

describe('any wishes', () => {
  test('of a mix win on every channel, whatever the config and the template say', () => {
    fc.assert(
      fc.property(team, template, wishes, (each, text, { mix }) => {
        const policy = policyOf(each);
        const before = readBack(text, policy);
        const { channels, problems } = readBack(wished(text, { mix }, policy), policy);
        expect(problems).toEqual([]);
        expect(channels.map(({ name }) => name)).toEqual(before.channels.map(({ name }) => name));
        for (const { targets } of channels) expect(stated(targets.mix)).toEqual(mix);
        const reserves = ({ channels }: typeof before) => channels.map(({ targets }) => targets.reserve);
        expect(reserves({ channels, problems })).toEqual(reserves(before));
      }),
      { numRuns: 500 },
    );
  });

  test('of channels and a mix give exactly those channels, each with that mix', () => {
    fc.assert(
      fc.property(team, template, wishes, (each, text, { mix, channels: names }) => {
        fc.pre(names !== null);
        const policy = policyOf(each);
        const { channels, problems } = readBack(wished(text, { mix, channels: names }, policy), policy);
        expect(problems).toEqual([]);
        expect(channels.map(({ name }) => name)).toEqual(names);
        for (const { targets } of channels) expect(stated(targets.mix)).toEqual(mix);
      }),
      { numRuns: 500 },
    );
  });

  test('of channels alone keep the targets of those that the template has', () => {
    fc.assert(
      fc.property(team, template, wishes, (each, text, { channels: names }) => {
        fc.pre(names !== null);
        const policy = policyOf(each);
        const before = new Map(readBack(text, policy).channels.map(({ name, targets }) => [name, targets]));
        const { channels, problems } = readBack(wished(text, { channels: names }, policy), policy);
        expect(problems).toEqual([]);
        expect(channels.map(({ name }) => name)).toEqual(names);
        for (const { name, targets } of channels) {
          expect(stated(targets.mix)).toEqual(stated((before.get(name) ?? targets).mix));
        }
      }),
      { numRuns: 500 },
    );
  });
});
