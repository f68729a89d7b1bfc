/**
 * Characters that would not be seen as what they are: controls (C0, C1 with the escape that begins terminal sequences),
 * line separators, zero-width and bidirectional controls, tags, lone surrogates and what is no character.
 */
const UNSEEN =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u3164\uffa0\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu;

/** The same characters, but for the breaks between lines. */
const UNSEEN_IN_LINES = new RegExp(`(?!\\n)${UNSEEN.source}`, UNSEEN.flags);

/** `##[command]`, which a runner of GitHub takes for a command wherever it stands in a line of a log. */
const COMMAND_WITHIN = /##(?=\[)/g;
/** `::command::`, which it takes for one at the beginning of a line, white space aside. */
const COMMAND_AT_START = /^([^\S\n\r\u2028\u2029]*):(?=:)/gm;

const ESCAPED_HASH = '\\u0023';
const ESCAPED_COLON = '\\u003a';

/**
 * Text that can stand on one line of a terminal or a log: what would not be seen is written as \u escapes, and so is what
 * a runner would obey. Where the text may come to stand at the beginning of a line, see `withoutCommands`.
 */
export function visible(text: string): string {
  const seen = text.replace(UNSEEN, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return ' ';
    return escaped(character);
  });
  return seen.replace(COMMAND_WITHIN, `#${ESCAPED_HASH}`);
}

/** The same for text that stands right before another: no command comes about where they meet. */
export function visibleBefore(text: string, next: string): string {
  return /^#?\[/.test(next) ? visible(text).replace(/#$/, escaped) : visible(text);
}

/** JSON in which the same is written as \u escapes, so that it is harmless in a terminal and a log too. */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN_IN_LINES, escaped).replace(COMMAND_WITHIN, `#${ESCAPED_HASH}`);
}

/** Lines of visible text, none of which a runner takes for a command. */
export function withoutCommands(lines: string): string {
  return lines.replace(COMMAND_AT_START, `$1${ESCAPED_COLON}`);
}

function escaped(character: string): string {
  const units = character.split('');
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
