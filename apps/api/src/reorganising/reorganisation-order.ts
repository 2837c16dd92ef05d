import type { NewReorganisation } from '@slusen/contracts';
import type { AmendingOrder } from '../observations/amending.js';
import type { Principal } from '../identity/account.js';
import type { HeldRoles } from '../identity/hand-over-role.js';

/** A reorganisation as the amendment and the audit trail call it. What `accounts` holds when the work is done is told. */
export function orderOf<By extends Principal>(
  by: By,
  { slug, sent }: { readonly slug: string; readonly sent: NewReorganisation },
  facts: { readonly accounts: readonly HeldRoles[]; readonly planned?: number },
): AmendingOrder<By> {
  const { kind, from, into, reason, decision } = sent;
  return {
    ...{ by, record: { reason, decision }, action: 'actor.reorganise', subject: `actor:${slug}` },
    facts: { reorganisation: { kind, from, into }, ...facts },
  };
}
