import { readXml } from './workbook-xml.ts';

/**
 * What a cell with a number shows: the number itself, a day, a time of day, both (`moment`), a number of hours that may
 * exceed a day (`hours`), or only the name of a weekday.
 */
export type Format = 'number' | 'date' | 'time' | 'moment' | 'hours' | 'weekday';

/** The numbers of the formats that are built into Excel, where they show a day or a time. */
const BUILT_IN: readonly (readonly [first: number, last: number, format: Format])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'moment'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'hours'],
  [47, 47, 'time'],
  [50, 58, 'date'],
];

/** The longest code of a format that Excel allows. */
const LONGEST_CODE = 255;

/** Matches the parts of a format's code that are not for dates: quoted and escaped text, colours and languages. */
const LITERALS = /"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/g;

/**
 * Reads the number formats of a workbook.
 *
 * @param styles - the part of the workbook that is named `styles.xml`
 * @returns the format of each style; a cell refers to its style by the index here, from 0
 * @throws {UnreadableSchedule} if the part is not well-formed XML
 */
export function readFormats(styles: Uint8Array): readonly Format[] {
  const codes = new Map<string, Format>();
  const formats: Format[] = [];
  let isInCells = false;
  readXml(styles, {
    open: (name, attributes) => {
      const { numFmtId = '0', formatCode = '' } = attributes;
      if (name === 'cellXfs') isInCells = true;
      else if (name === 'numFmt') codes.set(numFmtId, formatOf(formatCode));
      else if (name === 'xf' && isInCells) formats.push(codes.get(numFmtId) ?? builtIn(Number(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}

function builtIn(number: number): Format {
  return BUILT_IN.find(([first, last]) => first <= number && number <= last)?.[2] ?? 'number';
}

/** Returns what a cell shows by the code of its format, such as `dd/mm/yyyy hh:mm`. */
function formatOf(code: string): Format {
  const [positive = ''] = code.slice(0, LONGEST_CODE).toLowerCase().replace(LITERALS, '').split(';');
  if (/\[[hms]/.test(positive)) return 'hours';
  const hasTime = /[hs]|am\/pm/.test(positive);
  // The letter m means minutes beside hours or seconds, otherwise the month.
  const hasDate = /[yd]|mmm/.test(positive) || (!hasTime && positive.includes('m'));
  if (positive.includes('general') || (!hasDate && !hasTime)) return 'number';
  if (!hasTime) return hasOnlyWeekday(positive) ? 'weekday' : 'date';
  return hasDate ? 'moment' : 'time';
}

function hasOnlyWeekday(code: string): boolean {
  const days = code.match(/d+/g) ?? [];
  return !/[ym]/.test(code) && days.every(({ length }) => length > 2);
}
