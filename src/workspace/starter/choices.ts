/** The kinds of account that a team can choose from when it starts. */
export const KINDS = ['media', 'brand'] as const;
export type Kind = (typeof KINDS)[number];

/** The services that can check plans on every change; `none` if no service should. */
export const CI_SERVICES = ['github', 'gitlab', 'none'] as const;
export type CiService = (typeof CI_SERVICES)[number];
