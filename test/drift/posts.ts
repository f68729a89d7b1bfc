import type { ChannelPost } from '../../src/drift/model.ts';

/** A post as a test needs it: what is not said is not there. */
export function post(said: Partial<ChannelPost> = {}): ChannelPost {
  const { title = null, text = null } = said;
  return {
    channel: 'facebook',
    date: '2026-11-23',
    time: null,
    category: null,
    id: null,
    line: 1,
    unplanned: false,
    openSlot: title === null && text === null,
    heldBack: null,
    canBeHeld: said.unplanned !== true,
    ...said,
    title,
    text,
  };
}
