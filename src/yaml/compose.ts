import {
  type AliasEvent,
  COLLECTION_STYLE,
  type DocumentEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { DEEPEST, endOf, eventsOf, MOST_VALUES, secondDocument } from './events.ts';
import { isNull, type Node, type ScalarNode } from './node.ts';
import type { Anchor, Open } from './open-nodes.ts';
import { YamlProblem } from './syntax-problems.ts';
import { Tags } from './tags.ts';

/**
 * Parses a text with one YAML 1.2 document (core schema and merge keys) into a tree of nodes, each with its range in
 * the text.
 *
 * js-yaml parses the text and decodes the scalars. Its own composer is not used, because it discards the ranges.
 *
 * @param anchorsElsewhere - if `text` is only a part of a longer text, the names of the anchors in the longer text. An
 * alias to such an anchor becomes a null value whose text is the alias
 * @returns the root; `null` for a text without a document (empty, or only comments)
 * @throws {YamlProblem} at the first place that cmplan does not accept or that could exhaust the parser
 * @throws {YAMLException} at the first place that is not valid YAML
 */
export function compose(text: string, anchorsElsewhere?: ReadonlySet<string>): Node | null {
  return new Composer(text, anchorsElsewhere).compose(eventsOf(text));
}

/** How many characters of a text count as one more value: aliases can repeat a long text in many posts. */
const UNITS_A_VALUE = 100;
const LONGEST_KEY = 1024;

class Composer {
  private readonly open: Open[] = [];
  private readonly anchors = new Map<string, Anchor>();
  private readonly tags: Tags;
  private root: Node | null = null;
  private documents = 0;
  /**
   * The offset at which the last value or key ended. The search for brackets, `|` and the next document begins here.
   */
  private position = 0;
  private lastAlias: AliasEvent | null = null;

  private readonly text: string;
  private readonly anchorsElsewhere: ReadonlySet<string> | undefined;

  constructor(text: string, anchorsElsewhere: ReadonlySet<string> | undefined) {
    this.text = text;
    this.anchorsElsewhere = anchorsElsewhere;
    this.tags = new Tags(text);
  }

  compose(events: readonly Event[]): Node | null {
    let values = 0;
    // V8 would optimize a loop with all that it calls, which takes it longer than to read three more plans.
    events.forEach((event) => {
      const isValue = event.type !== EVENT_ID.DOCUMENT && event.type !== EVENT_ID.POP;
      if (isValue && ++values > MOST_VALUES) throw new YamlProblem(0, 'too full');
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          this.beginDocument(event, events);
          break;
        case EVENT_ID.SCALAR: {
          const node = this.scalar(event);
          this.position = Math.max(this.position, node.end);
          const size = 1 + Math.floor(node.text.length / UNITS_A_VALUE);
          const anchor = this.anchorName(event);
          if (anchor !== null) this.anchors.set(anchor, { node, size, depth: 0 });
          this.add(node, size, 0, this.isMergeKey(event, node));
          break;
        }
        case EVENT_ID.SEQUENCE:
          this.begin(event, 'list');
          break;
        case EVENT_ID.MAPPING:
          this.begin(event, 'mapping');
          break;
        case EVENT_ID.ALIAS:
          this.alias(event);
          break;
        case EVENT_ID.POP:
          this.end();
          break;
      }
    });
    return this.root;
  }

  private beginDocument({ directives }: DocumentEvent, events: readonly Event[]): void {
    if (++this.documents > 1)
      throw new YamlProblem(secondDocument(this.text, events, this.position), 'more than one document');
    for (const directive of directives) {
      if (directive.kind === 'tag') this.tags.declare(directive.handle, directive.prefix);
    }
  }

  private begin(event: SequenceEvent | MappingEvent, kind: 'list' | 'mapping'): void {
    this.tags.expectCollection(event, kind);
    if (this.open.length >= DEEPEST) throw new YamlProblem(event.start, 'too deep');
    const anchor = this.anchorName(event);
    if (anchor !== null) this.anchors.set(anchor, { node: null, size: 0, depth: 0 });
    this.position = Math.max(this.position, event.start);
    this.open.push({
      kind,
      flow: event.style === COLLECTION_STYLE.FLOW,
      start: event.start,
      anchor,
      items: [],
      entries: new Map(),
      merged: new Map(),
      oddKeys: [],
      key: null,
      keyIsMerge: false,
      size: 1,
      depth: 1,
    });
  }

  private end(): void {
    const frame = this.open.pop();
    if (frame === undefined) return;
    const end = this.endOf(frame);
    const { start, size, depth, flow: isFlow } = frame;
    const aliased = false;
    for (const [name, entry] of frame.merged) {
      if (!frame.entries.has(name)) frame.entries.set(name, entry);
    }
    const node: Node =
      frame.kind === 'list'
        ? { kind: 'list', isFlow, start, end, aliased, items: frame.items }
        : {
            kind: 'mapping',
            isFlow,
            start,
            end,
            aliased,
            entries: frame.entries,
            oddKeys: frame.oddKeys,
          };
    if (frame.anchor !== null) this.anchors.set(frame.anchor, { node, size, depth });
    this.add(node, size, depth, false);
  }

  private endOf(frame: Open): number {
    if (!frame.flow) return Math.max(this.position, frame.start);
    // `[a: b]` opens a mapping without braces, which ends with its value.
    const bracket = this.text[frame.start];
    if (bracket !== (frame.kind === 'list' ? '[' : '{')) return this.position;
    const from = Math.max(this.position, frame.start + 1);
    this.position = endOf(this.text, /[\s,:?]+|(?<=\s)#[^\n\r]*/y, from) + 1;
    return this.position;
  }

  /** The number of values in the open collections. The values of an anchor count again for each alias. */
  private valuesSoFar(): number {
    return this.open.reduce((sum, { size }) => sum + size, 0);
  }

  private add(node: Node, size: number, depth: number, isMergeKey: boolean): void {
    const frame = this.open.at(-1);
    if (frame === undefined) {
      this.root = node;
      return;
    }
    frame.size += size;
    frame.depth = Math.max(frame.depth, depth + 1);
    if (this.lastAlias !== null) {
      if (this.open.length + depth > DEEPEST)
        throw new YamlProblem(this.lastAlias.anchorStart - 1, 'too deep');
    }
    if (frame.kind === 'list') frame.items.push(node);
    else if (frame.key === null) {
      frame.key = node;
      frame.keyIsMerge = isMergeKey;
    } else {
      this.addPair(frame, frame.key, node);
      frame.key = null;
    }
  }

  private addPair(frame: Open, key: Node, value: Node): void {
    if (key.kind !== 'scalar') {
      frame.oddKeys.push(key);
      return;
    }
    const hasColon = this.hasColon(key, value);
    if (frame.keyIsMerge && hasColon) this.merge(frame, key, value);
    else if (key.text.length > LONGEST_KEY) throw new YamlProblem(key.start, 'long key');
    else if (frame.entries.has(key.text)) throw new YamlProblem(key.start, 'duplicate key', key.text);
    else frame.entries.set(key.text, { key, value, hasColon });
  }

  private hasColon(key: ScalarNode, value: Node): boolean {
    if (key.start === key.end || value.start < value.end) return true;
    return this.text[endOf(this.text, /\s+|(?<=\s)#[^\n\r]*/y, key.end)] === ':';
  }

  private merge(frame: Open, key: Node, value: Node): void {
    if (isNull(value)) return;
    for (const source of value.kind === 'list' ? value.items : [value]) {
      if (source.kind !== 'mapping') throw new YamlProblem(key.start, 'merge of no mapping');
      for (const [name, entry] of source.entries) {
        if (!frame.merged.has(name)) frame.merged.set(name, entry);
      }
    }
  }

  private alias(event: AliasEvent): void {
    const name = this.text.slice(event.anchorStart, event.anchorEnd);
    const start = event.anchorStart - 1;
    const anchor = this.anchors.get(name) ?? this.anchorElsewhere(name);
    if (anchor === undefined) throw new YamlProblem(start, 'unknown alias', name);
    if (anchor.node === null) throw new YamlProblem(start, 'alias of itself', name);
    if (this.valuesSoFar() + anchor.size > MOST_VALUES) throw new YamlProblem(start, 'too many values');
    this.lastAlias = event;
    this.position = event.anchorEnd;
    const frame = this.open.at(-1);
    // Merged entries keep the place where they were written; anything else gets the place of the alias.
    const merged = frame?.kind === 'mapping' && frame.key !== null && frame.keyIsMerge;
    const place = { start, end: event.anchorEnd, aliased: true };
    if (merged) this.add(anchor.node, anchor.size, anchor.depth - 1, false);
    else this.add({ ...anchor.node, ...place }, anchor.size, anchor.depth, false);
  }

  private anchorElsewhere(name: string): Anchor | undefined {
    if (!this.anchorsElsewhere?.has(name)) return undefined;
    const place = { start: 0, end: 0, aliased: true };
    return {
      node: { kind: 'scalar', text: `*${name}`, isPlain: true, value: null, ...place },
      size: 1,
      depth: 0,
    };
  }

  private scalar(event: ScalarEvent): ScalarNode {
    const text = getScalarValue(this.text, event);
    const { start, end } = this.scalarRange(event);
    const isPlain = event.style === SCALAR_STYLE.PLAIN;
    return {
      kind: 'scalar',
      text,
      isPlain,
      value: this.tags.resolve(event, text),
      aliased: false,
      start,
      end,
    };
  }

  private scalarRange(event: ScalarEvent): { start: number; end: number } {
    const { valueStart: start, valueEnd: end } = event;
    if (start < 0) return this.emptyRange(Math.max(this.position, event.anchorEnd, event.tagEnd));
    if (event.style === SCALAR_STYLE.PLAIN) return { start, end };
    if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
      return { start: start - 1, end: end + 1 };
    }
    const header = Math.max(this.position, event.anchorEnd, event.tagEnd);
    const indicator = endOf(this.text, /[\s:?,-]+|(?<=\s)#[^\n\r]*/y, header);
    return { start: indicator, end: start + this.text.slice(start, end).trimEnd().length };
  }

  /** The place of an empty value. In a block list, it is the dash; elsewhere, the offset after whatever precedes it. */
  private emptyRange(after: number): { start: number; end: number } {
    const frame = this.open.at(-1);
    const dash = endOf(this.text, /\s+|(?<=\s)#[^\n\r]*/y, after);
    const isInBlockList = frame?.kind === 'list' && !frame.flow && this.text[dash] === '-';
    return isInBlockList ? { start: dash, end: dash + 1 } : { start: after, end: after };
  }

  private isMergeKey(event: ScalarEvent, node: ScalarNode): boolean {
    if (node.text !== '<<' || event.style !== SCALAR_STYLE.PLAIN) return false;
    return this.open.at(-1)?.kind === 'mapping';
  }

  private anchorName(event: { anchorStart: number; anchorEnd: number }): string | null {
    return event.anchorStart < 0 ? null : this.text.slice(event.anchorStart, event.anchorEnd);
  }
}
