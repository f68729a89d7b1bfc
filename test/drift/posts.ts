import type { ChannelPost } from '../../src/drift/drift-model.ts';

/** A post as a test needs it: what is not said is not there. */
export function post(said: Partial<ChannelPost> = {}): ChannelPost {
  const { title = null, text = null, unplanned = false } = said;
  return {
    channel: 'facebook',
    date: '2026-11-23',
    time: null,
    category: null,
    id: null,
    line: 1,
    heldBack: null,
    canBeHeld: !unplanned,
    unplanned,
    openSlot: !unplanned && title === null && text === null,
    ...said,
    title,
    text,
  };
}
