/** The kinds of account that a team starts from. */
export const KINDS = ['media', 'brand'] as const;
export type Kind = (typeof KINDS)[number];

/** The services that can check plans on every change; `none` means that no service does. */
export const CI_SERVICES = ['github', 'gitlab', 'none'] as const;
export type CiService = (typeof CI_SERVICES)[number];
