import { timeKey } from '../analysis/timeline.ts';
import { DAYS_IN_WEEK, type Day, isDay, spokenDay, weekdayOf } from '../dates.ts';
import type { Plan } from '../plan/plan.ts';
import { groupsOf } from '../text/groups.ts';
import { byText } from '../text/words.ts';
import {
  type Edit,
  endOfEntry,
  endOfLines,
  endOfNode,
  indentOf,
  lineBreakOf,
  lineEnd,
  lineStart,
} from '../yaml/edits.ts';
import type { Entry, ListNode, MappingNode, Node, Path } from '../yaml/node.ts';
import { written } from '../yaml/written-values.ts';
import { OUR_COMMENT, OUR_WORDS_BESIDE, sayRoom } from './day-comments.ts';
import type { FilledDay, OpenSlot } from './slot.ts';

const STEP = 2;

/**
 * Returns the edits that write open slots into a plan, each slot on a line of its own. They also write or update a
 * comment after each day, such as `# 23 Nov, room for 2 more`. Empty if the plan has no key `posts`.
 *
 * @param root - the root of `text`; each post must be on a line of its own, and no day that gets slots may be an alias
 * @param days - each day of each channel, with what the comment on the day says: its room, or why it gets no slots
 */
export function slotEdits(
  text: string,
  root: MappingNode,
  plan: Plan,
  slots: readonly OpenSlot[],
  days: readonly FilledDay[],
): readonly Edit[] {
  const posts = root.entries.get('posts');
  if (posts === undefined) return [];
  const layout = new Layout(text, plan, slots, days);
  const { value } = posts;
  if (value.kind === 'list') return layout.intoList(value);
  return layout.intoDays(posts, value.kind === 'mapping' ? value : null);
}

/** A line to insert. */
interface NewLine {
  readonly line: string;
}

/** A line to insert, with the moment when its post goes out, `2026-11-23 09:00`. */
interface TimedLine extends NewLine {
  readonly moment: string;
}

class Layout {
  private readonly text: string;
  private readonly plan: Plan;
  private readonly newLine: string;
  private readonly slots: ReadonlyMap<Day, readonly OpenSlot[]>;
  private readonly days: ReadonlyMap<Day, readonly FilledDay[]>;
  /** The date and time of each post that is already in the plan, by the path of the post. */
  private readonly moments: ReadonlyMap<string, string>;
  /** For each channel, the text that names it in a line: `channel: facebook, `. Empty if the plan has one channel. */
  private readonly channelColumn: ReadonlyMap<string, string>;
  private readonly categoryColumn: ReadonlyMap<string, string>;

  constructor(text: string, plan: Plan, slots: readonly OpenSlot[], days: readonly FilledDay[]) {
    this.text = text;
    this.plan = plan;
    this.newLine = lineBreakOf(text);
    this.slots = groupsOf(slots, ({ date }) => [date]);
    this.days = groupsOf(days, ({ date }) => [date]);
    this.moments = new Map(plan.posts.map((post) => [post.path.join(' '), timeKey(post)]));
    const names = plan.channels.map(({ name }) => name);
    this.channelColumn = columnOf('channel', names.length > 1 ? names : []);
    this.categoryColumn = columnOf(
      'category',
      slots.map(({ category }) => category),
    );
  }

  /** The edits that put slots under their days; `mapping`, which has the days, is null if there are no days yet. */
  intoDays(posts: Entry, mapping: MappingNode | null): readonly Edit[] {
    const entries = this.entriesByDay(mapping);
    const column =
      mapping === null ? indentOf(this.text, posts.key.start) + STEP : indentOf(this.text, mapping.start);
    const dashColumn = this.dashColumn([...entries.values()]) ?? column + STEP;
    const usesDates = this.usesDates([...entries.values()].map(({ key }) => key));
    const edits: Edit[] = [];
    const newDays: NewLine[] = [];
    for (const day of this.plan.days) {
      const entry = entries.get(day);
      const own = entry === undefined ? [] : [entry];
      const lines = this.linesOf(day, this.dashColumn(own) ?? dashColumn, '');
      if (entry === undefined) {
        const name = usesDates ? day : weekdayOf(day);
        const line = `${' '.repeat(column)}${name}: # ${this.commentOn(day, usesDates)}`;
        newDays.push({ line }, ...lines);
        continue;
      }
      if (newDays.length > 0) edits.push(this.above(entry.key.start, newDays.splice(0)));
      edits.push(this.commentEdit(entry, day, usesDates), ...this.intoDay(entry, day, lines));
    }
    if (newDays.length > 0) {
      const last = [...entries.values()].sort((a, b) => a.key.start - b.key.start).at(-1) ?? posts;
      edits.push(this.below(this.endWithComments(last), newDays));
    }
    return edits;
  }

