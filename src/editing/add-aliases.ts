import {
  addEntry,
  type Edit,
  edited,
  endOfNode,
  indentOf,
  lineBreakOf,
  ownEntries,
  replaceValue,
} from '../yaml/edits.ts';
import { isNull, type ListNode, type MappingNode } from '../yaml/node.ts';
import { readText } from '../yaml/source.ts';
import { written } from '../yaml/written-values.ts';

/**
 * Returns the text of a config with other names of categories added to its `aliases`. Everything else stays unchanged.
 * Returns null if the aliases are written in a way to which nothing can be added, such as an alias of YAML (`*names`).
 *
 * @param text - the text of a config without mistakes
 * @param names - the names to add, by category
 */
export function withAliases(text: string, names: ReadonlyMap<string, readonly string[]>): string | null {
  // Places in a text are counted without its byte-order mark.
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  let result = text.slice(mark.length);
  for (const [category, others] of names) {
    const { root } = readText(result);
    const edit =
      root === null || isNull(root)
        ? atEnd(result, category, others)
        : root.kind === 'mapping'
          ? aliasEdit(result, root, category, others)
          : null;
    if (edit === null) return null;
    result = edited(result, [edit]);
  }
  return mark + result;
}

/** The edit for a config that has no key yet. */
function atEnd(text: string, category: string, names: readonly string[]): Edit {
  const newLine = lineBreakOf(text);
  const before = text === '' || /[\r\n]$/.test(text) ? '' : newLine;
  const line = `aliases:${newLine}  ${lineOf(category, names)}${newLine}`;
  return { start: text.length, end: text.length, text: before + line };
}

function aliasEdit(text: string, root: MappingNode, category: string, names: readonly string[]): Edit | null {
  const entry = root.entries.get('aliases');
  const all = [...root.entries.keys()];
  if (entry === undefined) {
    const line = root.isFlow
      ? `aliases: { ${lineOf(category, names)} }`
      : `aliases:${lineBreakOf(text)}${' '.repeat(indentOf(text, root.start) + 2)}${lineOf(category, names)}`;
    return addEntry(text, root, line, all);
  }
  const { value } = entry;
  if (isNull(value)) return replaceValue(text, entry, `{ ${lineOf(category, names)} }`);
  if (value.kind !== 'mapping' || value.aliased) return null;
  const own = value.entries.get(category);
  if (own === undefined) {
    if (ownEntries(value).length === 0) return replaceValue(text, entry, `{ ${lineOf(category, names)} }`);
    return addEntry(text, value, lineOf(category, names), [...value.entries.keys()]);
  }
  if (own.value.aliased || !ownEntries(value).includes(own)) return null;
  if (isNull(own.value)) return replaceValue(text, own, `[${names.map(written).join(', ')}]`);
  if (own.value.kind === 'list') return listEdit(text, own.value, names);
  if (own.value.kind !== 'scalar') return null;
  const only = text.slice(own.value.start, own.value.end);
  return /[\r\n]/.test(only)
    ? null
    : replaceValue(text, own, `[${[only, ...names.map(written)].join(', ')}]`);
}

/** The edit that adds names to a list: behind its last item, or on lines of their own. */
function listEdit(text: string, list: ListNode, names: readonly string[]): Edit | null {
  const last = list.items.at(-1);
  if (list.isFlow) {
    const start = last?.end ?? list.start + 1;
    return { start, end: start, text: `${last === undefined ? '' : ', '}${names.map(written).join(', ')}` };
  }
  if (last === undefined) return null;
  const dash = `${lineBreakOf(text)}${' '.repeat(indentOf(text, list.start))}- `;
  const start = endOfNode(text, last);
  return { start, end: start, text: names.map((name) => dash + written(name)).join('') };
}

function lineOf(category: string, names: readonly string[]): string {
  return `${written(category)}: [${names.map(written).join(', ')}]`;
}
