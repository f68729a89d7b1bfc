import { quoted } from '../text/words.ts';
import { LONGEST_NAME, nameOf, reportOddKeys, shown } from '../yaml/fields.ts';
import { isNull, isOwnKey, type MappingNode, type Node, type Path } from '../yaml/node.ts';
import { type Report, wrongAt } from '../yaml/structural-problem.ts';
import { readTargets, type TargetTerms } from './read-targets.ts';
import type { StatedTargets } from './targets.ts';

/** The maximum number of channels in a plan or a config. It limits the work of counting posts by channel and day. */
export const MOST_CHANNELS = 1000;

/**
 * A channel as written in a plan or a config. Its `targets` are only those that the file sets for this very channel.
 */
export interface StatedChannel {
  readonly name: string;
  readonly targets: StatedTargets;
  /** Other names of the channel in sheets and calendars. */
  readonly aliases?: readonly string[];
  /** The path to the channel in the file. */
  readonly path: Path;
}

/**
 * Reads the channels of a plan or a config: one name, a list of names, or a mapping from names to targets. Reports each
 * name that is invalid or repeated, and leaves it out.
 *
 * @param node - the value of the key `channels`
 * @returns the channels in the order of the file; `null` if no channel is valid, or if there are more than 1,000; both
 * are reported
 */
export function readChannels(
  node: Node,
  terms: TargetTerms,
  report: Report,
): readonly StatedChannel[] | null {
  const stated = node.kind === 'mapping' ? fromMapping(node, terms, report) : fromList(node, report);
  if (stated.length > MOST_CHANNELS) {
    report(
      wrongAt(
        'channels',
        ['channels'],
        `${stated.length} channels are more than the ${MOST_CHANNELS.toLocaleString('en')} that cmplan reads; list fewer`,
      ),
    );
    return null;
  }
  const channels = new Map<string, StatedChannel>();
  for (const each of stated) {
    const { path, name: written } = each;
    const name = written.length > LONGEST_NAME ? written : nameOf(written);
    const at = node.kind === 'mapping' ? 'key' : 'value';
    if (name.trim() === '')
      report(wrongAt('channels', path, 'this channel has no name; write one, or delete it', at));
    else if (name.length > LONGEST_NAME)
      report(
        wrongAt(
          'channels',
          path,
          `${quoted(name)} is too long for a name; write at most ${LONGEST_NAME} characters`,
          at,
        ),
      );
    else if (channels.has(name))
      report(wrongAt('channels', path, `${quoted(name)} appears twice; keep only one`, at));
    else channels.set(name, { ...each, name });
  }
  if (stated.length === 0 && !hasStrangers(node)) {
    report(
      wrongAt(
        'channels',
        ['channels'],
        'the list is empty; name at least one channel, such as [facebook], or delete the key',
      ),
    );
  }
  return channels.size === 0 ? null : [...channels.values()];
}

function fromMapping(node: MappingNode, terms: TargetTerms, report: Report): readonly StatedChannel[] {
  reportOddKeys(node, ['channels'], report);
  const entries = [...node.entries].filter(([key]) => !isOwnKey(key));
  return entries.map(([name, { value }]) => {
    const path = ['channels', name];
    if (isNull(value)) return { name, targets: {}, path };
    const aliases = value.kind === 'mapping' && terms.takesAliases ? value.entries.get('aliases') : undefined;
    if (aliases === undefined) return { name, targets: readTargets(value, path, terms, report), path };
    const targets = readTargets(without(value, 'aliases'), path, terms, report);
    return { name, targets, aliases: readOtherNames(aliases.value, [...path, 'aliases'], report), path };
  });
}

function without(node: Node, key: string): Node {
  if (node.kind !== 'mapping') return node;
  return { ...node, entries: new Map([...node.entries].filter(([each]) => each !== key)) };
}

/** The most other names that one channel may have. */
const MOST_ALIASES = 100;

function readOtherNames(node: Node, path: Path, report: Report): readonly string[] {
  const items = node.kind === 'list' ? node.items : isNull(node) ? [] : [node];
  if (items.length > MOST_ALIASES) {
    report(
      wrongAt('aliases', path, `there are more than ${MOST_ALIASES} names here; keep only those you need`),
    );
    return [];
  }
  return items.flatMap((item, index) => {
    if (item.kind === 'scalar' && item.text.trim() !== '' && item.text.length <= LONGEST_NAME)
      return [item.text];
    const place = node.kind === 'list' ? [...path, index] : path;
    const message = `${shown(item)} is not another name of the channel; write names such as [FB, Fanpage]`;
    report(wrongAt('aliases', place, message));
    return [];
  });
}

function fromList(node: Node, report: Report): readonly StatedChannel[] {
  const items = node.kind === 'list' ? node.items : [node];
  return items.flatMap((item, index) => {
    const path = node.kind === 'list' ? ['channels', index] : ['channels'];
    if (item.kind === 'scalar' && !isNull(item)) return [{ name: item.text, targets: {}, path }];
    const advice =
      'write names such as [facebook, telegram], or each name with its targets, such as facebook: { reserve: 20% }';
    report(wrongAt('channels', path, `${shown(item)} is not the name of a channel; ${advice}`));
    return [];
  });
}

/** Whether a value contains anything that is not a channel name. If so, that has already been reported. */
function hasStrangers(node: Node): boolean {
  return node.kind === 'mapping' ? node.oddKeys.length > 0 : node.kind !== 'list' || node.items.length > 0;
}
