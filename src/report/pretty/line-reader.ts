/** Gives a line of a text by its number, from 1 and without its break; an empty one where there is none. */
export type LineReader = (line: number) => string;

/** Finds the lines of a text. As in YAML, a line ends with LF, CR or both. */
export function lineReader(text: string): LineReader {
  const starts = [0];
  const lineBreak = /\r\n|\n|\r/g;
  while (lineBreak.test(text)) starts.push(lineBreak.lastIndex);
  return (line) => {
    const next = starts[line];
    if (next === undefined) return text.slice(starts[line - 1] ?? text.length);
    return text.slice(starts[line - 1], next - (text.endsWith('\r\n', next) ? 2 : 1));
  };
}
