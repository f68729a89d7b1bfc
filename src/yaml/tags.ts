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
import type { ScalarNode } from './node.ts';
import { YamlProblem } from './syntax-problems.ts';

const STANDARD = 'tag:yaml.org,2002:';
const COLLECTION_TAGS = { list: `${STANDARD}seq`, mapping: `${STANDARD}map` } as const;
/** The types that a plain value without a tag can have, in the order in which YAML 1.2 (core) tries them. */
const IMPLICIT_TAGS = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];
const SCALAR_TAGS = new Map([...IMPLICIT_TAGS, strTag].map((tag) => [tag.tagName, tag]));

/** The range of a value's tag in the text; -1 if the value has no tag. */
interface Tagged {
  readonly tagStart: number;
  readonly tagEnd: number;
}

/** Finds out what the values of one YAML text mean: by their tag or, if they have none, by how they are written. */
export class Tags {
  private readonly text: string;
  private readonly prefixes = new Map<string, string>([['!!', STANDARD]]);

  constructor(text: string) {
    this.text = text;
  }

  /** Takes note of a %TAG directive. */
  declare(handle: string, prefix: string): void {
    this.prefixes.set(handle, prefix);
  }

  /**
   * Checks the tag of a list or a mapping, if it has one.
   *
   * @throws {YamlProblem} if it has any tag but that of a list or of a mapping, respectively
   */
  expectCollection(event: Tagged, kind: 'list' | 'mapping'): void {
    const name = this.nameOf(event);
    if (name !== null && name !== COLLECTION_TAGS[kind]) throw this.unknown(event);
  }

  /**
   * Returns what a scalar means in YAML 1.2 (core).
   *
   * @throws {YamlProblem} if its tag is unknown, or does not fit how it is written
   */
  resolve(event: ScalarEvent, text: string): ScalarNode['value'] {
    const name = this.nameOf(event);
    if (name !== null) {
      const value = SCALAR_TAGS.get(name)?.resolve(text, true, name);
      if (value === undefined || value === NOT_RESOLVED) throw this.unknown(event);
      return value as ScalarNode['value'];
    }
    if (event.style !== SCALAR_STYLE.PLAIN || event.tagStart >= 0) return text;
    const first = text.charAt(0);
    for (const tag of IMPLICIT_TAGS) {
      if (tag.implicitFirstChars !== null && !tag.implicitFirstChars.includes(first)) continue;
      const value = tag.resolve(text, false, tag.tagName);
      if (value !== NOT_RESOLVED) return value;
    }
    return text;
  }

  /** The full name of a written tag; null if there is none, and for the tag `!`, which asks for the default. */
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
