import { visible } from '../text/escape.ts';

/** The characters that are markup, or end a table cell, in the Markdown of GitHub and GitLab. */
const MARKUP = /[\\`*_[\]<>|~$&]/g;
/** The characters that begin an address, which would become a link. */
const ADDRESS = /(?<=:)\/(?=\/)|(?<=www)\./gi;
/** What would mention a person, an issue or a request. Services look for these after they have removed backslashes. */
const REFERENCE = /[@#!](?=\w)|\bGH-(?=\d)/gi;

/** Text of the plan as Markdown on one line. Nothing in it becomes markup or a link, or mentions anybody. */
export function markdownText(text: string): string {
  return visible(text).replace(MARKUP, '\\$&').replace(ADDRESS, '\\$&').replace(REFERENCE, '$&&#8203;');
}
