/**
 * Matches characters that are invisible or change how others are shown: controls (C0, and C1 with the escape that
 * begins terminal sequences), line separators, zero-width and bidirectional controls, tags, lone surrogates and
 * noncharacters.
 */
const UNSEEN =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u3164\uffa0\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu;

/** Matches the same characters, apart from line feeds. */
const UNSEEN_IN_LINES = new RegExp(`(?!\\n)${UNSEEN.source}`, UNSEEN.flags);

/** Matches the beginning of `##[command]`, which a GitHub runner obeys anywhere in a line of a log. */
const COMMAND_WITHIN = /##(?=\[)/g;
/**
 * Matches the beginning of `::command::`, which a GitHub runner obeys at the start of a line, even after white space.
 */
const COMMAND_AT_START = /^([^\S\n\r\u2028\u2029]*):(?=:)/gm;

const ESCAPED_HASH = '\\u0023';
const ESCAPED_COLON = '\\u003a';

/**
 * Returns a string made safe to print within a line of a terminal or a CI log. A tab becomes a space, a line feed the
 * two characters `\n`, and any other invisible character a `\u` sequence. So does the second `#` of `##[`, because
 * GitHub runners obey commands that begin like this. For text at the beginning of a line, use `withoutCommands` as
 * well.
 */
export function visible(text: string): string {
  const seen = text.replace(UNSEEN, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return ' ';
    return escaped(character);
  });
  return seen.replace(COMMAND_WITHIN, `#${ESCAPED_HASH}`);
}

/**
 * Returns `visible(text)` for text that is printed directly before `next`. Also escapes a `#` at the end of `text` that
 * would form `##[` together with `next`, because GitHub runners obey commands that begin like this.
 */
export function visibleBefore(text: string, next: string): string {
  return /^#?\[/.test(next) ? visible(text).replace(/#$/, escaped) : visible(text);
}

/**
 * Returns JSON text made safe to print to a terminal or a CI log. The value that the JSON stands for stays the same.
 * Invisible characters other than line feeds become `\u` sequences. So does the second `#` of `##[`, because GitHub
 * runners obey commands that begin like this.
 */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN_IN_LINES, escaped).replace(COMMAND_WITHIN, `#${ESCAPED_HASH}`);
}

/**
 * Returns lines in which a GitHub runner finds no command such as `::error::`: the first colon of each command at the
 * start of a line is replaced with `\u003a`.
 *
 * @param lines - lines that `visible` has returned, joined by line feeds
 */
export function withoutCommands(lines: string): string {
  return lines.replace(COMMAND_AT_START, `$1${ESCAPED_COLON}`);
}

function escaped(character: string): string {
  const units = character.split('');
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
