import { expect, test } from 'vitest';
import { knownChannels, networkNamed } from '../../src/exchange/networks.ts';

test.each([
  ['Instagram', 'instagram'],
  [' IG ', 'instagram'],
  ['\u0406\u041d\u0421\u0422\u0410\u0413\u0420\u0410\u041c', 'instagram'],
  ['X / Twitter', 'x'],
  ['твиттер', 'x'],
  ['Tik  Tok', 'tiktok'],
  ['YouTube', 'youtube'],
  ['ВКонтакте', 'vk'],
  // The letter й of two characters.
  ['Фе\u0438\u0306сбук', 'facebook'],
  ['E-Mail', 'email'],
])('%s is a name of %s', (name, network) => {
  expect(networkNamed(name)).toBe(network);
});

test.each(['', 'reels', 'toString', '__proto__', 'x'.repeat(300)])('"%s" is no network', (name) => {
  expect(networkNamed(name)).toBeUndefined();
});

test('a known channel is a channel of the plan or a network', () => {
  const isKnown = knownChannels(['Shop news', 'Наш  блог']);
  expect(['shop NEWS', 'наш блог', 'LinkedIn', 'LI'].map(isKnown)).toEqual([true, true, true, true]);
  expect(['shop', 'Recipe', ''].map(isKnown)).toEqual([false, false, false]);
});
