import { brief, quoted } from '../../text/words.ts';

/**
 * A sentence for each name that contains a comma. The user may have meant several channels, but `--channel` takes one.
 */
export function notesOnChannels(names: readonly string[]): readonly string[] {
  const several = names.filter((name) => name.includes(','));
  return several.map((name) => {
    const each = name.split(',').map((part) => `--channel ${brief(part.trim())}`);
    return `--channel: ${quoted(name)} is one channel; for several, write ${each.join(' ')}`;
  });
}
