import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with a question about a file that was read in. */
export const IMPORT_ERRORS = {
  'import-run.not-found': { status: 404, audience: 'screen', detail: 'No file was read in as number {id}.' },
} as const satisfies ErrorTable;
