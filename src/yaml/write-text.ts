import { Document, Scalar, YAMLSeq } from 'yaml';
import { visibleJson } from '../text/escape.ts';
import { LONGEST_NAME } from './fields.ts';
import { written } from './written-values.ts';

/** Makes the library put every text in quotes that YAML 1.2, or the older YAML 1.1, would not read as a text. */
const AS_READ = { version: '1.2', compat: 'yaml-1.1' } as const;
/** Keeps the library from breaking lines that are not broken in the text. */
const LAYOUT = {
  lineWidth: 0,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  flowCollectionPadding: false,
} as const;

/** The one text that is being written; creating a document for each text would take far longer than writing it. */
const scalar = new Scalar('');
const brackets = new YAMLSeq();
brackets.flow = true;
brackets.items.push(scalar);
const list = new Document(brackets, AS_READ);
const mapping = new Document({ k: scalar }, AS_READ);

/**
 * Returns any text as YAML on one line, with quotes only around a text that needs them. The result may also be put into
 * brackets and braces. Line breaks and invisible characters become escapes.
 */
export function textInLine(text: string): string {
  if (text.length <= LONGEST_NAME && written(text) === text) return text;
  const needsEscapes = text.includes('\n') || visibleJson(text) !== text;
  scalar.value = text;
  scalar.type = needsEscapes ? 'QUOTE_DOUBLE' : 'PLAIN';
  const line = list.toString(LAYOUT).slice('['.length, -']\n'.length);
  return needsEscapes ? visibleJson(line) : line;
}

/**
 * Returns the lines of any text as a block of YAML. The first line, such as `|-`, goes after the colon of a key. The
 * other lines begin with the two spaces by which they must be indented more than the key, unless they are empty. A text
 * with invisible characters becomes one line instead, as `textInLine` writes it.
 */
export function textInBlock(text: string): readonly string[] {
  if (visibleJson(text) !== text) return [textInLine(text)];
  scalar.value = text;
  scalar.type = 'BLOCK_LITERAL';
  return mapping.toString(LAYOUT).slice('k: '.length, -'\n'.length).split('\n');
}
