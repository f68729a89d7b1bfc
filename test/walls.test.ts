import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

/** The rooms of the house from the ground up; a file in one imports from its own room and from the floors below. */
const FLOORS: readonly (readonly string[])[] = [
  ['dates.ts', 'exact.ts', 'io.ts', 'remembered.ts', 'version.ts'],
  ['text'],
  ['yaml'],
  ['policy'],
  ['plan'],
  ['analysis'],
  ['editing'],
  ['exchange'],
  ['drafting', 'drift'],
  ['findings'],
  ['rules'],
  ['check'],
  ['json-schema'],
  ['workspace'],
  ['report'],
  ['cli'],
  ['index.ts'],
];

/** Which libraries may be used where; a library that is not here may be used nowhere. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'js-yaml': ['yaml'],
  yaml: ['yaml'],
  'date-fns': ['dates.ts'],
  '@date-fns/utc/date/mini': ['dates.ts'],
  '@date-fns/tz/tzOffset': ['dates.ts'],
  leven: ['text'],
  picomatch: ['workspace'],
  commander: ['cli'],
  chalk: ['report'],
  'fast-string-truncated-width': ['report'],
  'fast-wrap-ansi': ['report'],
  'zod/mini': ['yaml', 'policy', 'plan', 'json-schema'],
  'csv-parse/sync': ['exchange'],
  'ical.js': ['exchange'],
  saxes: ['exchange'],
  tinyqueue: ['drift'],
  'node:buffer': ['yaml'],
  'node:child_process': ['workspace'],
  'node:crypto': ['report', 'workspace'],
  'node:fs': ['io.ts', 'workspace'],
  'node:readline': ['io.ts'],
  'node:vm': ['workspace'],
  'node:zlib': ['exchange'],
  'node:path': ['report', 'version.ts', 'workspace'],
};

/** Rooms that are pure: they use no library, and so see no file, no clock and no colour. */
const PURE = ['analysis', 'check', 'drafting', 'editing', 'findings', 'rules'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (file: string) => file.split(path.sep)[0] ?? file;
const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room));
const importsOf = (file: string) => {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\b[^;']*?from '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, fixed, dynamic]) => fixed ?? dynamic ?? '',
  );
};
const resolved = (file: string, name: string) =>
  path.relative(SRC, path.resolve(SRC, path.dirname(file), name));

describe.each(files)('%s', (file) => {
  const room = roomOf(file);

  test('stands on a floor', () => {
    expect(floorOf(room)).toBeGreaterThanOrEqual(0);
  });

  test('imports from its own room and the floors below alone', () => {
    const inside = importsOf(file).filter((name) => name.startsWith('.') && !name.endsWith('.json'));
    const above = inside.filter((name) => {
      const other = roomOf(resolved(file, name));
      return other !== room && floorOf(other) >= floorOf(room);
    });
    expect(above).toEqual([]);
  });

  test('uses libraries where they belong', () => {
    const outside = importsOf(file).filter((name) => !name.startsWith('.'));
    expect(outside.filter((name) => !LIBRARIES[name]?.includes(room))).toEqual([]);
    if (PURE.includes(room)) expect(outside).toEqual([]);
  });

  test('touches the process in io.ts alone', () => {
    const text = readFileSync(path.join(SRC, file), 'utf8');
    expect(/\bprocess\./.test(text) && file !== 'io.ts').toBe(false);
  });

  test('has no more than 300 lines', () => {
    expect(readFileSync(path.join(SRC, file), 'utf8').split('\n').length).toBeLessThanOrEqual(301);
  });
});

test('the table of rooms for people has every room from the ground up, in the words of its README', () => {
  const text = readFileSync(path.join(SRC, '../CONTRIBUTING.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z-]+)\/` \| (.+) \|$/gm)].map(([, room = '', words = '']) => [
    room,
    words,
  ]);
  const rooms = FLOORS.flat().filter((room) => !room.endsWith('.ts'));
  expect(rows.map(([room]) => room)).toEqual(rooms);
  for (const [room = '', words] of rows) {
    expect(readFileSync(path.join(SRC, room, 'README.md'), 'utf8')).toBe(`${words}\n`);
  }
});

test('few files stand loose beside the rooms', () => {
  expect(files.filter((file) => !file.includes(path.sep)).length).toBeLessThanOrEqual(7);
});

test('no file imports itself over others', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => resolved(file, name)),
    ]),
  );
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) throw new Error(`a circle: ${[...way, file].join(' > ')}`);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});
