import { didYouMean, listed, quoted } from '../text/words.ts';
import { reportOddKeys, shown } from '../yaml/fields.ts';
import { isNull, isOwnKey, type Node, type Path } from '../yaml/node.ts';
import { reportPieces } from '../yaml/pieces.ts';
import { type Report, wrong } from '../yaml/structural-problem.ts';

/**
 * The roles of columns in a sheet: what a column can contain. If a column fits two roles, it gets the role that comes
 * first here.
 */
export const COLUMN_ROLES = [
  'date',
  'time',
  'week',
  'day',
  'timezone',
  'channel',
  'category',
  'label',
  'format',
  'title',
  'text',
  'status',
  'draft',
  'id',
  'owner',
  'link',
  'media',
  'tags',
  'notes',
  'unplanned',
] as const;
/** The role of a column in a sheet: what the column contains, such as dates or titles. */
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/**
 * Pairs of a role and the name, as written, of a column with that role. If a role has several names, the first one that
 * occurs in a sheet counts.
 */
export type ColumnNames = readonly (readonly [role: ColumnRole, name: string])[];

/** The most names of columns that a config may have. */
const MOST_NAMES = 100;
const EXAMPLE = 'columns: { title: [Tema] }';

/**
 * Reads the value of `sheets`, the names of columns in the team's sheets. Returns these names with their roles. Reports
 * invalid entries, and leaves them out. If there are more than 100 names, reports that and returns none.
 *
 * @param node - the value of the key `sheets`; `undefined` if the config does not have the key
 */
export function readSheets(node: Node | undefined, report: Report): ColumnNames {
  const names: (readonly [ColumnRole, string])[] = [];
  for (const [key, value] of entriesOf(node, ['sheets'], EXAMPLE, report)) {
    const path = ['sheets', key];
    if (key !== 'columns') {
      report(wrong(path, `sheets: ${quoted(key)} is not a setting for sheets; write ${EXAMPLE}`, 'key'));
      continue;
    }
    for (const [role, given] of entriesOf(value, path, 'title: [Tema]', report)) {
      const known = COLUMN_ROLES.find((each) => each === role);
      const items = given.kind === 'list' ? given.items : [given];
      if (known === undefined) {
        const advice = didYouMean(role, COLUMN_ROLES) || `; write ${listed(COLUMN_ROLES)}`;
        report(
          wrong([...path, role], `sheets: ${quoted(role)} is not what a column can have${advice}`, 'key'),
        );
        continue;
      }
      for (const [index, item] of items.entries()) {
        const place = given.kind === 'list' ? [...path, role, index] : [...path, role];
        if (item.kind === 'scalar' && !isNull(item) && item.text.trim() !== '')
          names.push([known, item.text]);
        else
          report(
            wrong(place, `sheets: ${shown(item)} is not the name of a column; write one, as in ${EXAMPLE}`),
          );
      }
    }
  }
  if (names.length <= MOST_NAMES) return names;
  report(
    wrong(
      ['sheets'],
      `sheets: there are more than ${MOST_NAMES} names of columns here; keep only those you need`,
      'key',
    ),
  );
  return [];
}

function entriesOf(
  node: Node | undefined,
  path: Path,
  example: string,
  report: Report,
): readonly (readonly [key: string, value: Node])[] {
  if (node === undefined || isNull(node)) return [];
  if (node.kind !== 'mapping') {
    report(wrong(path, `sheets: ${shown(node)} does not belong here; write ${example}`));
    return [];
  }
  reportOddKeys(node, path, report);
  reportPieces(node, path, report);
  return [...node.entries].flatMap(([key, { value, hasColon }]) =>
    isOwnKey(key) || !hasColon ? [] : [[key, value] as const],
  );
}
