import { folded } from '../text/words.ts';

/** The usual name of each social network and, after a colon, its other names. All are in lower case. */
const NETWORKS = [
  'instagram: ig, insta, инстаграм, инстаграмм, инста, інстаграм, інста',
  'facebook: fb, фейсбук, фб, facebook page',
  'x: twitter, x/twitter, twitter/x, твиттер, твітер, твіттер',
  'telegram: tg, телеграм, тг',
  'vk: vkontakte, вк, вконтакте',
  'youtube: yt, you tube, ютуб, ютьюб',
  'linkedin: li, linked in, линкедин, лінкедін',
  'tiktok: tt, tik tok, тикток, тік ток, тікток',
  'threads: тредс, тредз',
  'pinterest: пинтерест, пінтерест',
  'odnoklassniki: ok.ru, одноклассники',
  'whatsapp: ватсап, вотсап',
  'viber: вайбер, вайбер канал',
  'bluesky: bsky, blue sky',
  'mastodon',
  'reddit',
  'snapchat',
  'discord',
  'twitch',
  'medium',
  'google business: google business profile, gbp, gmb, google my business',
] as const;

const NAMES: ReadonlyMap<string, string> = new Map(
  NETWORKS.flatMap((line) => {
    const [network = '', others = ''] = line.split(': ');
    return [network, ...(others === '' ? [] : others.split(', '))].map((name) => [name, network] as const);
  }),
);

/**
 * Returns the usual name, in lower case, of the social network that a name stands for: `instagram` for `IG`. Returns
 * undefined if the name stands for no network that cmplan knows.
 */
export function networkNamed(name: string): string | undefined {
  return name.length > LONGEST_NAME ? undefined : NAMES.get(folded(name));
}

const LONGEST_NAME = 40;

/** Tells whether a name stands for a channel. */
export type IsChannel = (name: string) => boolean;

/**
 * Returns a function that tells whether a name stands for a channel: for one of `channels`, whatever its letter case
 * and white space, or for a social network.
 *
 * @param channels - the names of the plan's channels, and the other names that the team has given them
 */
export function channelsKnown(channels: readonly string[]): IsChannel {
  const known = new Set(channels.map(folded));
  return (name) => networkNamed(name) !== undefined || known.has(folded(name));
}
