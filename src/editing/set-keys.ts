import type { PlanTerms } from '../plan/plan-settings.ts';
import { readSettingsOf } from '../plan/read-plan.ts';
import {
  addEntry,
  type Edit,
  edited,
  endOfValue,
  lineBreakOf,
  lineEnd,
  lineStart,
  ownEntries,
  replaceValue,
} from '../yaml/edits.ts';
import { type Entry, isNull, type MappingNode } from '../yaml/node.ts';
import { readText } from '../yaml/source.ts';
import { written } from '../yaml/written-values.ts';

/**
 * What command-line options ask of a new plan, apart from its slots. What is null here stays as it is in the template.
 */
export interface Wishes {
  /** The ISO week of the plan, such as `2026-W48`. */
  readonly week: string | null;
  /** The time zone of the plan, an IANA name. */
  readonly timezone: string | null;
  readonly channels: readonly string[] | null;
  /** The categories, each with its percentage as the user typed it. */
  readonly mix: readonly (readonly [category: string, percent: string])[] | null;
}

/** No wishes: the template stays as it is. */
export const NO_WISHES: Wishes = { week: null, timezone: null, channels: null, mix: null };

/**
 * Returns the text of a plan that has nothing but the wishes in it, so that a check of this plan finds every mistake in
 * the wishes. If `week` is null, the plan has the week `2026-W48`.
 */
export function planOfWishes({ week, timezone, channels, mix }: Wishes): string {
  const lines = [
    `week: ${written(week ?? '2026-W48')}`,
    ...(timezone === null ? [] : [`timezone: ${written(timezone)}`]),
    ...(channels === null ? [] : [`channels: ${listOf(channels)}`]),
    ...(mix === null ? [] : [`targets: { mix: ${writtenMix(mix)} }`]),
    'posts: {}',
  ];
  return lines.join('\n');
}

/**
 * Returns the text of a template with the wishes filled in. What is null in the wishes, and all other text, stays as it
 * is.
 *
 * @param terms - the settings with which the plan is read; they tell which channels have a mix of their own
 */
export function withWishes(
  text: string,
  { week, timezone, channels, mix }: Wishes,
  terms: PlanTerms,
): string {
  let result = text;
  if (week !== null) result = changed(result, (root) => weekEdits(result, root, week));
  if (timezone !== null) {
    result = changed(result, (root) => [setKey(result, root, 'timezone', written(timezone), HEAD)]);
  }
  if (channels !== null) {
    result = changed(result, (root) => [
      setKey(result, root, 'channels', channelsOf(result, root, channels), [...HEAD, 'timezone']),
    ]);
  }
  return mix === null ? result : withMix(result, writtenMix(mix), terms);
}

/** The keys that come first in a plan. */
const HEAD = ['title', 'week', 'from', 'to'];

function changed(text: string, change: (root: MappingNode) => readonly Edit[]): string {
  const { root } = readText(text);
  return root?.kind === 'mapping' ? edited(text, change(root)) : text;
}

function setKey(
  text: string,
  mapping: MappingNode,
  key: string,
  value: string,
  after: readonly string[],
): Edit {
  const entry = ownEntries(mapping).find((each) => each === mapping.entries.get(key));
  const space = /^[\r\n]/.test(value) ? '' : ' ';
  return entry === undefined
    ? addEntry(text, mapping, `${key}:${space}${value}`, after)
    : replaceValue(text, entry, value);
}

function weekEdits(text: string, root: MappingNode, week: string): readonly Edit[] {
  const [from, to] = [root.entries.get('from'), root.entries.get('to')];
  const hasHalfASpan = (from === undefined) !== (to === undefined);
  if (hasHalfASpan && !root.entries.has('week')) return [];
  if (root.entries.has('week') || from === undefined || to === undefined) {
    return [setKey(text, root, 'week', week, ['title'])];
  }
  return [{ start: from.key.start, end: from.value.end, text: `week: ${week}` }, withoutEntry(text, to)];
}

