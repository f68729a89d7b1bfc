/** The kinds of social-media account: `media` for a publisher with many posts a day, `brand` for a company with few. */
export const KINDS = ['media', 'brand'] as const;
/** One of `KINDS`: the kind of a team's account. */
export type Kind = (typeof KINDS)[number];

/** The services that can check a team's plans on every change; `none` for a team that uses no such service. */
export const CI_SERVICES = ['github', 'gitlab', 'none'] as const;
/** One of `CI_SERVICES`. */
export type CiService = (typeof CI_SERVICES)[number];
