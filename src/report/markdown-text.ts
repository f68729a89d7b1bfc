import { visible } from '../text/escape.ts';

/** Matches characters with a meaning in the Markdown of GitHub and GitLab, including `|`, which ends a table cell. */
const MARKUP = /[\\`*_[\]<>|~$&]/g;
/**
 * Matches the second character of `//` after a colon, and the dot after `www`, so that addresses do not become links.
 */
const ADDRESS = /(?<=:)\/(?=\/)|(?<=www)\./gi;
/**
 * Matches the beginning of a reference such as `@name`, `#12`, `!12` or `GH-12`. A backslash would not help here,
 * because services remove it first.
 */
const REFERENCE = /[@#!](?=\w)|\bGH-(?=\d)/gi;

/**
 * Returns text from a plan as one line of Markdown that shows the text as it is: nothing in it becomes markup, a link,
 * or a mention of a person or an issue.
 */
export function markdownText(text: string): string {
  return visible(text).replace(MARKUP, '\\$&').replace(ADDRESS, '\\$&').replace(REFERENCE, '$&&#8203;');
}
