import { folded } from '../text/words.ts';
import { LONGEST_NAME } from '../yaml/fields.ts';

/** The usual names of networks and other places to publish, each with its other names. */
const NETWORKS: Readonly<Record<string, readonly string[]>> = {
  instagram: ['ig', 'insta', 'инстаграм', 'инста', 'інстаграм', 'інста'],
  facebook: ['fb', 'фейсбук', 'фб'],
  x: ['twitter', 'x/twitter', 'twitter/x', 'x (twitter)', 'твиттер', 'твіттер'],
  telegram: ['tg', 'телеграм', 'телеграмм', 'тг'],
  vk: ['vkontakte', 'вк', 'вконтакте'],
  youtube: ['yt', 'ютуб', 'ютьюб'],
  linkedin: ['li', 'линкедин', 'лінкедін'],
  tiktok: ['тикток', 'тікток'],
  pinterest: ['пинтерест', 'пінтерест'],
  threads: ['тредс'],
  whatsapp: ['ватсап', 'вотсап'],
  viber: ['вайбер'],
  bluesky: [],
  mastodon: [],
  reddit: [],
  snapchat: [],
  discord: [],
  twitch: [],
  odnoklassniki: ['ok.ru', 'одноклассники'],
  'google business': ['google business profile', 'google my business', 'gmb', 'gbp'],
  medium: [],
  blog: ['блог'],
  newsletter: ['рассылка', 'розсилка'],
  email: ['e-mail'],
};

const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(NETWORKS).flatMap(([network, others]) =>
    [network, ...others].map((name) => [withoutSpaces(name), network] as const),
  ),
);

/**
 * Returns the usual name of the network that `name` stands for, such as `instagram` for `IG` or `Insta`; undefined if
 * cmplan does not know the network. Ignores letter case and white space.
 */
export function networkNamed(name: string): string | undefined {
  return name.length > LONGEST_NAME ? undefined : BY_NAME.get(withoutSpaces(name));
}

function withoutSpaces(name: string): string {
  return folded(name).replaceAll(' ', '');
}

/**
 * Returns a function that tells whether a name stands for a channel of the plan or for a known network, ignoring letter
 * case and white space.
 *
 * @param channels - the names of the plan's channels
 */
export function knownChannels(channels: readonly string[]): (name: string) => boolean {
  const known = new Set(channels.map(folded));
  return (name) =>
    name.length <= LONGEST_NAME && (known.has(folded(name)) || networkNamed(name) !== undefined);
}
