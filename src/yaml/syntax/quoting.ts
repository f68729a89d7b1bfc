import { brief } from '../../text/words.ts';
import type { MistakeKind } from '../syntax-problems.ts';
import type { Guess } from './guess.ts';
import { type Field, POST_KEYS } from './meant-fields.ts';

/** Returns the phrase with which messages refer to the value of a key: `the title`, or `the value of "mix"`. */
export function named(key: string): string {
  return POST_KEYS.includes(key) ? `the ${key}` : `the value of "${key}"`;
}

const CURLY = /^[\u201c\u201d\u201e\u00ab](.*)[\u201c\u201d\u00bb]$/;
const SPECIAL_SIGN = /^[@`%&*!|>{}[\],?#:-]/;

/** Yields suggested fixes for a value: to add quotation marks, or to use different ones. */
export function* needingQuotes({ key, value, start, end, isInBraces }: Field): Iterable<Guess> {
  if (value === '' || /[\r\n]/.test(value)) return;
  const quote = (kind: MistakeKind, why: string, at: number, text = value): Guess => {
    const whole = JSON.stringify(text);
    return {
      kind,
      range: { start: start + at, end: start + at + 1 },
      message: `${why}; write ${key}: ${brief(whole)}`,
      mend: [{ start, end, text: whole }],
    };
  };
  const [mark = ''] = /^["']/.exec(value) ?? [];
  if (mark !== '' && value.length > 1 && value.endsWith(mark)) {
    yield* wrongWithinQuotes(key, value, start, quote);
    return;
  }
  const [, inCurly] = CURLY.exec(value) ?? [];
  if (inCurly !== undefined) {
    yield quote(
      'curly quotes',
      `the quotation marks around ${named(key)} are curly, but YAML needs straight ones`,
      0,
      inCurly,
    );
  }
  if (mark !== '' && value.slice(1).includes(mark)) {
    const behind = value.indexOf(mark, 1) + 1;
    yield quote(
      'words behind quotes',
      `${named(key)} goes on after its closing quotation mark, but the marks must enclose all of it`,
      behind + value.slice(behind).search(/\S|$/),
    );
    return;
  }
  const need = 'so it needs quotation marks';
  const it = named(key);
  const colon = value.search(/:(?=\s|$)/);
  if (colon !== -1) yield quote('colon in text', `${it} has a colon in it, ${need}`, colon);
  const hash = value.search(/(?<=^|\s|[[{,])#/);
  if (hash > 0 && !/^[[{]/.test(value)) {
    yield quote('hash in text', `the # in ${it} begins a comment, so ${it} needs quotation marks`, hash);
  }
  if (SPECIAL_SIGN.test(value) && !/^(?:\[.*\]|\{.*\})$/.test(value)) {
    yield quote('special sign', `${it} begins with ${value.charAt(0)}, ${need}`, 0);
  }
  const bracket = value.search(/[[\]{}]/);
  if (isInBraces && bracket > 0 && !/^[[{]/.test(value)) {
    yield quote('bracket in text', `${it} has a bracket in it, ${need}`, bracket);
  }
  if (value.startsWith('[') && value.endsWith(']')) yield* hashesInList(key, value, start);
}

type Quote = (kind: MistakeKind, why: string, at: number, text?: string) => Guess;

function* wrongWithinQuotes(key: string, value: string, start: number, quote: Quote): Iterable<Guess> {
  const mark = value.charAt(0);
  const inner = value.slice(1, -1);
  const unknown = /\\(?![0abtnvfre "/\\N_LPxuU])/.exec(inner);
  if (mark === '"' && unknown !== null) {
    const at = start + 1 + unknown.index;
    const sign = unknown[0] + inner.charAt(unknown.index + 1);
    yield {
      kind: 'backslash',
      range: { start: at, end: at + 1 },
      message: `in double quotes a backslash has a special meaning, and ${brief(sign)} means nothing; write \\\\ for a plain backslash`,
      mend: [...inner.matchAll(/\\(?![0abtnvfre "/\\N_LPxuU])/g)].map(({ index }) => {
        return { start: start + 1 + index, end: start + 1 + index, text: '\\' };
      }),
    };
  }
  const unescaped = mark === '"' ? /(?<!\\)"/ : /'/;
  const inside = inner.search(unescaped);
  if (inside === -1) return;
  const text = mark === '"' ? inner.replaceAll('\\"', '"') : inner.replaceAll("''", "'");
  const why = `${named(key)} has quotation marks inside its quotation marks; the inner ones need ${mark === '"' ? 'a backslash before them' : 'double ones around the whole text'}`;
  yield quote('quote within quotes', why, 1 + inside, text);
}

/** Guesses that the words with a # in a list such as `[#promo, #soup]` need quotes, because # begins a comment. */
function* hashesInList(key: string, value: string, start: number): Iterable<Guess> {
  const tags = [...value.matchAll(/#[^\s,[\]"'#]+/g)];
  const [first] = tags;
  if (first === undefined) return;
  const whole = value.replace(/#[^\s,[\]"'#]+/g, (tag) => JSON.stringify(tag));
  yield {
    kind: 'hash in text',
    range: { start: start + first.index, end: start + first.index + 1 },
    message: `the # in ${named(key)} begins a comment, so each word with a # needs quotation marks; write ${key}: ${brief(whole)}`,
    mend: tags.map(({ index, 0: tag }) => {
      return { start: start + index, end: start + index + tag.length, text: JSON.stringify(tag) };
    }),
  };
}
