import { beforeEach, expect, test } from 'vitest';
import { SharedRepository } from './runner.ts';

const GOOD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n';
const RED = `${GOOD}  mon: [{ category: nope }]\n`;
const NOPE = /^plans\/red\.yaml:4:21: error: "nope" is no category of the mix;.*\n$/;

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
  team.put('plans/old.yaml', RED);
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
