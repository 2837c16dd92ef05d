import { type ErrorTable } from '../error-kind.js';

/** Why an entry, or a step of its workflow, can be refused. */
export const ENTRY_ERRORS = {
  'entry.not-found': { status: 404, audience: 'screen', detail: 'There is no such entry, or none that the account may see.' },
  'entry.exists': {
    status: 409,
    audience: 'screen',
    detail: 'An entry for this indicator, period, territory and breakdown is under way; go on with {entry}.',
  },
  'entry.stale': {
    status: 412,
    audience: 'screen',
    detail: 'The entry was changed since you read it; read it again and send the version you then see in If-Match ({version} now).',
  },
  'entry.action-not-allowed': {
    status: 409,
    audience: 'screen',
    detail: 'The entry has moved on meanwhile ({state}); read it again to see which steps it allows.',
  },
  'entry.not-author': { status: 403, audience: 'screen', detail: 'Only someone who has written in the entry may take this step.' },
  'entry.own-approval': { status: 403, audience: 'screen', detail: 'Someone who has not written in the entry must approve it.' },
  'entry.own-return': {
    status: 403,
    audience: 'screen',
    detail: 'Someone who has not written in the entry must return it; its author withdraws it instead.',
  },
  'entry.value-required': { status: 422, audience: 'screen', detail: 'Give a value, or the reason why there is none.' },
  'entry.value-or-missing': { status: 422, audience: 'screen', detail: 'Give a value or the reason why there is none, not both.' },
  'entry.derivation-required': { status: 422, audience: 'screen', detail: 'Say how the value was derived, in the field "provenanceNote".' },
  'entry.unanswered-plausibility': {
    status: 422,
    audience: 'screen',
    detail: 'Answer each question about the value, in the field "answers" ({kinds}).',
  },
  'entry.parts-unknown': { status: 422, audience: 'screen', detail: 'The indicator has no such parts ({parts}).' },
  'entry.parts-required': {
    status: 422,
    audience: 'screen',
    detail: 'Say every part, by a value or the reason why there is none ({parts}).',
  },
  'entry.parts-without-whole': {
    status: 422,
    audience: 'screen',
    detail: 'Where the whole has no value its parts have none; leave them out, or give the whole.',
  },
  'entry.not-people': { status: 422, audience: 'screen', detail: 'Numbers of people are whole numbers, zero or more.' },
  'entry.part-of-set': {
    status: 422,
    audience: 'screen',
    detail: 'A part is entered with its whole: send it as one of the "parts" of the figure without a breakdown.',
  },
  'thread.cannot-be-asked': {
    status: 422,
    audience: 'screen',
    detail: 'Only someone who reports or reviews for the department can be asked.',
  },
  'thread.not-a-question': {
    status: 422,
    audience: 'screen',
    detail: 'There is no such question about this figure; read the thread again.',
  },
  'attachment.not-found': { status: 404, audience: 'screen', detail: 'There is no such file with the entry.' },
  'attachment.too-many': { status: 422, audience: 'screen', detail: 'An entry has at most {most} files; take one away first.' },
  'attachment.too-large': { status: 422, audience: 'screen', detail: 'A file has at most 10 MB.' },
  'attachment.unknown-kind': {
    status: 422,
    audience: 'screen',
    detail: 'Send a PDF, a PNG, JPEG or WebP picture, or an XLSX workbook, by its content.',
  },
  'attachment.other-name': {
    status: 422,
    audience: 'screen',
    detail: 'The name ends otherwise than the content says ({found}); give the file its own ending.',
  },
  'attachment.not-whole': {
    status: 422,
    audience: 'screen',
    detail: 'The file is cut off, locked, or another file besides; save it anew and send that.',
  },
  'attachment.active': { status: 422, audience: 'screen', detail: 'The workbook has macros; save it as one without.' },
  'entry.reason-required': { status: 422, audience: 'screen', detail: 'Say why, in the field "reason".' },
} as const satisfies ErrorTable;
