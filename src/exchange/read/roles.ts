import { COLUMN_ROLES, type ColumnRole } from '../../policy/sheet-columns.ts';
import { folded } from '../../text/words.ts';

/** The names that give a column a role only if no other column of the sheet has that role. */
const WEAK: ReadonlySet<string> = new Set(['name', 'type', 'content', 'theme', 'page', 'profile']);

/** For each role of a column, the names by which such a column is recognised, the likelier ones first. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  date: [
    'date, publish date, publishing date, scheduled date, scheduled for, schedule date, post date, run date',
    'date of publication, posting time, date and time, datetime, day and date, due date, start date',
    'post at specific time, дата, дата публикации, дата публікації, дата выхода, дата виходу',
    'запланировано на, заплановано на, дата и время, дата і час, tanggal, datum, fecha, date de publication',
    'fecha de publicación, veröffentlichungsdatum, tanggal posting, tanggal publikasi',
  ],
  time: [
    'time, post time, publish time, scheduled time, posting time, time 24hr, best time, optimal time',
    'start time, publishing time, время, час, время публикации, час публікації, слот, jam, hora',
    'uhrzeit, zeit, heure, heure de publication, hora de publicación, waktu, pukul',
  ],
  week: ['week, week number, week no, неделя, тиждень, minggu, semaine, woche, semana'],
  day: ['day, weekday, day of week, dow, день, день недели, день тижня, jour, hari, tag der woche'],
  timezone: ['timezone, time zone, tz, часовой пояс, часовий пояс'],
  channel: [
    'channel, platform, network, social network, social media, канал, каналы, канали, платформа, платформы',
    'платформи, площадка, площадки, майданчик, майданчики, соцсеть, соцсети, соцмережа, соцмережі',
    'plateforme, account, kanal, plattform, réseau, réseau social, red social, plataforma, canal, akun',
    'page name, social media platform, profile, page',
  ],
  category: [
    'category, pillar, content pillar, content category, post category, bucket, content bucket, rubric',
    'рубрика, категория, категорія, pilar, pilier, kategorie, catégorie, categoría, kategori',
  ],
  label: ['label, labels, метка, метки, мітка, мітки'],
  format: [
    'format, content type, post type, media type, creative type, content format, формат, тип контента',
    'тип контенту, тип поста, тип допису, type',
  ],
  title: [
    'title, topic, hook, headline, subject, post concept, concept, idea, title idea, post idea, post title, тема',
    'заголовок, назва, название, идея, ідея, titre, judul, titel, título',
    'theme, name',
  ],
  text: [
    'text, caption, post text, post content, copy, draft copy, post copy, full caption, message, message text',
    'body, body copy, texte, texto, post, caption preview, текст, текст поста, текст допису, підпис, подпись, description',
    'content',
  ],
  status: ['status, статус, statut, estado'],
  draft: ['draft, is draft, черновик, чернетка'],
  id: ['id, post id'],
  owner: [
    'owner, author, assignee, assigned to, approver, asset owner, ответственный, відповідальний, автор',
  ],
  link: ['link, url, ссылка, посилання'],
  media: [
    'media, image, image url, media url, video url, gif url, asset, visual, picture, picture url, photo',
    'photo url, video, asset link, creative, визуал, візуал, картинка, фото',
  ],
  tags: ['tags, tag, hashtags, hashtag, тег, теги, хэштеги, хештеги'],
  notes: ['notes, note, comments, comment, заметки, примечания, нотатки, примітки, коментар'],
  unplanned: ['unplanned'],
};

/** A role that a column may have by its name: what the column may contain, such as dates or titles. */
export interface MeantRole {
  readonly role: ColumnRole;
  /** The place of the name among the names of the role: 0 for the likeliest. */
  readonly rank: number;
  /** Whether the name gives the column this role only if no other column of the sheet has it. */
  readonly isWeak: boolean;
}

/** The roles by each name. Null until the first use, because a check of plans never needs them. */
let roles: ReadonlyMap<string, readonly MeantRole[]> | null = null;

function rolesByName(): ReadonlyMap<string, readonly MeantRole[]> {
  const meanings = new Map<string, MeantRole[]>();
  for (const role of COLUMN_ROLES) {
    for (const [rank, name] of NAMES[role].join(', ').split(', ').entries()) {
      const meant = { role, rank, isWeak: WEAK.has(name) };
      meanings.set(name, [...(meanings.get(name) ?? []), meant]);
    }
  }
  return meanings;
}

/** Roles whose columns are often named in the plural, such as `Channels`. */
const OFTEN_PLURAL: ReadonlySet<ColumnRole> = new Set(['channel', 'category', 'format', 'media', 'link']);

/** Roles whose columns are often named with a number, or with a sign for numbers, such as `Image 1` and `Day #`. */
const OFTEN_NUMBERED: ReadonlySet<ColumnRole> = new Set(['media', 'link', 'day', 'week', 'id']);
const NUMBERED = /^(.*\S) ?(?:\d+|[#\u2116])$/;

/** The usual names of a column of dates, in lower case. */
export const DATE_NAMES: readonly string[] = ['date', 'дата', 'datum', 'fecha', 'tanggal'];

/** The name of a column, taken apart. */
export interface ColumnName {
  /** The ways to read the name, in lower case, without signs around it: `image url` and `imageurl` for `imageUrl`. */
  readonly names: readonly string[];
  /** What follows the name in brackets or after a colon: `UTC` for `Time (UTC)`. Empty if nothing does. */
  readonly remark: string;
}

const LONGEST_NAME = 80;
const REMARK = /^([^([:\uff1a]*)[([:\uff1a](.*?)[)\]\s]*$/su;
/** Matches the signs around a name. A `#` after it says that the column has numbers, so it is left. */
const SIGNS = /^[^\p{L}]+|[^\p{L}\p{N}#\u2116]+$/gu;

/** Returns the parts of a column's name. A name of more than 80 characters has no parts, like an empty name. */
export function columnName(cell: string): ColumnName {
  if (cell.length > LONGEST_NAME) return { names: [], remark: '' };
  // The first bracket may be in front of the name, as in "(1) Date".
  const text = cell.replace(/^[^\p{L}]*/u, '');
  const [, name = text, remark = ''] = REMARK.exec(text) ?? [];
  const plain = bareName(name);
  const apart = bareName(name.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' '));
  return { names: [...new Set([apart, plain])].filter((each) => each !== ''), remark: remark.trim() };
}

function bareName(name: string): string {
  const words = folded(name.replace(/[_-]/g, ' ').replace(/ [&+] /g, ' and '));
  return words.replace(SIGNS, '');
}

/**
 * Returns the roles that a column may have by its name; empty if the name says nothing to cmplan. A name of two parts,
 * such as `Hook/Title`, may have the roles of both.
 */
export function rolesMeant({ names }: ColumnName): readonly MeantRole[] {
  const whole = names.flatMap(meaningsOf);
  return whole.length > 0
    ? whole
    : names
        .flatMap((name) => (name.includes('/') ? name.split('/', 2).map(bareName) : []))
        .flatMap(meaningsOf);
}

function meaningsOf(name: string): readonly MeantRole[] {
  roles ??= rolesByName();
  const exact = roles.get(name);
  if (exact !== undefined) return exact;
  const [, numbered] = NUMBERED.exec(name) ?? [];
  if (numbered !== undefined) return meaningsOf(numbered).filter(({ role }) => OFTEN_NUMBERED.has(role));
  if (!name.endsWith('s')) return [];
  return (roles.get(name.slice(0, -1)) ?? []).filter(({ role }) => OFTEN_PLURAL.has(role));
}
