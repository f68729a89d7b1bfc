/** The kinds of social-media account that a team can choose from when it starts to use cmplan. */
export const KINDS = ['media', 'brand'] as const;
/** A kind of social-media account that a team can have. */
export type Kind = (typeof KINDS)[number];

/** The services that can check plans on every change, and `none` for a team that uses no such service. */
export const CI_SERVICES = ['github', 'gitlab', 'none'] as const;
/** A service that can check plans on every change; `none` for no service. */
export type CiService = (typeof CI_SERVICES)[number];
