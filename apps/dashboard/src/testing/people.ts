import type { SessionView, SiteView } from '@slusen/contracts';
import type { AccountRole } from '@slusen/domain';

/** Anna, signed in with some roles, for half an hour idle and twelve hours at most. */
export function aSession(roles: readonly AccountRole[] = ['reporter'], different: Partial<SessionView> = {}): SessionView {
  return {
    account: { id: '7a0f1c2e-0000-4000-8000-000000000001', username: 'anna', name: 'Anna Lindeborg', hasPassword: true },
    roles: roles.map((role) => ({ role })),
    csrfToken: 'token-1',
    needsSecondFactor: false,
    idleExpiresAt: new Date(Date.now() + 30 * 60_000).toISOString(),
    expiresAt: new Date(Date.now() + 12 * 3_600_000).toISOString(),
    ...different,
  };
}

/** A municipality that is real, with a contact that is an example. */
export function aSite(different: Partial<SiteView> = {}): SiteView {
  return {
    municipality: 'Vimmerby kommun',
    licence: 'CC0-1.0',
    isDemonstration: true,
    contact: { email: 'mal@exempel.se', telephone: '0492-00 00 00', dataProtectionOfficer: 'ombud@exempel.se', isExample: true },
    publicUrl: 'https://mal.exempel.se',
    ...different,
  };
}
