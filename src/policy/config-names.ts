import { didYouMean, listed, quoted } from '../text/words.ts';
import { LONGEST_NAME, nameOf, reportOddKeys, shown } from '../yaml/fields.ts';
import { isNull, isOwnKey, type Node, type Path } from '../yaml/node.ts';
import { reportPieces } from '../yaml/pieces.ts';
import { type Report, wrong } from '../yaml/structural-problem.ts';
import { RULE_SETTINGS, type RuleNames, type RuleSetting } from './policy.ts';
import { TARGET_NAMES } from './read-targets.ts';

/** The most names that each of `aliases`, `formats` and `rules` may have in a config. */
const MOST_NAMES = 1000;

/**
 * Reads the value of `aliases`, which gives categories other names. Returns a map from each alias to its category:
 * `emotional: [fun]` gives `fun` → `emotional`. Reports invalid aliases, and leaves them out.
 */
export function readAliases(node: Node | undefined, report: Report): ReadonlyMap<string, string> {
  const example = 'emotional: [fun, humour]';
  const aliases = new Map<string, string>();
  const entries = entriesOf(node, 'aliases', `categories with their other names, such as ${example}`, report);
  const itemsOf = (value: Node) => (value.kind === 'list' ? value.items : [value]);
  if (entries.reduce((sum, [, value]) => sum + itemsOf(value).length, 0) > MOST_NAMES) {
    report(wrong(['aliases'], tooMany('aliases'), 'key'));
    return aliases;
  }
  const categories = new Set(entries.map(([category]) => category));
  for (const [category, value, path] of entries) {
    for (const [index, item] of itemsOf(value).entries()) {
      const place = value.kind === 'list' ? [...path, index] : path;
      if (isNull(item) && value.kind !== 'list') continue;
      const name = readName(
        item,
        'aliases',
        `another name of ${quoted(category)}, as in ${example}`,
        place,
        report,
      );
      if (name === null) continue;
      const earlier = aliases.get(name);
      if (categories.has(name)) {
        const why = `${quoted(name)} has other names of its own, so it cannot be another name itself`;
        report(wrong(place, `aliases: ${why}; delete it in one of the two places`));
      } else if (earlier !== undefined && earlier !== category) {
        const both = `both ${quoted(earlier)} and ${quoted(category)}`;
        report(
          wrong(place, `aliases: ${quoted(name)} cannot be another name of ${both}; keep it under only one`),
        );
      } else aliases.set(name, category);
    }
  }
  return aliases;
}

/**
 * Reads the value of `formats`, the team's own formats. Returns a map from each format to the category that the format
 * implies; `null` for a format that implies none. Reports invalid formats, and leaves them out.
 *
 * @param aliases - the category that each alias stands for; a format may name a category by its alias
 */
export function readFormats(
  node: Node | undefined,
  aliases: ReadonlyMap<string, string>,
  report: Report,
): ReadonlyMap<string, string | null> {
  const example = 'formats with their categories, such as quiz: emotional';
  return new Map(
    entriesOf(node, 'formats', example, report).flatMap(
      ([format, value, path]): [string, string | null][] => {
        if (isNull(value)) return [[format, null]];
        const name = readName(value, 'formats', `a category, as in ${format}: emotional`, path, report);
        return name === null ? [] : [[format, aliases.get(name) ?? name]];
      },
    ),
  );
}

/**
 * Reads the value of `rules`: a severity, or `off`, for each rule that the team sets. Returns these settings by rule
 * id. Reports unknown rules, structural rules (which cannot be set) and invalid settings, and leaves them out.
 */
