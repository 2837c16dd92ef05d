import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with a question about a file that was read in, or with one that is on its way. */
export const IMPORT_ERRORS = {
  'import-run.not-found': { status: 404, audience: 'screen', detail: 'No file was read in as number {id}.' },
  'import.not-found': { status: 404, audience: 'screen', detail: 'There is no such file, or it is somebody else’s.' },
  'import.changed-meanwhile': { status: 412, audience: 'screen', detail: 'The file is at another step than the one that was read.' },
  'import.step-impossible': { status: 409, audience: 'screen', detail: 'The step ({step}) cannot be taken with a file that is {state}.' },
  'import.refused-rows': {
    status: 409,
    audience: 'screen',
    detail: 'Some rows of the file are refused; the file is taken whole or not at all.',
  },
  'import.nothing-new': { status: 409, audience: 'screen', detail: 'The file changes nothing.' },
  'import.own-file': { status: 403, audience: 'screen', detail: 'Nobody approves a file that they sent themselves.' },
  'import.needs-reason': {
    status: 422,
    audience: 'screen',
    detail: 'A reason is needed: figures that are published change, or the file is sent back or withdrawn.',
  },
  'import.empty-file': { status: 422, audience: 'screen', detail: 'The file is empty.' },
} as const satisfies ErrorTable;
