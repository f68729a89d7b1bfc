import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isNamedForTime, teamFolderOf } from '../../src/workspace/team-folder.ts';

describe('the name of a folder', () => {
  test.each([
    ...['2026', '1999', 'Q4', 'q1', '2026-Q4', '2026-q2'],
    ...['2026-11', '2026-01', '11', '1', '01', 'november', 'November', 'NOV', 'may', 'june', 'jun', 'sept'],
    ...['W48', 'w01', 'W1', '2026-W48', '2026-w05', 'W53'],
  ])('%s is a time', (name) => expect(isNamedForTime(name)).toBe(true));

  test.each([
    ...['', 'bakery', 'Q5', 'q0', 'Q', '4Q', 'W54', 'W00', 'W', 'w480', '0', '00', '99', '202', '20261'],
    ...['2026-', '2026-99', '2026/11', '-11', '11-2026', 'novembre', 'octob', 'mayor', 'march-madness'],
    ...['2026-Q4-shop', ' 2026', '2026 ', '2026\n', '٢٠٢٦', 'plans', 'marchand', 'q4-2026x'],
  ])('%j is none', (name) => expect(isNamedForTime(name)).toBe(false));
});

describe('the folder of a team', () => {
  const home = path.resolve('/repo');
  const names = (file: string) => teamFolderOf(path.join(home, file), home).names;

  test('is named by brands, not by times', () => {
    expect(names('plans/bakery/2026/Q4/W48/week.yaml')).toEqual(['plans', 'bakery']);
    expect(names('2026/plans/11/bakery/week.yaml')).toEqual(['plans', 'bakery']);
    expect(names('plans/bakery/week.yaml')).toEqual(['plans', 'bakery']);
  });

  test('is the folder of the config where nothing else is above the file', () => {
    expect(names('week.yaml')).toEqual([]);
    expect(names('2026/W48.yaml')).toEqual([]);
  });

  test('differs from brand to brand', () => {
    expect(names('plans/bakery/2026/week.yaml')).not.toEqual(names('plans/florist/2026/week.yaml'));
  });

  test('without a config is the nearest one that is not named for a time', () => {
    const { base, names: above } = teamFolderOf(path.join(home, 'bakery/2026/Q4/week.yaml'), null);
    expect(base).toBe(path.join(home, 'bakery'));
    expect(above).toEqual([]);
  });
});
