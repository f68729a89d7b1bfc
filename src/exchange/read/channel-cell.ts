import { filledOf, folded } from '../../text/words.ts';

/** What a cell with the names of channels says. */
interface ChannelCell {
  /** The names of the channels, unchanged, each once. */
  readonly channels: readonly string[];
  /** The format that stands in brackets after a channel, as in `Instagram (Reels)`; null if there is none. */
  readonly format: string | null;
}

/** The most channels of a row that are read; a plan has no more. */
const MOST_CHANNELS = 1_000;
const WITH_BRACKETS = /^([^()]*\S)\s*\(([^()]*)\)$/;
/** What may stand between two channels, although it may also be part of a name, as in `M&M's`. */
const DOUBTFUL = /[/+&]|\s(?:and|[\u0438\u0456\u0439]|\u0442\u0430)\s/iu;
/** The kinds of posts that networks have, in addition to the formats of the team. */
const KINDS: ReadonlySet<string> = new Set(
  'reel reels story stories carousel feed post posts photo image video videos short shorts live article poll thread рилс рилз сторис сторіс карусель пост'.split(
    ' ',
  ),
);

/**
 * Returns a function that reads the channels in a cell such as `Facebook, Instagram (Reels)`. The signs `,`, `;` and
 * `|` and line breaks always separate two channels. The signs `/`, `+` and `&` and words such as "and" separate
 * channels only if all the pieces are known channels.
 *
 * @param isChannel - tells whether a name stands for a channel
 * @param formats - the names of the team's formats, in lower case
 */
export function channelReader(
  isChannel: (name: string) => boolean,
  formats: ReadonlySet<string>,
): (cell: string) => ChannelCell {
  return (cell) => {
    if (cell === '') return NO_CHANNEL;
    if (isChannel(cell)) return { channels: [cell], format: null };
    let format: string | null = null;
    const pieces = filledOf(cell.split(/[,;|\n]/, MOST_CHANNELS)).flatMap((piece) => {
      const [, name = piece, kind = ''] = WITH_BRACKETS.exec(piece) ?? [];
      const isKind = KINDS.has(folded(kind)) || formats.has(folded(kind));
      if (isKind) format ??= kind.trim();
      // A profile with its network, as in "Bakery (Facebook)".
      const bare = isKind ? name : !isChannel(name) && isChannel(kind.trim()) ? kind.trim() : piece;
      if (isChannel(bare)) return [bare];
      const parts = bare.length > LONGEST_PIECE ? [] : filledOf(bare.split(DOUBTFUL));
      return parts.length > 1 && parts.every(isChannel) ? parts : [bare];
    });
    return { channels: [...new Set(pieces)], format };
  };
}

const NO_CHANNEL: ChannelCell = { channels: [], format: null };
const LONGEST_PIECE = 1_000;
