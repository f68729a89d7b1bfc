import { withAliases } from '../../editing/add-aliases.ts';
import type { Io } from '../../io.ts';
import { RULE_NAMES } from '../../rules/index.ts';
import { groupsOf } from '../../text/groups.ts';
import { quoted } from '../../text/words.ts';
import { type Config, parseConfig } from '../../workspace/configs.ts';
import { pathFrom, readUpTo, whyNot } from '../../workspace/files.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { whyNotThrough, whyNotWritable } from '../../workspace/writing.ts';
import { nameOf } from '../../yaml/fields.ts';
import { MOST_BYTES } from '../../yaml/source.ts';
import { inFlow } from '../../yaml/written-values.ts';

/**
 * Returns the text of a config with the names added to its `aliases`, and the absolute path of its file; null if no
 * name needs to be added. A name is not added if it is its category's own name, or already an alias of the same
 * category.
 *
 * @param meanings - the category that each name stands for, by name
 * @throws {Refusal} if the config cannot be read or written, or if the names cannot be added automatically
 */
export async function configWithAliases(
  config: Config,
  meanings: ReadonlyMap<string, string>,
  { cwd }: Io,
): Promise<{ readonly file: string; readonly text: string } | null> {
  const added = [...meanings].filter(
    ([name, category]) => name !== category && config.aliases.get(nameOf(name)) !== category,
  );
  if (added.length === 0) return null;
  const file = pathFrom(cwd, config.name);
  const why = whyNotThrough(file) ?? whyNotWritable(file);
  if (why !== null) throw new Refusal(`--save: ${quoted(config.name)} ${why}`);
  const text = textOf(file, config.name);
  const names = new Map(
    [...groupsOf(added, ([, category]) => [category])].map(([category, group]) => [
      category,
      group.map(([name]) => name),
    ]),
  );
  const changed = withAliases(text, names);
  const parsed =
    changed === null ? null : await parseConfig(new TextEncoder().encode(changed), config.name, RULE_NAMES);
  const isSaved =
    parsed !== null &&
    'policy' in parsed &&
    parsed.policy.aliases.size ===
      new Set([...config.aliases.keys(), ...added.map(([name]) => nameOf(name))]).size &&
    added.every(([name, category]) => parsed.policy.aliases.get(nameOf(name)) === category);
  if (changed !== null && isSaved) return { file, text: changed };
  throw new Refusal(
    `--save: these names cannot be added to ${quoted(config.name)} by themselves; leave out --save, and write into it: aliases: ${inFlow(Object.fromEntries(names))}`,
  );
}

function textOf(file: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readUpTo(file, MOST_BYTES));
  } catch (error) {
    const why = error instanceof TypeError ? 'is not in UTF-8' : whyNot(error, file);
    throw new Refusal(`--save: ${quoted(name)} ${why}`);
  }
}
