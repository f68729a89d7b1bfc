import type { TeamPolicy } from '../policy/team-policy.ts';

/**
 * The built-in formats, such as `promo`, each with the category that it implies for a post that names none
 * (docs/plan.md, "Formats"). Any other name can be a format too, but implies no category unless the team says so.
 */
export const BUILT_IN_FORMATS: ReadonlyMap<string, string | null> = new Map(
  Object.entries({
    emotional: [
      'joke',
      'humor',
      'meme',
      'contest',
      'giveaway',
      'game',
      'employee-photo',
      'employee-interview',
      'member-recognition',
    ],
    functional: ['how-to', 'advice', 'faq', 'guide', 'support', 'service-notice'],
    branded: ['product', 'promo', 'launch', 'company-news'],
  }).flatMap(([category, formats]) => formats.map((format) => [format, category] as const)),
);

/**
 * Returns all known formats, each with the category that it implies; `null` for a format that implies none. The team's
 * own formats override the built-in ones.
 */
export function impliedCategories(policy: TeamPolicy): ReadonlyMap<string, string | null> {
  return new Map([...BUILT_IN_FORMATS, ...policy.formats]);
}
