import { version } from '../package.json';

/** The version of cmplan, as its package says. */
export const VERSION: string = version;
