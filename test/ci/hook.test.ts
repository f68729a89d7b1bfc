import { beforeEach, describe, expect, test } from 'vitest';
import { SharedRepository } from './runner.ts';

const GOOD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n';
const RED = `${GOOD}  mon: [{ category: nope }]\n`;
const NOPE = /^plans\/red\.yaml:4:21: error: "nope" is not a category of the mix;.*\n$/;

let team: SharedRepository;
beforeEach(() => {
  team = new SharedRepository();
  team.installHook();
  return () => team.remove();
});

test('the first commit of all is checked', () => {
  team.put('plans/red.yaml', RED);
  team.git('add', '--all');
  expect(team.commit()).toMatch(NOPE);
  team.put('plans/red.yaml', GOOD);
  expect(team.commit('--all')).toBe('committed');
});

test('commits of a team that has no plan left, or none yet, are not minded', () => {
  team.put('cmplan.config.yaml', 'timezone: Europe/Kyiv\n');
  team.git('add', '--all');
  expect(team.commit()).toBe('committed');
});

test('where nothing is waiting to be committed, all plans are checked by the hook for that', () => {
  team.put('plans/red.yaml', RED);
  team.git('add', '--all');
  team.git('commit', '--quiet', '--no-verify', '--message', 'somebody was in a hurry');
  team.installHook('cmplan-all');
  expect(team.commit('--allow-empty')).toMatch(NOPE);
});

test('a red plan is refused however it is committed, and others are not minded', () => {
  team.put('plans/good.yaml', GOOD);
  team.put('plans/old.yaml', RED.replace('W48', 'W47'));
  team.git('add', '--all');
  team.git('commit', '--quiet', '--no-verify', '--message', 'somebody was in a hurry');
  team.put('plans/red.yaml', RED);
  team.git('add', '--all');
  expect(team.commit()).toMatch(NOPE);
  expect(team.commit('plans/red.yaml')).toMatch(NOPE);
  team.git('rm', '--quiet', '--cached', 'plans/red.yaml');
  team.put('plans/red.yaml', GOOD);
  team.put('notes.yaml', 'shopping: [milk]\n');
  team.git('add', '--all');
  expect(team.commit()).toBe('committed');
  team.put('plans/red.yaml', RED);
  expect(team.commit('--all')).toMatch(NOPE);
});

describe('in a repository of several brands, each with its config', () => {
  const NOPE_IN = (name: string) =>
    new RegExp(`^${name}:4:21: error: "nope" is not a category of the mix;.*\\n$`);

  beforeEach(() => {
    team.put('brands/a/cmplan.config.yaml', 'timezone: Europe/Kyiv\n');
    team.put('brands/a/plans/1.yaml', GOOD);
    team.put('brands/b/cmplan.config.yaml', 'plans: weeks/*.yml\n');
    team.put('brands/b/weeks/1.yml', GOOD);
    team.put('brands/c/plans/1.yaml', GOOD);
    team.git('add', '--all');
    expect(team.commit()).toBe('committed');
  });

  test.each(['brands/a/plans/1.yaml', 'brands/b/weeks/1.yml', 'brands/c/plans/1.yaml'])(
    'a red plan is refused: %s',
    (name) => {
      team.put(name, RED);
      expect(team.commit('--all')).toMatch(NOPE_IN(name));
      team.git('commit', '--quiet', '--all', '--no-verify', '--message', 'somebody was in a hurry');
      team.installHook('cmplan-all');
      expect(team.commit('--allow-empty')).toMatch(NOPE_IN(name));
    },
  );

  test('one hundred percent branded is refused, too', () => {
    const post = '{ category: branded, title: Buy }';
    team.put('brands/b/weeks/1.yml', `${GOOD}  mon: [${Array(4).fill(post).join(', ')}]\n`);
    expect(team.commit('--all')).toMatch(
      /^brands\/b\/weeks\/1\.yml:3:1: error: too many branded posts: 4 of 4/,
    );
  });

  test('a config is refused that makes its plans red, and no other brand is minded', () => {
    team.put('brands/a/plans/1.yaml', RED);
    team.git('commit', '--quiet', '--all', '--no-verify', '--message', 'somebody was in a hurry');
    team.put('brands/b/cmplan.config.yaml', 'plans: weeks/*.yml\ntimezone: Europe/Kyiv\n');
    expect(team.commit('--all')).toBe('committed');
    team.put('brands/b/cmplan.config.yaml', 'plans: weeks/*.yml\nlocked: [posts_per_day]\n');
    expect(team.commit('--all')).toMatch(/^brands\/b\/weeks\/1\.yml:2:12: error: "posts_per_day" is locked/);
  });

  test('what is no plan, or is ignored by git, is not minded', () => {
    team.put('.gitignore', 'private/\n');
    team.put('brands/a/plans/private/1.yaml', RED);
    team.put('infra/plans/database.yaml', 'from: small\nto: large\n');
    team.git('add', '--all');
    expect(team.commit()).toBe('committed');
  });
});
