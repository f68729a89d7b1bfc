import { folded } from '../../text/words.ts';

const YES: ReadonlySet<string> = new Set([
  'true',
  'yes',
  'y',
  'x',
  'v',
  '1',
  '+',
  '✓',
  '✔',
  '✅',
  '☑',
  'да',
  'так',
  'х',
  'wahr',
  'ja',
  'vrai',
  'oui',
  'verdadero',
  'sí',
  'si',
]);
const NO: ReadonlySet<string> = new Set([
  'false',
  'no',
  'n',
  '0',
  '-',
  '–',
  '—',
  '✗',
  '✘',
  '❌',
  '☐',
  'нет',
  'falsch',
  'nein',
  'faux',
  'non',
  'falso',
  'ні',
]);
const LONGEST = 10;

/**
 * Returns true if `cell` says yes, such as `TRUE` or `x`; false if it says no, such as `0`; null for any other text.
 */
export function yesOrNo(cell: string): boolean | null {
  if (cell.length > LONGEST) return null;
  const word = folded(cell).replace(/\ufe0f/g, '');
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
