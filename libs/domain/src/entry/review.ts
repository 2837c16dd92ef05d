/** By what the review queue can be sorted; what has waited longest comes first where nothing is said. */
export const QUEUE_ORDERS = ['longest', 'latest', 'indicator', 'department', 'person'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** What no round asks for, where a round is named. */
export const NO_ROUND = 'none';

/** So many reasons to send back a reviewer keeps. */
export const MOST_QUICK_REASONS = 10;
/** How many characters each of them has at most. */
export const LONGEST_QUICK_REASON = 200;
