import { LONGEST_NAME, nameOf, type Report, reportOddKeys, shown, wrong } from '../fields.ts';
import { isNull, isOwnKey, type MappingNode, type Node } from '../source/node.ts';
import { readTargets } from '../targets/read.ts';
import type { StatedTargets } from '../targets/targets.ts';
import { quoted } from '../words.ts';

/** The channel of a plan that names none. */
export const DEFAULT_CHANNEL = 'default';

/** A plan may have this many channels: far more than any team has, few enough to be counted day by day. */
export const MOST_CHANNELS = 1000;

/** A channel as a plan states it. */
export interface StatedChannel {
  readonly name: string;
  readonly targets: StatedTargets;
}

/**
 * Reads the channels of a plan: one name, a list of names, or a mapping of names to targets.
 *
 * @returns null where not one could be read
 */
export function readChannels(node: Node | undefined, report: Report): readonly StatedChannel[] | null {
  if (node === undefined) return [{ name: DEFAULT_CHANNEL, targets: {} }];
  const stated = node.kind === 'mapping' ? fromMapping(node, report) : fromList(node, report);
  if (stated.length > MOST_CHANNELS) {
    report(
      wrong(
        ['channels'],
        `channels: names ${stated.length} channels, more than ${MOST_CHANNELS}; split the plan`,
      ),
    );
    return null;
  }
  const channels = new Map<string, StatedChannel>();
  for (const { step, name: written, targets } of stated) {
    const name = written.length > LONGEST_NAME ? written : nameOf(written);
    const at = node.kind === 'mapping' ? 'key' : 'value';
    const path = step === null ? ['channels'] : ['channels', step];
    if (name.trim() === '') report(wrong(path, 'channels: an empty name; write the name of the channel', at));
    else if (name.length > LONGEST_NAME)
      report(wrong(path, `channels: ${quoted(name)} is too long for a name; write a shorter one`, at));
    else if (channels.has(name))
      report(wrong(path, `channels: ${quoted(name)} stands here twice; keep one`, at));
    else channels.set(name, { name, targets });
  }
  if (stated.length === 0 && !hasStrangers(node)) {
    report(
      wrong(
        ['channels'],
        'channels: names no channel; write at least one, such as [facebook], or delete the key',
      ),
    );
  }
  return channels.size === 0 ? null : [...channels.values()];
}

interface StatedName extends StatedChannel {
  /** The step from `channels` to it; null where the one name stands by itself. */
  readonly step: string | number | null;
}

function fromMapping(node: MappingNode, report: Report): readonly StatedName[] {
  reportOddKeys(node, ['channels'], report);
  const entries = [...node.entries].filter(([key]) => !isOwnKey(key));
  return entries.map(([key, { value }]) => ({
    step: key,
    name: key,
    targets: isNull(value) ? {} : readTargets(value, ['channels', key], report),
  }));
}

function fromList(node: Node, report: Report): readonly StatedName[] {
  const items = node.kind === 'list' ? node.items : [node];
  return items.flatMap((item, index) => {
    const step = node.kind === 'list' ? index : null;
    if (item.kind === 'scalar' && !isNull(item)) return [{ step, name: item.text, targets: {} }];
    const advice = 'write names such as [facebook, telegram], or a mapping of names to their targets';
    report(wrong(['channels', index], `channels: ${shown(item)} is no name of a channel; ${advice}`));
    return [];
  });
}

/** Whether something else than names stands there; that has had its finding. */
function hasStrangers(node: Node): boolean {
  return node.kind === 'mapping' ? node.oddKeys.length > 0 : node.kind !== 'list' || node.items.length > 0;
}
