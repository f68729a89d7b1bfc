import { brief, quoted } from '../../text/words.ts';

/**
 * Returns a sentence for each channel name that contains a comma: the name counts as one channel, although the user may
 * have meant several.
 */
export function notesOnChannels(names: readonly string[]): readonly string[] {
  const several = names.filter((name) => name.includes(','));
  return several.map((name) => {
    const each = name.split(',').map((part) => `--channel ${brief(part.trim())}`);
    return `--channel: ${quoted(name)} is one channel; for several, write ${each.join(' ')}`;
  });
}
