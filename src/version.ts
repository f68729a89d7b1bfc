import { version } from '../package.json';

/** The version of cmplan, as its package says. */
export const VERSION: string = version;

/** Where the JSON Schemas of this major version are. */
export const SCHEMAS: string = `https://unpkg.com/cmplan@${version.split('.')[0]}/schemas`;
