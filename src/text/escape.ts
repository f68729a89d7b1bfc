/**
 * Characters that do not show as what they are: controls (C0, and C1 with the escape that begins terminal sequences),
 * line separators, zero-width and bidirectional controls, tags, lone surrogates and noncharacters.
 */
const UNSEEN =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u3164\uffa0\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu;

/** The same characters without the LF between lines. */
const UNSEEN_IN_LINES = new RegExp(`(?!\\n)${UNSEEN.source}`, UNSEEN.flags);

/** `##[command]`, which a GitHub runner obeys anywhere in a line of a log. */
const COMMAND_WITHIN = /##(?=\[)/g;
/** `::command::`, which a GitHub runner obeys at the beginning of a line, even after white space. */
const COMMAND_AT_START = /^([^\S\n\r\u2028\u2029]*):(?=:)/gm;

const ESCAPED_HASH = '\\u0023';
const ESCAPED_COLON = '\\u003a';

/**
 * A text that is safe on one line of a terminal or a log: characters that would not show, and commands that a runner
 * would obey, are written as \u escapes. For text at the beginning of a line, see `withoutCommands`.
 */
export function visible(text: string): string {
  const seen = text.replace(UNSEEN, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return ' ';
    return escaped(character);
  });
  return seen.replace(COMMAND_WITHIN, `#${ESCAPED_HASH}`);
}

/** `visible(text)` for a text directly before another one, so that no command arises where they meet. */
export function visibleBefore(text: string, next: string): string {
  return /^#?\[/.test(next) ? visible(text).replace(/#$/, escaped) : visible(text);
}

/**
 * JSON that is safe in a terminal or a log: characters that would not show, except LF, and the beginnings of commands
 * are written as \u escapes. Its meaning does not change.
 */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN_IN_LINES, escaped).replace(COMMAND_WITHIN, `#${ESCAPED_HASH}`);
}

/** Lines of visible text in which a GitHub runner finds no command at the beginning of a line. */
export function withoutCommands(lines: string): string {
  return lines.replace(COMMAND_AT_START, `$1${ESCAPED_COLON}`);
}

function escaped(character: string): string {
  const units = character.split('');
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
