/**
 * Characters that would not be seen as what they are: controls (C0, C1 with the escape that begins terminal sequences),
 * line separators, zero-width and bidirectional controls, tags and lone surrogates.
 */
const UNSEEN =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u3164\uffa0\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/gu;

/** Text that can stand on one line of a terminal or a log: what would not be seen is written as \u escapes. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return ' ';
    return escaped(character);
  });
}

/** JSON in which what would not be seen is written as \u escapes, so that it is harmless in a terminal too. */
export function visibleJson(json: string): string {
  return json.replace(/[^\n]+/gu, (line) => line.replace(UNSEEN, escaped));
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
