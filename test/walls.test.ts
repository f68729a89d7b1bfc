import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

/** The rooms of the house from the ground up; a file in one imports from its own room and from the floors below. */
const FLOORS: readonly (readonly string[])[] = [
  ['words.ts', 'globs.ts', 'dates.ts', 'exact.ts', 'escape.ts', 'io.ts', 'version.ts'],
  ['files.ts', 'progress.ts', 'weekday-words.ts', 'source'],
  ['git.ts'],
  ['templates.ts', 'writing.ts'],
  ['fields.ts'],
  ['schedule'],
  ['targets'],
  ['plan', 'config'],
  ['analysis'],
  ['blank', 'drift', 'starter'],
  ['findings'],
  ['rules'],
  ['suppress.ts', 'not-a-plan.ts'],
  ['check.ts'],
  ['effective.ts'],
  ['workspace'],
  ['json-schema'],
  ['report'],
  ['commands'],
  ['usage'],
  ['cli.ts'],
  ['index.ts'],
];

/** Which libraries may be used where; a library that is not here may be used nowhere. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'js-yaml': ['source'],
  'date-fns': ['dates.ts'],
  '@date-fns/utc/date/mini': ['dates.ts'],
  '@date-fns/tz/tzOffset': ['dates.ts'],
  'fraction.js': ['exact.ts'],
  leven: ['words.ts'],
  picomatch: ['files.ts', 'workspace', 'writing.ts'],
  commander: ['cli.ts', 'usage'],
  chalk: ['report'],
  'fast-string-truncated-width': ['report'],
  'fast-wrap-ansi': ['report'],
  'zod/mini': ['fields.ts', 'targets', 'plan', 'config', 'json-schema'],
  'csv-parse/sync': ['schedule'],
  'ical.js': ['schedule'],
  tinyqueue: ['drift'],
  'node:buffer': ['source'],
  'node:child_process': ['git.ts'],
  'node:crypto': ['report', 'writing.ts'],
  'node:fs': ['files.ts', 'io.ts', 'templates.ts', 'workspace', 'writing.ts'],
  'node:readline': ['io.ts'],
  'node:path': ['files.ts', 'git.ts', 'report', 'templates.ts', 'workspace', 'writing.ts'],
};

/** Rooms that are pure: they see no file, no clock, no colour and no YAML. */
const PURE = ['analysis', 'blank', 'rules'];

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