  intoList(list: ListNode): readonly Edit[] {
    const column = indentOf(this.text, this.dashOf(list, 0));
    const usesDates = this.usesDates(
      list.items.map((item) => (item.kind === 'mapping' ? item.entries.get('date')?.value : undefined)),
    );
    const said = this.saidOnItems(list, usesDates);
    const lines = this.plan.days.flatMap((day) => {
      const ofDay = this.linesOf(day, column, `date: ${usesDates ? day : weekdayOf(day)}, `);
      const comment = said.has(day) ? '' : ` # ${this.commentOn(day, usesDates)}`;
      return ofDay.map(({ line, moment }, index) => ({ line: index === 0 ? line + comment : line, moment }));
    });
    return [...said.values(), ...this.amongItems(list, ['posts'], lines)];
  }

  /** For each day with a comment by cmplan after one of its posts in the list, the edit that updates the comment. */
  private saidOnItems(list: ListNode, usesDates: boolean): ReadonlyMap<Day, Edit> {
    const edits = list.items.flatMap((item, index) => {
      const [day = ''] = (this.moments.get(`posts ${index}`) ?? '').split(' ');
      const end = lineEnd(this.text, item.end);
      const isSaid = OUR_COMMENT.test(this.text.slice(item.end, end).trim());
      const edit = { start: item.end, end, text: ` # ${this.commentOn(day, usesDates)}` };
      return isSaid ? [[day, edit] as const] : [];
    });
    return new Map(edits);
  }

  /** Whether to write days as dates, not weekdays: if the plan has more than a week, or already writes a date. */
  private usesDates(days: readonly (Node | undefined)[]): boolean {
    return (
      this.plan.days.length > DAYS_IN_WEEK || days.some((day) => day?.kind === 'scalar' && isDay(day.text))
    );
  }

  private entriesByDay(mapping: MappingNode | null): ReadonlyMap<Day, Entry> {
    return new Map(
      [...this.plan.dayPaths].flatMap(([day, path]) => {
        const entry = mapping?.entries.get(String(path.at(-1)));
        return entry === undefined ? [] : [[day, entry] as const];
      }),
    );
  }

  /** The column (from 0) of the dashes in the first list of posts among these days; undefined if no day has a list. */
  private dashColumn(days: readonly Entry[]): number | undefined {
    const list = days.map(({ value }) => value).find(isFilledList);
    return list === undefined ? undefined : indentOf(this.text, this.dashOf(list, 0));
  }

  private intoDay(entry: Entry, day: Day, lines: readonly TimedLine[]): readonly Edit[] {
    if (lines.length === 0) return [];
    const { value } = entry;
    if (isFilledList(value)) return this.amongItems(value, this.plan.dayPaths.get(day) ?? [], lines);
    return [this.below(endOfEntry(this.text, entry), lines)];
  }

  /** The edits that put lines among the items of a list, each before the first item that goes out later. */
  private amongItems(list: ListNode, path: Path, lines: readonly TimedLine[]): readonly Edit[] {
    const edits: Edit[] = [];
    let put = 0;
    for (const index of list.items.keys()) {
      const moment = this.moments.get([...path, index].join(' ')) ?? '';
      const from = put;
      while ((lines[put]?.moment ?? moment) < moment) put++;
      if (put > from) edits.push(this.above(this.dashOf(list, index), lines.slice(from, put)));
    }
    const last = list.items.at(-1);
    if (put === lines.length || last === undefined) return edits;
    return [...edits, this.below(endOfNode(this.text, last), lines.slice(put))];
  }

