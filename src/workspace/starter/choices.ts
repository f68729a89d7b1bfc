/** The kinds of account with which a team can start. */
export const KINDS = ['media', 'brand'] as const;
export type Kind = (typeof KINDS)[number];

/** The services that can check plans on every change; `none` for no service. */
export const CI_SERVICES = ['github', 'gitlab', 'none'] as const;
export type CiService = (typeof CI_SERVICES)[number];
