import { holdSchema, planSchema, postSchema } from '../src/plan/plan-shapes.ts';
import { configSchema } from '../src/policy/config-shapes.ts';
import { targetsSchema } from '../src/policy/target-shapes.ts';

/*
 * Every key of every mapping with every kind of value that may not belong there.
 */

/** Values as they are written in YAML. */
export const VALUES: readonly string[] = [
  '',
  '~',
  '""',
  '" "',
  '{}',
  '[]',
  '[~]',
  '{ a: b }',
  '[{ a: b }]',
  '[[1]]',
  '{ a: { b: [c] } }',
  '{ min: 1 }',
  '{ ? [a] : b }',
  'true',
  '-1',
  '0',
  '1.5',
  '1e999',
  '.nan',
  '-.inf',
  '0x1F',
  '2026-02-30',
  '2026-W54',
  '24:00',
  '9:5',
  '10:00 AM',
  '12-6',
  '120%',
  '"21:00-09:00"',
  'a'.repeat(300),
  '"\\e[31m\\u202e\\u0085\\u2028"',
  '"100%, a: b ]]> ::error:: <script> |"',
];

const keysOf = ({ shape }: { readonly shape: object }) => Object.keys(shape);
/** A key with its value. */
export const line = (key: string, value: string) => `${key}: ${value}`;

/** A mapping: its keys, and how to write one of them with its value. */
export interface OddPlace {
  readonly keys: readonly string[];
  readonly write: (pair: string) => string;
}

/** The mappings of a plan. */
export const PLAN_PLACES: Readonly<Record<string, OddPlace>> = {
  'a plan': { keys: keysOf(planSchema), write: (pair) => `${pair}\n` },
  'a plan with more': { keys: keysOf(planSchema), write: (pair) => `x-a: b\n${pair}\nid: 7\n` },
  'the targets': {
    keys: keysOf(targetsSchema),
    write: (pair) => `week: 2026-W48\ntargets: { ${pair} }\nposts: { mon: [{ category: branded }] }\n`,
  },
  'a channel': {
    keys: keysOf(targetsSchema),
    write: (pair) => `week: 2026-W48\nchannels: { a: { ${pair} }, b: }\nposts: { mon: [{ channel: a }] }\n`,
  },
  'a post': {
    keys: keysOf(postSchema),
    write: (pair) => `week: 2026-W48\nposts: { mon: [{ ${pair} }] }\nbacklog: [{ ${pair} }]\n`,
  },
  'a post in a list': { keys: keysOf(postSchema), write: (pair) => `week: 2026-W48\nposts: [{ ${pair} }]\n` },
  'a hold': { keys: keysOf(holdSchema), write: (pair) => `week: 2026-W48\nhold: { ${pair} }\nposts:\n` },
  'the posts': {
    keys: ['mon', '2026-11-24', 'someday', 'title', '-title'],
    write: (pair) => `week: 2026-W48\nposts: { ${pair} }\n`,
  },
};

/** The mappings of a config. */
export const CONFIG_PLACES: Readonly<Record<string, OddPlace>> = {
  'a config': { keys: keysOf(configSchema), write: (pair) => `${pair}\n` },
  'the targets of a config': { keys: keysOf(targetsSchema), write: (pair) => `targets: { ${pair} }\n` },
  'a channel of a config': {
    keys: keysOf(targetsSchema),
    write: (pair) => `channels: { a: { ${pair} } }\n`,
  },
  'the aliases': {
    keys: ['emotional', 'x'],
    write: (pair) => `aliases: { ${pair}, emotional2: [fun] }\n`,
  },
  'the formats': { keys: ['joke', 'quiz'], write: (pair) => `formats: { ${pair} }\n` },
  'the rules': { keys: ['mix', 'schema', 'nope'], write: (pair) => `rules: { ${pair} }\n` },
};
