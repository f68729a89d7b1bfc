/** The ways to divide the posts of a sheet among plans: a plan for each week, for each month, or one for all. */
export const DIVISIONS = ['week', 'month', 'all'] as const;
/** How the posts of a sheet are divided among plans. */
export type Division = (typeof DIVISIONS)[number];
