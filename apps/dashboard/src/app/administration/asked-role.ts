import type { GivenRole } from '@slusen/contracts';

/** What an address may ask for: a link from elsewhere is to make nobody an administrator by a form that is sent unread. */
const ASKED = ['reporter', 'reviewer'] as const;

/** The role that an address asks to be given: `?roll=reviewer&forvaltning=biblioteket`; none where it names no such role. */
export function askedRole(role: string | undefined, department: string | undefined): readonly GivenRole[] {
  const asked = ASKED.find((one) => one === role);
  return asked ? [{ role: asked, ...(department && { department }) }] : [];
}
