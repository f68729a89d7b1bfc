import { type Kind, readFields, textsOf } from '../yaml/fields.ts';
import { isNull, type Node } from '../yaml/node.ts';
import type { Report } from '../yaml/structural-problem.ts';
import { readChannels } from './channels.ts';
import { readAliases, readFormats, readLocked, readRules } from './config-names.ts';
import { configSchema } from './config-shapes.ts';
import { DEFAULT_PLANS, type Policy, type RuleNames } from './policy.ts';
import { readTargets, TARGET_ADVICE, TARGET_NAMES } from './read-targets.ts';
import { readSheets } from './sheet-columns.ts';

const PLAN_KEYS = ['week', 'from', 'to', 'hold', 'posts', 'backlog'];

const CONFIG: Kind = {
  schema: configSchema,
  noun: 'a config',
  example: '"timezone: Europe/Kyiv" and "targets:"',
  elsewhere: (key) => {
    if (TARGET_NAMES.includes(key)) return { meant: 'targets', advice: TARGET_ADVICE };
    return PLAN_KEYS.includes(key) ? { advice: 'it belongs in a plan' } : undefined;
  },
  readByCaller: ['channels', 'targets', 'formats', 'aliases', 'sheets', 'rules', 'locked'],
};

/**
 * Reads a config, and reports everything that is wrong in it. Returns a complete policy: a missing or invalid setting
 * gets its default, but an invalid target is `null`.
 *
 * @param root - the root of the file; `null` if the file is empty, so that it sets nothing
 * @param rules - the ids of the rules that a config can set, and of the rules that it cannot set
 */
export function readConfig(root: Node | null, rules: RuleNames, report: Report): Policy {
  const fields = root === null || isNull(root) ? null : readFields(root, [], CONFIG, report);
  const node = (key: string) => fields?.nodes.get(key);
  const [channels, targets] = [node('channels'), node('targets')];
  const aliases = readAliases(node('aliases'), report);
  const terms = { aliases, locked: new Set<string>() };
  const timezone = fields?.values.get('timezone');
  return {
    plans: fields?.values.has('plans') ? textsOf(node('plans')) : [DEFAULT_PLANS],
    ignore: fields?.values.has('ignore') ? textsOf(node('ignore')) : [],
    timezone: timezone === undefined ? null : String(timezone),
    channels:
      (channels === undefined ? null : readChannels(channels, { ...terms, takesAliases: true }, report)) ??
      [],
    targets: targets === undefined ? {} : readTargets(targets, ['targets'], terms, report),
    formats: readFormats(node('formats'), aliases, report),
    aliases,
    columnNames: readSheets(node('sheets'), report),
    rules: readRules(node('rules'), rules, report),
    locked: readLocked(node('locked'), report),
  };
}
