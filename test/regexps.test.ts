import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

const SRC = path.resolve(import.meta.dirname, '../src');

interface Literal {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Every regular expression that is written as one. */
function literalsOf(file: string): readonly Literal[] {
  const { code } = transformSync(readFileSync(path.join(SRC, file), 'utf8'), { loader: 'ts' });
  const literals: Literal[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node) literals.push({ file, ...(node.regex as Omit<Literal, 'file'>) });
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(code));
  return literals;
}

const LITERALS = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap(literalsOf);

/** What takes more than linear time on some text, or a stack as long as the text: each with what bounds the text. */
const BOUNDED: Readonly<Record<string, string>> = {
  '^(.*)=(.*)$': 'an argument of the command line',
  '^([^:]*)(:?)(.*)$': 'an argument of the command line',
  '\\\\(?<escaped>.)|(?<any>\\?)|\\[(?<not>[!^]?)(?<set>\\]?(?:\\[:[a-z]+:\\]|[^\\]])*)\\]|(?<other>.)':
    'a glob: 1,000 characters in a config, else an argument of the command line',
  '^[^\\p{L}]+|[^\\p{L}\\p{N}#\\u2116]+$': 'the name of a column: 80 characters',
  '^([^([:\\uff1a]*)[([:\\uff1a](.*?)[)\\]\\s]*$': 'the name of a column: 80 characters',
  '^(.*\\S) ?(?:\\d+|[#\\u2116])$': 'the name of a column: 80 characters',
  ' ?\\(?(\\p{L}[\\p{L}_]*(?:\\/[\\p{L}_+-]+)*)\\)?$': 'the time in a cell: 80 characters',
  '^[^\\p{L}]+|[^\\p{L}]+$': 'a status: 40 characters',
  '[[{].*[}\\]]\\s*,?\\s*[^\\s,]*$': 'a part of a line: 200 characters',
  '[[{][^\\]}]*\\s#': 'a part of a line: 200 characters',
  '^[ \\t]*(?:- +)*["\']?[^\\s:]+["\']?:(?:\\s|$)': 'a part of a line: 200 characters',
  '"(?:[^"\\\\]|\\\\.)*"': 'a part of a line: 200 characters',
  '(?:^|[\\r\\n])[ \\t]*(?:-[ \\t]+)?\\{?[ \\t]*["\']?$|[{,][ \\t\\r\\n]*["\']?$':
    'what stands before a key: 100 characters',
  '([ \\t\\u00a0]*)([^\\r\\n]*)(?:\\r\\n|\\n|\\r|$)':
    'matches at the first try, for a line ends where the next one begins',
  "^(?:[&!]\\S{1,60} +)?(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|\\*\\S{1,60} |[^\\s\"'#{}[\\],&*!|>%@`:-][^:#]{0,100}?)\\s*:(?=\\s|$)":
    'a part of a line: 200 characters',
  '^(?:\\s+[&!]\\S+)*(?:\\s+#.*|\\s*)$': 'a part of a line: 200 characters',
  "^\\s+(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^\\s\"'[{|>&!*%@`#].*?)\\s*(?:\\s#.*)?$":
    'a part of a line: 200 characters',
  '(?:^|[:?-]\\s+)(?:[&!]\\S+\\s+)*[|>][-+\\d]{0,2}(?:\\s+#.*|\\s*)$': 'a part of a line: 200 characters',
  '[ \\t]+#[^"\'}]*$': 'a stretch that is guessed at: 10,000 characters',
  '\\s*(?:-|\\u2013|to)\\s*': 'the hours of a channel: 200 characters',
  '^(?:[\\p{L}\\d][\\p{L}\\p{M}\\d_/%-]*(?: [\\p{L}\\p{M}\\d_/%-]+)*)$': 'a name: 200 characters',
  '(?:\\p{RI}\\p{RI}|.)(?:[\\p{M}\\p{Emoji_Modifier}\\u200c]|\\u200d.)*': 'what fits into a line',
  '^[A-Z-]+(?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*:':
    'the head of a line of a calendar: 1,000 characters',
  '"[^"]*"|[\\\\_*].|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]':
    'the code of a format of a workbook: 255 characters',
  '\\.?0+$': 'a small number with 20 decimals',
};

/** A group that is repeated without an end: the engine keeps a place on its stack for every repetition. */
const REPEATED_GROUP = /(?<!\\)\)(?:[*+]|\{\d+,\})/;

const isHeavy = ({ pattern, flags }: Literal) =>
  REPEATED_GROUP.test(pattern) || analyse({ source: pattern, flags }).reports.length > 0;

test('regular expressions take time in proportion to the text, and no stack, whatever it is', () => {
  expect(LITERALS.length).toBeGreaterThan(50);
  const heavy = LITERALS.filter(isHeavy).filter(({ pattern }) => !(pattern in BOUNDED));
  expect(heavy.map(({ file, pattern }) => `${file}: ${pattern}`)).toEqual([]);
});

test('what is excused is there, and would be found', () => {
  const heavy = new Set(LITERALS.filter(isHeavy).map(({ pattern }) => pattern));
  expect(Object.keys(BOUNDED).filter((pattern) => !heavy.has(pattern))).toEqual([]);
});
