import { pathName } from '../platform/path-name.js';

/** The number of a version in an address; what no version can be called is 0, which none is, and so simply not found. */
export const versionNumber = pathName.transform((text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0));
