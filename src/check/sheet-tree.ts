import type { ScheduledRow } from '../exchange/rows.ts';
import { DEFAULT_CHANNEL } from '../plan/plan.ts';
import type { Entry, MappingNode, Node, Range, ScalarNode } from '../yaml/node.ts';
import type { Position } from '../yaml/places.ts';

/** A post of a sheet, ready to be counted. */
export interface SheetPost {
  /** The row from which the post was read. */
  readonly row: ScheduledRow;
  /** The names of the channels that the post is for. */
  readonly channels: readonly string[];
  /** The category of the post on these channels; `null` if the row names no known category. */
  readonly category: string | null;
}

/** What stands above the posts in the plan of a sheet. */
interface SheetHead {
  /** The first day of the plan. */
  readonly from: string;
  /** The last day of the plan. */
  readonly to: string;
  /** The names of the channels; empty if neither the team nor the sheet names any. */
  readonly channels: readonly string[];
}

/**
 * Builds the plan in a sheet as a tree of nodes, as if the plan were written in YAML. The ranges of the nodes are not
 * ranges of a text: each stands for a cell of the sheet, whose place `position` returns.
 */
export class SheetTree {
  private readonly head: SheetHead;
  private readonly header: Range;
  private readonly places: Position[] = [];
  private readonly numbers = new Map<string, Range>();

  /**
   * @param headerLine - the line of the header, from 1; problems that are not about one row are placed there
   * @param head - the part of the plan that comes before the posts
   */
  constructor(headerLine: number, head: SheetHead) {
    this.head = head;
    this.header = this.rangeOf(headerLine, 0);
  }

  /**
   * Returns the place of the cell that a range stands for: the line and, as the column, the number of the cell in its
   * row. Both are counted from 1.
   */
  position({ start }: Range): Position {
    const first = { line: 1, column: 1, endLine: 1, endColumn: 2 };
    return this.places[start / 2] ?? first;
  }

  /**
   * Returns the range that stands for a cell.
   *
   * @param line - the line of the row, from 1; `null` for the header
   * @param column - the index of the cell in its row, from 0; `undefined` for the whole row
   */
  cell(line: number | null, column: number | undefined): Range {
    return line === null ? this.header : this.rangeOf(line, column ?? 0);
  }

  /**
   * Returns the root node of the plan.
   *
   * @param posts - the posts of the plan, each as a node that `post` has returned
   */
  root(posts: readonly Node[]): Node {
    const { from, to, channels } = this.head;
    const { header } = this;
    return this.mapping(header, [
      ['from', scalar(from, header)],
      ['to', scalar(to, header)],
      ...(channels.length === 0
        ? []
        : [
            [
              'channels',
              this.list(
                channels.map((name) => scalar(name, header)),
                header,
              ),
            ] as const,
          ]),
      ['posts', this.list(posts, header)],
    ]);
  }

  /** Returns one post as a node of the plan. */
  post({ row, channels, category }: SheetPost): Node {
    const { line, columns } = row;
    const at = (role: string) => this.cell(line, columns.get(role));
    const values: readonly (readonly [key: string, value: string | null, role: string])[] = [
      ['date', row.date, columns.has('date') ? 'date' : 'day'],
      ['time', row.time, columns.has('time') && row.time !== null ? 'time' : 'date'],
      ['category', category, categoryRole(row)],
      ['format', row.format, 'format'],
      ['title', row.title, 'title'],
      ['text', row.text, 'text'],
      ['status', row.status, 'status'],
    ];
    const named = channels.filter((name) => name !== DEFAULT_CHANNEL);
    return this.mapping(this.cell(line, undefined), [
      ...values.flatMap(([key, value, role]) =>
        value === null ? [] : [[key, scalar(value, at(role))] as const],
      ),
      ...(named.length === 0
        ? []
        : [
            [
              'channels',
              this.list(
                named.map((name) => scalar(name, at('channel'))),
                at('channel'),
              ),
            ] as const,
          ]),
      ...(row.unplanned ? [['unplanned', { ...scalar('true', at('unplanned')), value: true }] as const] : []),
    ]);
  }

  private rangeOf(line: number, column: number): Range {
    const key = `${line} ${column}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const start = 2 * this.places.length;
    this.places.push({ line, column: column + 1, endLine: line, endColumn: column + 2 });
    const range = { start, end: start + 1 };
    this.numbers.set(key, range);
    return range;
  }

  private mapping(
    { start, end }: Range,
    entries: readonly (readonly [key: string, value: Node])[],
  ): MappingNode {
    const named = entries.map(([key, value]): [string, Entry] => [
      key,
      { key: scalar(key, value), value, hasColon: true },
    ]);
    return {
      kind: 'mapping',
      start,
      end,
      aliased: false,
      isFlow: false,
      entries: new Map(named),
      oddKeys: [],
    };
  }

  private list(items: readonly Node[], { start, end }: Range): Node {
    return { kind: 'list', start, end, aliased: false, isFlow: false, items };
  }
}

function scalar(text: string, { start, end }: Range): ScalarNode {
  return { kind: 'scalar', text, value: text, isPlain: false, start, end, aliased: false };
}

/** The column in which the category of a row is named. */
function categoryRole({ category, columns }: ScheduledRow): string {
  if (category !== null) return 'category';
  return ['label', 'format', 'tags'].find((role) => columns.has(role)) ?? 'category';
}
