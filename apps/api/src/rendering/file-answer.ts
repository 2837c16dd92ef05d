import { MAY_BE_KEPT } from '../platform/public-answer.js';

/** `chunk-B1cD2eF3.js`, `styles-IU7E2JER.css`, compressed or not. */
const HASHED = /-[\w-]{8}\.(?:js|css)(?:\.br|\.gz)?$/;
const FOR_A_YEAR = 'public, max-age=31536000, immutable';

/** How long a file of the dashboard may be kept: one whose name changes with its content for a year, any other for a minute. */
export function fileCacheControl(path: string): string {
  return HASHED.test(path) ? FOR_A_YEAR : MAY_BE_KEPT;
}
