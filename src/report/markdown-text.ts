import { visible } from '../text/escape.ts';

/** Matches characters that are markup, or end a table cell, in the Markdown of GitHub and GitLab. */
const MARKUP = /[\\`*_[\]<>|~$&]/g;
/** Matches characters that begin an address, which would become a link. */
const ADDRESS = /(?<=:)\/(?=\/)|(?<=www)\./gi;
/**
 * Matches signs that would mention a person, an issue or a request. Services look for them after removing backslashes.
 */
const REFERENCE = /[@#!](?=\w)|\bGH-(?=\d)/gi;

/**
 * Returns Markdown, on one line, that shows text from a plan exactly as it is: nothing in it becomes markup or a link,
 * or mentions anybody.
 */
export function markdownText(text: string): string {
  return visible(text).replace(MARKUP, '\\$&').replace(ADDRESS, '\\$&').replace(REFERENCE, '$&&#8203;');
}
