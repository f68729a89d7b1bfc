import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../../src/findings/finding.ts';
import { checkText } from '../plans.ts';
import { blankOf, type Making } from './blank-plans.ts';

const FOLDER = new URL('../golden/blank/', import.meta.url);

/** What may stand beside a template: what is asked for, and what the check then says. */
interface Beside extends Omit<Making, 'policy'> {
  /** The rules of the findings that the posts that stay bring. */
  readonly findings?: readonly Finding['rule'][];
  /** Whether the lines of the posts do not stay as they are: those in brackets and braces get lines of their own. */
  readonly unfolds?: boolean;
}

const WEEK = '2026-W49';
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.out.yaml'))
  .map((name) => name.replace('.yaml', ''));

const templateOf = (name: string) => readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8');

function besideOf(name: string): Beside {
  const file = new URL(`${name}.json`, FOLDER);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Beside) : {};
}

function madeOf(name: string): string {
  const { wishes, perDay = null } = besideOf(name);
  const made = blankOf(templateOf(name), { wishes: { week: WEEK, ...wishes }, perDay });
  if ('problems' in made) throw new Error(made.problems.join('\n'));
  return made.text;
}

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
type Post = { readonly [key: string]: Value };

const isPost = (value: Value): value is Post => typeof value === 'object' && value !== null;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Days by one name, however they are written. */
const dayNamed = (name: string) => DAYS.find((day) => name.toLowerCase().startsWith(day)) ?? name;

/** The posts that are more than a slot, by their days, in the order in which they stand. */
function fixedPosts(text: string): Readonly<Record<string, readonly Post[]>> {
  const { posts } = parse(text, { merge: true }) as { readonly posts: Value };
  const isFixed = (post: Value): post is Post => isPost(post) && post.title !== null && post.title !== '';
  const days: Record<string, Post[]> = {};
  const add = (day: Value | undefined, post: Post) => {
    const name = dayNamed(String(day));
    days[name] = [...(days[name] ?? []), post];
  };
  if (Array.isArray(posts)) for (const post of posts.filter(isFixed)) add(post.date, post);
  else {
    for (const [day, ofDay] of Object.entries(posts ?? {})) {
      for (const post of [ofDay].flat().filter(isFixed)) add(day, post);
    }
  }
  return days;
}

/** Comments that cmplan itself puts behind the name of a day, the first slot of a day, or a comment that is there. */
const SAID =
  / (?:# |\()(?:[A-Z][a-z]{2} )?\d{1,2} [A-Z][a-z]{2}, (?:room|no room|day off|on hold|no posts).*$/;
/** A slot, or the name of a day. */
const ADDED = /^ *(?:- \{ .*title: "" \}|(?:mon|tue|wed|thu|fri|sat|sun|\d{4}-\d\d-\d\d):)$/;

/** The lines that a text has beside those of its template; null where these do not all stand there, in their order. */
function additionsTo(template: readonly string[], made: readonly string[]): readonly string[] | null {
  const missing = [...template];
  const additions = made.filter((line) => {
    if (line !== missing[0]) return true;
    missing.shift();
    return false;
  });
  return missing.length === 0 ? additions : null;
}

const linesOf = (text: string) => text.split(/\r\n|\n/);
const commentsOf = (text: string) =>
  linesOf(text).flatMap((line) => {
    const [comment] = /(?:^|(?<=\s))#.*$/.exec(line.replace(SAID, '')) ?? [];
    return comment === undefined ? [] : [comment];
  });

test.each(NAMES)('%s becomes what stands beside it', async (name) => {
  await expect(madeOf(name)).toMatchFileSnapshot(`../golden/blank/${name}.out.yaml`);
});

test.each(NAMES)('%s keeps every comment', (name) => {
  const made = linesOf(madeOf(name)).join('\n');
  for (const comment of commentsOf(templateOf(name))) expect(made).toContain(comment);
});

test.each(NAMES.filter((name) => !besideOf(name).unfolds))('%s keeps the lines of its posts', (name) => {
  const postsOf = (text: string) => {
    const lines = linesOf(text).map((line) => line.replace(SAID, ''));
    const posts = lines.slice(lines.findIndex((line) => line.startsWith('posts:')));
    return posts.filter((line) => !line.startsWith('week:'));
  };
  const additions = additionsTo(postsOf(templateOf(name)), postsOf(madeOf(name)));
  expect(additions).not.toBeNull();
  for (const line of additions ?? []) expect(line).toMatch(ADDED);
});

test.each(NAMES)('%s keeps its posts, as another YAML library reads them', (name) => {
  expect(fixedPosts(madeOf(name))).toEqual(fixedPosts(templateOf(name)));
});

test.each(NAMES)('%s has no finding but those that its posts bring', (name) => {
  const rules = checkText(madeOf(name)).findings.map(({ rule }) => rule);
  expect(rules).toEqual(besideOf(name).findings ?? []);
});

test.each(NAMES)('%s ends its lines as before, in spaces and never in blanks', (name) => {
  const [template, made] = [templateOf(name), madeOf(name)];
  const breaks = (text: string) => [...new Set(text.match(/\r\n|\n/g))];
  expect(breaks(made)).toEqual(breaks(template).length > 0 ? breaks(template) : ['\n']);
  expect(made).not.toMatch(/\t/);
  expect(linesOf(made).filter((line) => / $/.test(line))).toEqual([]);
});

const SAID_OF_DAY = /(\d{1,2} [A-Z][a-z]{2}), (?:room|no room|day off|on hold|no posts)/g;
const WEEK_AFTER = ['7 Dec', '8 Dec', '9 Dec', '10 Dec', '11 Dec', '12 Dec', '13 Dec'];
const REPEATABLE = NAMES.filter((name) => !/^(?:from:| *(?:- \{ from: )?"?\d{4}-)/m.test(templateOf(name)));

test.each(REPEATABLE)('%s says each day once, by its own date, when the week after is made of it', (name) => {
  const made = blankOf(madeOf(name), { wishes: { week: '2026-W50' } });
  const text = 'problems' in made ? made.problems.join('\n') : made.text;
  const said = linesOf(text).map((line) => [...line.matchAll(SAID_OF_DAY)].map(([, day]) => day));
  expect(said.filter((days) => days.length > 1)).toEqual([]);
  expect(said.flat()).not.toEqual([]);
  expect(WEEK_AFTER).toEqual(expect.arrayContaining(said.flat()));
});