export function readRules(
  node: Node | undefined,
  { settable, structural }: RuleNames,
  report: Report,
): ReadonlyMap<string, RuleSetting> {
  const rules = new Map<string, RuleSetting>();
  for (const [id, value, path] of entriesOf(
    node,
    'rules',
    'rules, each with off, info, warning or error, such as mix: error',
    report,
  )) {
    if (structural.includes(id)) {
      const why = 'is always on and cannot be set; delete this line';
      report(wrong(path, `rules: the rule ${quoted(id)} ${why}`, 'key'));
    } else if (!settable.includes(id)) {
      const advice = didYouMean(id, settable) || '; the command "cmplan rules" lists them all';
      report(wrong(path, `rules: there is no rule ${quoted(id)}${advice}`, 'key'));
    } else if (!isNull(value)) {
      const text = value.kind === 'scalar' ? value.text : '';
      const setting = RULE_SETTINGS.find((each) => each === text);
      if (setting !== undefined) rules.set(id, setting);
      else {
        const advice = didYouMean(text, RULE_SETTINGS) || `; write ${listed(RULE_SETTINGS)}`;
        report(wrong(path, `rules: ${quoted(id)} cannot be set to ${shown(value)}${advice}`));
      }
    }
  }
  return rules;
}

const ALL = 'all';

/**
 * Reads the value of `locked`, and returns the names of the targets that plans may not set. The name `all` stands for
 * every target. Reports unknown names, and leaves them out.
 */
export function readLocked(node: Node | undefined, report: Report): ReadonlySet<string> {
  const locked = new Set<string>();
  for (const [index, item] of (node?.kind === 'list' ? node.items : node ? [node] : []).entries()) {
    const path = node?.kind === 'list' ? ['locked', index] : ['locked'];
    const name = item.kind === 'scalar' ? item.text : '';
    if (name === ALL) for (const target of TARGET_NAMES) locked.add(target);
    else if (TARGET_NAMES.includes(name)) locked.add(name);
    else {
      const advice = didYouMean(name, [...TARGET_NAMES, ALL]) || `; write ${listed(TARGET_NAMES)}, or all`;
      report(wrong(path, `locked: ${shown(item)} is not a target${advice}`));
    }
  }
  return locked;
}

/**
 * Returns the entries of a mapping whose keys are names; the names are in Unicode NFC. Reports names that are repeated,
 * empty or too long, and leaves them out. Keys that begin with `x-` are left out too.
 */
function entriesOf(
  node: Node | undefined,
  key: string,
  example: string,
  report: Report,
): readonly (readonly [name: string, value: Node, path: Path])[] {
  if (node === undefined) return [];
  if (node.kind !== 'mapping') {
    report(wrong([key], `${key}: ${shown(node)} does not belong here; write ${example}`));
    return [];
  }
  reportOddKeys(node, [key], report);
  // A format without a colon implies no category. Any other name needs a value.
  const mayStandAlone = key === 'formats';
  if (!mayStandAlone) reportPieces(node, [key], report);
  if (node.entries.size > MOST_NAMES) {
    report(wrong([key], tooMany(key), 'key'));
    return [];
  }
  const names = new Set<string>();
  return [...node.entries].flatMap(([written, { value, hasColon }]) => {
    if (isOwnKey(written) || !(hasColon || mayStandAlone)) return [];
    const path = [key, written];
    const name = checkedName(written, key, path, 'key', report);
    if (name === null) return [];
    if (names.has(name)) {
      report(wrong(path, `${key}: ${quoted(name)} appears twice; keep only one`, 'key'));
      return [];
    }
    names.add(name);
    return [[name, value, path] as const];
  });
}

function tooMany(key: string): string {
  return `${key}: there are more than ${MOST_NAMES.toLocaleString('en')} names here; keep only those you need`;
}

/**
 * Returns the name that a value contains, in Unicode NFC. Returns null, and reports it, if the value is not a valid
 * name.
 */
function readName(node: Node, key: string, wanted: string, path: Path, report: Report): string | null {
  if (node.kind === 'scalar' && !isNull(node)) return checkedName(node.text, key, path, 'value', report);
  report(wrong(path, `${key}: ${shown(node)} is not a name; write ${wanted}`));
  return null;
}

function checkedName(
  written: string,
  key: string,
  path: Path,
  at: 'key' | 'value',
  report: Report,
): string | null {
  if (written.trim() === '') {
    report(wrong(path, `${key}: the name here is empty; write a name, or delete this entry`, at));
    return null;
  }
  if (written.length > LONGEST_NAME) {
    report(
      wrong(
        path,
        `${key}: ${quoted(written)} is too long for a name; write at most ${LONGEST_NAME} characters`,
        at,
      ),
    );
    return null;
  }
  return nameOf(written);
}
