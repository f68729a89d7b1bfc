import { brief, quoted } from '../../text/words.ts';

/**
 * Returns a sentence about each name that contains a comma: that the name is one channel, in case the user meant
 * several.
 */
export function notesOnChannels(names: readonly string[]): readonly string[] {
  const several = names.filter((name) => name.includes(','));
  return several.map((name) => {
    const each = name.split(',').map((part) => `--channel ${brief(part.trim())}`);
    return `--channel: ${quoted(name)} is one channel; for several, write ${each.join(' ')}`;
  });
}
