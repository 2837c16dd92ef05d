/** Where a file of figures stands that somebody sent by the page. */
export const UPLOAD_STATES = [
  'open',
  'checking',
  'checked',
  'submitted',
  'publishing',
  'published',
  'withdrawing',
  'withdrawn',
  'discarded',
] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** What somebody can do with such a file. */
export const UPLOAD_STEPS = ['check', 'confirm', 'approve', 'return', 'discard', 'withdraw'] as const;
export type UploadStep = (typeof UPLOAD_STEPS)[number];

/** What a row of a file does. */
export const UPLOAD_ROW_KINDS = ['refused', 'changed', 'added', 'unchanged'] as const;
export type UploadRowKind = (typeof UPLOAD_ROW_KINDS)[number];

/** Rows that a file sent by the page can have; the command knows no such limit. */
export const MOST_UPLOAD_ROWS = 100_000;

/** A step is taken again from where it was under way: whoever did it may have been stopped. */
const FROM: Readonly<Record<UploadStep, readonly UploadState[]>> = {
  check: ['open', 'checked', 'checking'],
  confirm: ['checked'],
  approve: ['submitted'],
  return: ['submitted'],
  discard: ['open', 'checking', 'checked', 'submitted'],
  withdraw: ['published'],
};

/** Whether the step can be taken with a file that stands there. */
export function canTakeUploadStep(step: UploadStep, state: UploadState): boolean {
  return FROM[step].includes(state);
}