/** The edit that removes an entry, and its whole line too unless the line has a comment. */
function withoutEntry(text: string, { key, value }: Entry): Edit {
  const end = lineEnd(text, value.end);
  const comment = text.slice(value.end, end).search(/\S/);
  if (comment >= 0) return { start: key.start, end: value.end + comment, text: '' };
  const next = Math.min(end + lineBreakOf(text).length, text.length);
  return { start: lineStart(text, key.start), end: next, text: '' };
}

function listOf(names: readonly string[]): string {
  return `[${names.map(written).join(', ')}]`;
}

/** Returns a mix as a YAML mapping on one line, such as `{ branded: 30, functional: 35, emotional: 35 }`. */
export function writtenMix(mix: NonNullable<Wishes['mix']>): string {
  const parts = mix.map(([category, percent]) => {
    return `${written(category)}: ${written(/^\d+(?:\.\d+)?$/.test(percent) ? Number(percent) : percent)}`;
  });
  return `{ ${parts.join(', ')} }`;
}

/** The new value of `channels`, as YAML. Channels that have targets of their own in the template keep them. */
function channelsOf(text: string, root: MappingNode, names: readonly string[]): string {
  const node = root.entries.get('channels')?.value;
  if (node?.kind !== 'mapping' || node.aliased) return listOf(names);
  const isSame = names.join('\n') === [...node.entries.keys()].join('\n');
  if (isSame) return text.slice(node.start, endOfValue(text, node));
  const stated = names.map((name) => {
    const entry = node.entries.get(name);
    return entry === undefined || isNull(entry.value)
      ? `${written(name)}:`
      : text.slice(entry.key.start, endOfValue(text, entry.value));
  });
  if (node.isFlow) return `{ ${stated.join(', ')} }`;
  const indent = ' '.repeat(node.start - lineStart(text, node.start));
  return stated.join(lineBreakOf(text) + indent);
}

/** Puts a mix where it takes effect: under each channel that has a mix of its own, and for the others in `targets`. */
function withMix(text: string, mix: string, terms: PlanTerms): string {
  const { root } = readText(text);
  const channels = [...(readSettingsOf(root, terms).channels?.values() ?? [])];
  const own = channels.filter(({ layers }) => layers.slice(2).some(({ stated }) => stated.mix !== undefined));
  let result = text;
  if (own.length < channels.length) {
    result = changed(result, (mapping) => [
      setTarget(result, mapping, 'targets', mix, [...HEAD, 'timezone', 'channels']),
    ]);
  }
  if (own.length === 0) return result;
  return changed(result, (mapping) => {
    const entry = mapping.entries.get('channels');
    if (entry?.value.kind === 'mapping' && !entry.value.aliased) {
      const { value } = entry;
      return own.map(({ name }) => setTarget(result, value, name, mix, []));
    }
    const newLine = `${lineBreakOf(result)}  `;
    const lines = channels.map(
      (channel) => `${written(channel.name)}:${own.includes(channel) ? ` { mix: ${mix} }` : ''}`,
    );
    return [setKey(result, mapping, 'channels', newLine + lines.join(newLine), [...HEAD, 'timezone'])];
  });
}

/** The edit that sets the mix in the targets that are the value of a key (`targets`, or a channel). */
function setTarget(
  text: string,
  mapping: MappingNode,
  key: string,
  mix: string,
  after: readonly string[],
): Edit {
  const entry = mapping.entries.get(key);
  if (entry === undefined) return addEntry(text, mapping, `${written(key)}: { mix: ${mix} }`, after);
  const { value } = entry;
  if (value.kind === 'mapping' && !value.aliased) return setKey(text, value, 'mix', mix, []);
  const others = value.aliased ? `<<: ${text.slice(value.start, value.end)}, ` : '';
  return replaceValue(text, entry, `{ ${others}mix: ${mix} }`);
}
