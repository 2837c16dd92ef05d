import { type ErrorTable } from '../error-kind.js';

/** Why an answer to a task, or a decision about one, can be refused. */
export const TASK_ANSWER_ERRORS = {
  'task-answer.not-asked-for': {
    status: 409,
    audience: 'screen',
    detail: 'Nobody waits for that figure: it is not asked for, or has been submitted already. /api/tasks lists what is to be done.',
  },
  'task-answer.not-ahead': { status: 422, audience: 'screen', detail: 'The day must lie ahead.' },
  'task-answer.too-far': { status: 422, audience: 'screen', detail: 'The day may lie at most 60 days ahead.' },
  'task-answer.no-more-time': { status: 422, audience: 'screen', detail: 'The day must come after the last day that holds already.' },
  'task-answer.reason-required': { status: 422, audience: 'screen', detail: 'Say why more time is needed, in the field "reason".' },
  'task-answer.not-found': { status: 404, audience: 'screen', detail: 'There is no such answer to a task ({answer}).' },
  'task-answer.settled': {
    status: 409,
    audience: 'screen',
    detail: 'It asks for nothing any more: it was decided, or something else was answered since. Read the progress of the round again.',
  },
} as const satisfies ErrorTable;
