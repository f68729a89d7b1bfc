import { visible } from '../text/escape.ts';

/** What is markup, or ends a cell of a table, in the Markdown of GitHub and GitLab. */
const MARKUP = /[\\`*_[\]<>|~$&]/g;
/** What begins an address, which would become a link. */
const ADDRESS = /(?<=:)\/(?=\/)|(?<=www)\./gi;
/** What would name a person, an issue or a request: these are looked for behind the markup, where no backslash is left. */
const REFERENCE = /[@#!](?=\w)|\bGH-(?=\d)/gi;

/** Text of the plan as Markdown shows it: on one line, and nothing in it is markup, a link, or calls anybody. */
export function markdownText(text: string): string {
  return visible(text).replace(MARKUP, '\\$&').replace(ADDRESS, '\\$&').replace(REFERENCE, '$&&#8203;');
}
