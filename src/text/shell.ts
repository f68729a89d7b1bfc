/** Returns a word as it is written in a command line: in quotes if a shell would otherwise not read it as one word. */
export function forShell(word: string): string {
  if (/^[\p{L}\p{N}=,_./-]+$/u.test(word)) return word;
  return /["\\$`!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
