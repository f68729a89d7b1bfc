import { describe, expect, test } from 'vitest';
import { mixOf } from '../../src/policy/targets.ts';
import { policyOf, wished } from './blank-plans.ts';

const HALVES = [
  ['fun', '50'],
  ['work', '50'],
] as const;

describe('the week', () => {
  test('gives way to the one that is wished, and what stands behind it stays', () => {
    expect(wished('week: 2026-W48 # ours\nposts:\n', { week: '2026-W49' })).toBe(
      'week: 2026-W49 # ours\nposts:\n',
    );
    expect(wished('"week": "2026-W48"\nposts:\n', { week: '2026-W49' })).toBe('"week": 2026-W49\nposts:\n');
  });

  test('takes the place of a span', () => {
    expect(wished('from: 2026-12-01 # first\nto: 2026-12-10\nposts:\n', { week: '2026-W49' })).toBe(
      'week: 2026-W49 # first\nposts:\n',
    );
    expect(wished('to: 2026-12-10\nposts:\nfrom: 2026-12-01', { week: '2026-W49' })).toBe(
      'posts:\nweek: 2026-W49',
    );
    expect(wished('from: 2026-12-01\r\nposts:\r\nto: 2026-12-10', { week: '2026-W49' })).toBe(
      'week: 2026-W49\r\nposts:\r\n',
    );
  });

  test('leaves the comment behind the end of a span', () => {
    expect(wished('from: 2026-12-01\nto: 2026-12-10 # long\nposts:\n', { week: '2026-W49' })).toBe(
      'week: 2026-W49\n# long\nposts:\n',
    );
  });

  test('comes first where there is none, behind the title', () => {
    expect(wished('# ours\nposts:\n', { week: '2026-W49' })).toBe('# ours\nweek: 2026-W49\nposts:\n');
    expect(wished('title: Ours\nposts:\n', { week: '2026-W49' })).toBe(
      'title: Ours\nweek: 2026-W49\nposts:\n',
    );
    expect(wished('week:\nposts:\n', { week: '2026-W49' })).toBe('week: 2026-W49\nposts:\n');
  });
});

describe('the time zone', () => {
  test('is set, or stands behind the week', () => {
    expect(wished('timezone: Europe/London # home\n', { timezone: 'Europe/Kyiv' })).toBe(
      'timezone: Europe/Kyiv # home\n',
    );
    expect(wished('week: 2026-W48 # ours\nposts:\n', { timezone: 'Europe/Kyiv' })).toBe(
      'week: 2026-W48 # ours\ntimezone: Europe/Kyiv\nposts:\n',
    );
    expect(wished('week: 2026-W48', { timezone: 'Europe/Kyiv' })).toBe(
      'week: 2026-W48\ntimezone: Europe/Kyiv',
    );
  });
});

describe('the channels', () => {
  test('become a list', () => {
    const channels = ['telegram', 'Київ: новини'];
    expect(wished('week: 2026-W48\nposts:\n', { channels })).toBe(
      'week: 2026-W48\nchannels: [telegram, "Київ: новини"]\nposts:\n',
    );
    expect(wished('channels: facebook\n', { channels })).toBe('channels: [telegram, "Київ: новини"]\n');
    expect(wished('channels:\n  - facebook\n  - telegram\nposts:\n', { channels })).toBe(
      'channels: [telegram, "Київ: новини"]\nposts:\n',
    );
  });

  test('in lines of their own give way, but for the comment above them', () => {
    expect(wished('channels: # ours\n- facebook # big\n- telegram\nposts:\n', { channels: ['a', 'b'] })).toBe(
      'channels: [a, b] # ours\nposts:\n',
    );
  });

  test('that have targets keep them, in lines of their own or in braces', () => {
    const channels = ['telegram', 'tiktok'];
    const block = 'channels:\n  facebook:\n    min_gap: 5\n  telegram:\n    min_gap: 7\nposts:\n';
    expect(wished(block, { channels })).toBe('channels:\n  telegram:\n    min_gap: 7\n  tiktok:\nposts:\n');
    const flow = 'channels: { facebook: { min_gap: 5 }, telegram: { min_gap: 7 }, tiktok }\n';
    expect(wished(flow, { channels })).toBe('channels: { telegram: { min_gap: 7 }, tiktok: }\n');
  });
});

describe('the mix', () => {
  test('goes to the targets', () => {
    expect(
      wished('week: 2026-W48\nposts:\n', {
        mix: [
          ['fun', '33.30'],
          ['work', '66.7'],
        ],
      }),
    ).toBe('week: 2026-W48\ntargets: { mix: { fun: 33.3, work: 66.7 } }\nposts:\n');
    expect(wished('targets: { mix: { a: 1, b: 99 }, reserve: 1 } # ours\n', { mix: HALVES })).toBe(
      'targets: { mix: { fun: 50, work: 50 }, reserve: 1 } # ours\n',
    );
    expect(wished('targets: # ours\n  reserve: 1\nposts:\n', { mix: HALVES })).toBe(
      'targets: # ours\n  mix: { fun: 50, work: 50 }\n  reserve: 1\nposts:\n',
    );
  });

  test('goes to the channels that have one of their own, and to the targets for the others', () => {
    const text = 'channels:\n  facebook: { mix: { a: 1, b: 99 }, reserve: 1 }\n  telegram:\nposts:\n';
    expect(wished(text, { mix: HALVES })).toBe(
      [
        'channels:',
        '  facebook: { mix: { fun: 50, work: 50 }, reserve: 1 }',
        '  telegram:',
        'targets: { mix: { fun: 50, work: 50 } }',
        'posts:',
        '',
      ].join('\n'),
    );
  });

  test('goes to the channels where the config gives them one', () => {
    const policy = policyOf({
      mix: null,
      channels: {
        facebook: mixOf([
          ['a', 40],
          ['b', 60],
        ]),
        telegram: null,
      },
    });
    expect(wished('week: 2026-W48\nposts:\n', { mix: HALVES }, policy)).toBe(
      [
        'week: 2026-W48',
        'channels:',
        '  facebook: { mix: { fun: 50, work: 50 } }',
        '  telegram:',
        'targets: { mix: { fun: 50, work: 50 } }',
        'posts:',
        '',
      ].join('\n'),
    );
  });
});
