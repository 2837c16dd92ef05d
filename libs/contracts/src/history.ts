import * as z from 'zod';

/** The head of the audit chain: the place and the hash (SHA-256) of an event, which depend on everything recorded before it. */
export const historyHead = z.object({ seq: z.int(), hash: z.string().regex(/^[0-9a-f]{64}$/) }).meta({ id: 'HistoryHead' });
export type HistoryHead = z.output<typeof historyHead>;

/** What anyone can keep of the history, to find out later whether it was changed: the head as of the latest publication, if there was one. */
export const historyView = z.object({ head: historyHead.optional() }).meta({ id: 'History' });
export type HistoryView = z.output<typeof historyView>;
