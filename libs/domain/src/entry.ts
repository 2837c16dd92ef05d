/** Where an official's working record stands. */
export const ENTRY_STATES = ['draft', 'submitted', 'returned', 'approved'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const ENTRY_ACTIONS = ['save', 'submit', 'withdraw', 'return', 'approve'] as const;
export type EntryAction = (typeof ENTRY_ACTIONS)[number];
