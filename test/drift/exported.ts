import fc from 'fast-check';
import type { Row } from './perturbed.ts';

/** A schedule as a file, and the line of each row in it. */
export interface Exported {
  readonly bytes: Uint8Array;
  readonly lines: readonly number[];
}

const HEADERS = {
  english: ['Date', 'TIME', 'channel', 'Category', 'title', 'id', 'status'],
  ukrainian: ['Дата', 'час', 'соцмережа', 'Категорія', 'ЗАГОЛОВОК', 'id', 'статус'],
  russian: ['дата', 'Время', 'Канал', 'рубрика', 'тема', 'ID', 'Статус'],
} as const;

const clock = (minute: number) => {
  const [hours, minutes] = [Math.floor(minute / 60), String(minute % 60).padStart(2, '0')];
  return { hours, minutes };
};

const TIMES = {
  plain: (minute: number) => `${String(clock(minute).hours).padStart(2, '0')}:${clock(minute).minutes}`,
  seconds: (minute: number) => `${clock(minute).hours}:${clock(minute).minutes}:00`,
  halves: (minute: number) => {
    const { hours, minutes } = clock(minute);
    return `${hours % 12 === 0 ? 12 : hours % 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`;
  },
} as const;

const DATES = {
  iso: (day: number) => `2026-11-${23 + day}`,
  dotted: (day: number) => `${23 + day}.11.2026`,
  dayFirst: (day: number) => `${23 + day}/11/2026`,
  monthFirst: (day: number) => `11/${23 + day}/2026`,
  named: (day: number) => `${23 + day} Nov 2026`,
} as const;

/** Noon in Kyiv is 10:00 in Greenwich in November. */
const withOffset = (day: number, minute: number) =>
  new Date(Date.UTC(2026, 10, 23 + day, 0, minute) - 2 * 3_600_000).toISOString().replace('.000Z', 'Z');

const cell = (text: string, delimiter: string, always: boolean) =>
  always || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const JUNK = ['blank', 'legend', 'idea', 'ragged', 'cancelled'] as const;

/** Some way to write a schedule: the kind of sheet, its delimiter, its dates and times, the order of rows, rows that are no posts. */
export const exported = fc
  .record({
    form: fc.constantFrom('sheet', 'buffer'),
    header: fc.constantFrom(...Object.values(HEADERS)),
    delimiter: fc.constantFrom(',', ';', '\t'),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    hasMark: fc.boolean(),
    quotesAll: fc.boolean(),
    date: fc.constantFrom(...Object.values(DATES)),
    time: fc.constantFrom(...Object.values(TIMES)),
    offsets: fc.boolean(),
    junk: fc.array(fc.tuple(fc.constantFrom(...JUNK), fc.nat(30)), { maxLength: 4 }),
    shuffle: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  })
  .map((way) => (rows: readonly Row[], channels: readonly string[]): Exported => {
    const { delimiter, quotesAll, lineBreak } = way;
    const isBuffer =
      way.form === 'buffer' && channels.length === 1 && rows.every(({ minute }) => minute !== null);
    const write = (cells: readonly string[]) =>
      cells.map((text) => cell(text, delimiter, quotesAll)).join(delimiter);
    const header: readonly string[] = isBuffer ? ['Text', 'Image URL', 'Tags', 'Posting Time'] : way.header;
    const cellsOf = ({ day, minute, channel, category, words, id }: Row): readonly string[] => {
      if (isBuffer) {
        const when = way.offsets
          ? withOffset(day, minute ?? 0)
          : `2026-11-${23 + day} ${TIMES.plain(minute ?? 0)}`;
        return [words, 'https://example.org/a,b.jpg', category === null ? 'x' : `x, ${category}`, when];
      }
      const time = minute === null ? '' : way.time(minute);
      return [way.date(day), time, channel, category ?? '', words, id ?? '', 'Scheduled'];
    };
    const empty = header.map(() => '');
    const junkRow = (kind: (typeof JUNK)[number]): string => {
      if (kind === 'blank') return write(empty);
      if (kind === 'ragged') return write(['x', 'y']);
      const [first, ...rest] = empty;
      if (kind === 'idea')
        return write(isBuffer ? ['An idea', ...rest] : [first ?? '', '', '', '', 'An idea', '', '']);
      const legend = isBuffer ? ['', '', '', 'Legend: red is urgent'] : ['Legend: red is urgent', ...rest];
      if (kind === 'legend' || isBuffer) return write(legend);
      const held = rows[0];
      return held === undefined
        ? write(empty)
        : write([...cellsOf({ ...held, words: 'Held back for now' }).slice(0, 6), 'cancelled']);
    };
    const order = rows.map((_, index) => index).sort((a, b) => (way.shuffle[a] ?? 0) - (way.shuffle[b] ?? 0));
    const written = order.map((index) => ({
      index: index as number | null,
      text: write(cellsOf(rows[index] as Row)),
    }));
    for (const [kind, place] of way.junk)
      written.splice(place % (written.length + 1), 0, { index: null, text: junkRow(kind) });
    const text = [write(header), ...written.map((each) => each.text), ''].join(lineBreak);
    const lines = rows.map((_, index) => written.findIndex((each) => each.index === index) + 2);
    return { bytes: new TextEncoder().encode((way.hasMark ? '\uFEFF' : '') + text), lines };
  });
