import { DEFAULT_TARGETS } from '../policy/targets.ts';

/** The meanings of the categories of the default mix (docs/method.md, belief 1). */
const MEANINGS: Readonly<Record<string, string>> = {
  branded: 'About what you offer: products, promotions, launches, company news.',
  functional: 'What helps people: advice, how-tos, answers, support.',
  emotional: 'What moves people: jokes, contests, humour, the people who work with you.',
};

/** The default mix: the percentage of each category, by its name. */
export const DEFAULT_MIX: Readonly<Record<string, number>> = Object.fromEntries(
  (DEFAULT_TARGETS.mix ?? []).map(({ category, percent }) => [category, percent]),
);

/** The categories that editors offer (those of the default mix), each with the description that editors show. */
export const CATEGORIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(DEFAULT_MIX).map((category) => [category, MEANINGS[category] ?? category]),
);
