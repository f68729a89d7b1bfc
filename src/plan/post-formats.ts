import type { TeamPolicy } from '../policy/team-policy.ts';

/**
 * The category that a format implies where a post names none (method, "Formats"), or null where the category must be
 * named. Any other format is allowed and implies nothing.
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

/** The category that each format implies under a team's policy. */
export function impliedCategories(policy: TeamPolicy): ReadonlyMap<string, string | null> {
  return new Map([...BUILT_IN_FORMATS, ...policy.formats]);
}
