import type { AuditEntry } from '@slusen/contracts';

/** What a row of the trail holds, with the people that its ids are. */
export interface AuditLine {
  readonly seq: number;
  readonly at: Date;
  readonly payload: string;
  readonly by: AuditEntry['by'] | null;
  readonly account: AuditEntry['account'] | null;
  readonly away: AuditEntry['inPlaceOf'] | null;
}

interface Told {
  readonly action?: unknown;
  readonly subject?: unknown;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** An event as people read it: what was before and after apart from all else that is known of it. */
export function auditEntryOf({ seq, at, payload, by, account, away }: AuditLine): AuditEntry {
  const { action, subject, facts = {} } = parsed(payload);
  const { changes, ...rest } = facts;
  return {
    ...{ seq, at: at.toISOString(), action: String(action), subject: String(subject) },
    ...(by ? { by } : {}),
    ...(away ? { inPlaceOf: away } : {}),
    ...(account ? { account } : {}),
    changes: itemsOf(changes).flatMap(differencesOf),
    facts: Object.fromEntries(Object.entries(rest).filter(([, fact]) => fact !== null)),
  };
}

/** One that was tampered with is shown all the same; `verify` tells of it. */
function parsed(payload: string): Told {
  try {
    return JSON.parse(payload) as Told;
  } catch {
    return { action: 'unreadable', subject: '' };
  }
}

const itemsOf = (list: unknown): readonly Record<string, unknown>[] => (Array.isArray(list) ? (list as Record<string, unknown>[]) : []);

function differencesOf({ subject, differences, isNew }: Record<string, unknown>): AuditEntry['changes'] {
  const told = itemsOf(differences).map(({ field, before, after }) => ({
    ...{ subject: String(subject), field: String(field) },
    ...(typeof before === 'string' ? { before } : {}),
    ...(typeof after === 'string' ? { after } : {}),
  }));
  // Of what is new there is nothing before; that it came is a change, too.
  return told.length === 0 && isNew === true ? [{ subject: String(subject), field: '' }] : told;
}
