import path from 'node:path';
import { version } from '../package.json';

/** The version of cmplan, as its package says. */
export const VERSION: string = version;

/** Where the JSON Schemas of this major version are. */
export const SCHEMAS: string = `https://unpkg.com/cmplan@${version.split('.')[0]}/schemas`;

/** The folder of the templates that come with the program, absolute; beside `src/` and the built `dist/` alike. */
export const BUILT_IN_TEMPLATES = path.resolve(import.meta.dirname, '../templates');
