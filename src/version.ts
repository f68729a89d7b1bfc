import path from 'node:path';
import { version } from '../package.json';

/** The version of cmplan, from its package.json. */
export const VERSION: string = version;

/** The web address of the folder with the JSON Schemas of this major version, without a trailing slash. */
export const SCHEMAS: string = `https://unpkg.com/cmplan@${version.split('.')[0]}/schemas`;

/**
 * The absolute path of the folder with the built-in templates: `templates/`, beside both `src/` and the built `dist/`.
 */
export const BUILT_IN_TEMPLATES = path.resolve(import.meta.dirname, '../templates');