  /** The edit that puts lines above the line at an offset, and above the comments that belong to it. */
  private above(offset: number, lines: readonly NewLine[]): Edit {
    const start = this.startOfLead(offset);
    return { start, end: start, text: lines.map(({ line }) => line + this.newLine).join('') };
  }

  /** The edit that puts lines below the line that ends at an offset. */
  private below(end: number, lines: readonly NewLine[]): Edit {
    return { start: end, end, text: lines.map(({ line }) => this.newLine + line).join('') };
  }

  private dashOf(list: ListNode, index: number): number {
    const column = indentOf(this.text, list.start);
    let start = lineStart(this.text, list.items[index]?.start ?? 0);
    while (start + column > list.start && this.text[start + column] !== '-') {
      start = lineStart(this.text, start - 1);
    }
    return start + column;
  }

  /** The offset where a line begins, or the comments directly above it, unless those are indented further. */
  private startOfLead(offset: number): number {
    const comment = new RegExp(`^ {0,${indentOf(this.text, offset)}}#`);
    let start = lineStart(this.text, offset);
    while (start > 0) {
      const above = lineStart(this.text, endOfLines(this.text, start));
      if (!comment.test(this.text.slice(above, start))) break;
      start = above;
    }
    return start;
  }

  /** The offset where an entry ends, including the comments below it that are indented more than its key. */
  private endWithComments(entry: Entry): number {
    const column = indentOf(this.text, entry.key.start);
    const comment = /[ \t\r\n]*[\r\n]( *)#[^\r\n]*/y;
    let end = endOfEntry(this.text, entry);
    for (;;) {
      comment.lastIndex = end;
      const [, indent = ''] = comment.exec(this.text) ?? [];
      if (indent.length <= column) return end;
      end = comment.lastIndex;
    }
  }

  private linesOf(day: Day, column: number, head: string): readonly TimedLine[] {
    const indent = ' '.repeat(column);
    const slots = [...(this.slots.get(day) ?? [])].sort((a, b) => byText(timeKey(a), timeKey(b)));
    return slots.map(({ date, time, channel, category, format }) => {
      const at = time === null ? '' : `time: "${time}", `;
      const kind = format === null ? '' : `format: ${written(format)}, `;
      const fields = [at, this.channelColumn.get(channel), this.categoryColumn.get(category), kind].join('');
      return { line: `${indent}- { ${head}${fields}title: "" }`, moment: timeKey({ date, time }) };
    });
  }

  /** The edit that writes or updates cmplan's comment after an existing day. It keeps a comment of the user's own. */
  private commentEdit({ key }: Entry, day: Day, usesDates: boolean): Edit {
    const end = lineEnd(this.text, key.end);
    const said = this.commentOn(day, usesDates);
    const hash = this.text.slice(key.end, end).search(/(?<=\s)#/);
    if (hash < 0) return { start: end, end, text: ` # ${said}` };
    const start = key.end + hash;
    const comment = this.text.slice(start, end);
    if (OUR_COMMENT.test(comment)) return { start, end, text: `# ${said}` };
    const beside = OUR_WORDS_BESIDE.exec(comment);
    return { start: beside === null ? end : start + beside.index, end, text: ` (${said})` };
  }

  private commentOn(day: Day, usesDates: boolean): string {
    const date = usesDates ? spokenDay(day) : spokenDay(day).slice('Mon '.length);
    return `${date}, ${sayRoom(this.days.get(day) ?? [])}`;
  }
}

/** For each value, the text `key: value, `, padded so that all have the same width. */
function columnOf(key: string, values: readonly string[]): ReadonlyMap<string, string> {
  const cells = [...new Set(values)].map((value) => [value, `${key}: ${written(value)}, `] as const);
  const width = cells.reduce((most, [, cell]) => Math.max(most, cell.length), 0);
  return new Map(cells.map(([value, cell]) => [value, cell.padEnd(width)]));
}

function isFilledList(node: Node): node is ListNode {
  return node.kind === 'list' && node.items.length > 0;
}
