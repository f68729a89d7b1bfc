import {
  boolCoreTag,
  floatCoreTag,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  type ScalarEvent,
  strTag,
} from 'js-yaml';
import { groupsOf } from '../text/groups.ts';
import type { ScalarNode } from './node.ts';
import { YamlProblem } from './syntax-problems.ts';

const STANDARD = 'tag:yaml.org,2002:';
const COLLECTION_TAGS = { list: `${STANDARD}seq`, mapping: `${STANDARD}map` } as const;
/** The types that a plain value without a tag can have, in the order in which YAML 1.2 (core) tries them. */
const IMPLICIT_TAGS = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];
/** Those of these types that a value with a certain first character can have. Most texts begin with none of these. */
const TAGS_BY_FIRST = groupsOf(IMPLICIT_TAGS, ({ implicitFirstChars }) => implicitFirstChars ?? []);
const SCALAR_TAGS = new Map([...IMPLICIT_TAGS, strTag].map((tag) => [tag.tagName, tag]));

/** The range of a value's tag in the text; both offsets are -1 if the value has no tag. */
interface Tagged {
  readonly tagStart: number;
  readonly tagEnd: number;
}

/** Finds the type of each value in one YAML text: by the tag of the value or, if it has none, by how it is written. */
export class Tags {
  private readonly text: string;
  private readonly prefixes = new Map<string, string>([['!!', STANDARD]]);

  constructor(text: string) {
    this.text = text;
  }

  /** Records a `%TAG` directive. From then on, `handle` at the start of a tag stands for `prefix`. */
  declare(handle: string, prefix: string): void {
    this.prefixes.set(handle, prefix);
  }

  /**
   * Checks the tag of a list or a mapping, if it has one.
   *
   * @throws {YamlProblem} if a list has a tag other than `!!seq`, or a mapping a tag other than `!!map`
   */
  expectCollection(event: Tagged, kind: 'list' | 'mapping'): void {
    const name = this.nameOf(event);
    if (name !== null && name !== COLLECTION_TAGS[kind]) throw this.unknown(event);
  }

  /**
   * Returns the value that YAML 1.2 (core schema) gives a scalar: its text, a number, a boolean or null.
   *
   * @throws {YamlProblem} if the scalar has a tag that is unknown or does not fit the text, as in `!!int soup`
   */
  resolve(event: ScalarEvent, text: string): ScalarNode['value'] {
    if (event.tagStart < 0) return event.style === SCALAR_STYLE.PLAIN ? plainValueOf(text) : text;
    const name = this.nameOf(event);
    if (name === null) return text;
    const value = SCALAR_TAGS.get(name)?.resolve(text, true, name);
    if (value === undefined || value === NOT_RESOLVED) throw this.unknown(event);
    return value as ScalarNode['value'];
  }

  /** The full name of a tag: `tag:yaml.org,2002:str` for `!!str`. Null without a tag, and for the nameless tag `!`. */
  private nameOf({ tagStart, tagEnd }: Tagged): string | null {
    if (tagStart < 0) return null;
    const tag = this.text.slice(tagStart, tagEnd);
    if (tag === '!') return null;
    if (tag.startsWith('!<')) return tag.slice(2, -1);
    const [, handle = '!', suffix = ''] = /^(!(?:[\w-]*!)?)(.*)$/s.exec(tag) ?? [];
    return (this.prefixes.get(handle) ?? handle) + suffix;
  }

  private unknown({ tagStart, tagEnd }: Tagged): YamlProblem {
    return new YamlProblem(tagStart, 'unknown tag', this.text.slice(tagStart, tagEnd));
  }
}

/** The value of a plain scalar without a tag. */
function plainValueOf(text: string): ScalarNode['value'] {
  for (const tag of TAGS_BY_FIRST.get(text.charAt(0)) ?? []) {
    const value = tag.resolve(text, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return text;
}
