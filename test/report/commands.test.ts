import { describe, expect, test } from 'vitest';
import { driftJson as driftJsonPieces } from '../../src/report/drift/drift-json.ts';
import { driftMarkdown } from '../../src/report/drift/drift-markdown.ts';
import { driftPretty } from '../../src/report/drift/drift-pretty.ts';
import { FORMAT_NAMES, formatterFor } from '../../src/report/report-formats.ts';
import { visible, visibleBefore, visibleJson, withoutCommands } from '../../src/text/escape.ts';
import { compared } from '../drift/compared.ts';
import { checkText } from '../plans.ts';
import { HOSTILE, HOSTILE_FILES, inYaml, planSaying } from './hostile.ts';
import { commandsIn } from './runner.ts';
import { VIEW } from './view.ts';
import { whole } from './whole.ts';

const driftJson = whole(driftJsonPieces);

const WIDTHS = [20, 27, 40, 80, 120] as const;
const files = [
  ...HOSTILE.map((text) => planSaying(text)),
  ...HOSTILE_FILES.map((file) => planSaying('Soup', file)),
];

test('the runner would obey what the tests are about', () => {
  expect(commandsIn('  ::error file=a%2Cb,line=1::x%250A')).toEqual([
    { name: 'error', properties: { file: 'a,b', line: '1' }, data: 'x%0A' },
  ]);
  expect(commandsIn('a ##[add-mask]x')).toEqual([{ name: 'add-mask', properties: {}, data: 'x' }]);
  expect(commandsIn('a ::error::x\nb: error\n##[x]')).toEqual([]);
});

describe.each(FORMAT_NAMES)('what a plan says forges no command in %s', (format) => {
  test.each(WIDTHS)('at %i columns', async (columns) => {
    const formatter = whole(await formatterFor(format));
    for (const colorLevel of [0, 1] as const) {
      const log = formatter(files, { ...VIEW, columns, colorLevel });
      const own = commandsIn(log).filter(
        ({ properties }) => properties.title?.startsWith('cmplan: ') !== true,
      );
      expect(own).toEqual([]);
    }
  });
});

const HEAD =
  'week: 2026-W48\nchannels: [facebook, telegram]\ntargets: { posts_per_day: 0-2 }\nposts:\n  mon:\n';

describe.each(HOSTILE)('a comparison with %j', (text) => {
  const post = `    - { channel: facebook, category: branded, title: ${inYaml(text)} }\n`;
  const result = {
    ...compared(`${HEAD}${post}`, [{ title: `a ${text}`, channels: ['facebook', text] }], {
      covers: { from: '2026-11-23', to: '2026-11-29' },
    }),
    ...{ plan: `${text}.yaml`, schedule: `${text}.csv` },
    period: { from: '2026-11-23', to: '2026-11-29', timezone: null },
    covered: { from: '2026-11-23', to: '2026-11-29' },
  };

  test.each(WIDTHS)('forges none at %i columns', (columns) => {
    expect(commandsIn(driftPretty(result, { columns, colorLevel: 0 }))).toEqual([]);
  });

  test('forges none in any format', () => {
    expect(commandsIn(driftJson(result))).toEqual([]);
    expect(commandsIn(driftMarkdown(result))).toEqual([]);
  });
});

test('what a frame quotes forges none where its parts meet', async () => {
  const { pretty } = await import('../../src/report/pretty/pretty.ts');
  const plan = `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - { category: branded, title: x, link: y##, [error]: z }
    - { category: branded##[error], title: "##[error]" }
    - { "##[error]titel": x, category: branded }
    - { category: "#", title: "a##", "[error]": x }
`;
  expect(commandsIn(pretty([checkText(plan)], { columns: 80, colorLevel: 0 }))).toEqual([]);
  expect(visibleBefore('a##', '[b]') + visible('[b]')).toBe('a#\\u0023[b]');
  expect(visibleBefore('a#', '#[b]') + visible('#[b]')).toBe('a\\u0023#[b]');
  expect(visibleBefore('a#', 'b')).toBe('a#');
});

test('what is no command stays', () => {
  expect(visible('# a ## b [c] #[d]')).toBe('# a ## b [c] #[d]');
  expect(JSON.parse(visibleJson('{"a":"###[error]"}'))).toEqual({ a: '###[error]' });
  expect(withoutCommands('a::b\n : c\n::d\n \u00a0::e\n:::f\n')).toBe(
    'a::b\n : c\n\\u003a:d\n \u00a0\\u003a:e\n\\u003a::f\n',
  );
});
