import { brief, quoted } from '../../text/words.ts';

/** What people may not have meant who write commas between names: one option stands for one channel. */
export function notesOnChannels(names: readonly string[]): readonly string[] {
  const several = names.filter((name) => name.includes(','));
  return several.map((name) => {
    const each = name.split(',').map((part) => `--channel ${brief(part.trim())}`);
    return `--channel: ${quoted(name)} is one channel; for several, write ${each.join(' ')}`;
  });
}
