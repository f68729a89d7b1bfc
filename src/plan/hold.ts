import type { Day } from '../dates.ts';
import { type Kind, type Report, readFields, textOf } from '../fields.ts';
import type { Node } from '../source/node.ts';
import { readSpan } from './calendar.ts';
import type { Hold } from './model.ts';
import { holdSchema } from './schema.ts';

const HOLD: Kind = {
  schema: holdSchema,
  noun: 'a hold',
  example: '{ from: 2026-11-26, to: 2026-11-26, reason: a day of mourning }',
};

/** Reads the days on hold: a list of spans, or one span. Spans that are invalid are reported and left out. */
export function readHold(node: Node | undefined, report: Report): readonly Hold[] {
  if (node === undefined) return [];
  const spans =
    node.kind === 'list'
      ? node.items.map((item, index) => [item, ['hold', index]] as const)
      : [[node, ['hold']] as const];
  return spans.flatMap(([span, path]) => {
    const fields = readFields(span, path, HOLD, report);
    if (span.kind !== 'mapping') return [];
    const days = readSpan(fields, path, report);
    return days === null ? [] : [{ ...days, reason: textOf(fields.nodes.get('reason')) }];
  });
}

/** The days that are on hold, each with the first span that it is in. */
export function daysOnHold(spans: readonly Hold[], days: readonly Day[]): ReadonlyMap<Day, Hold> {
  return new Map(
    days.flatMap((day) => {
      const span = spans.find(({ from, to }) => from <= day && day <= to);
      return span === undefined ? [] : [[day, span] as const];
    }),
  );
}
