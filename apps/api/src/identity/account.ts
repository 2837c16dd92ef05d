import type { AccountRole, Localized } from '@slusen/domain';

/** Someone signed in, as the use cases know them. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly AccountRoleGrant[];
}

/** A role, held for one department or, without one, for all. */
export interface AccountRoleGrant {
  readonly role: AccountRole;
  readonly department?: { readonly slug: string; readonly name: Localized } | undefined;
  /** Whom it is held for. */
  readonly for?: AwayPerson | undefined;
}

/** Somebody who is away, whom another one stands in for. */
export interface AwayPerson {
  readonly id: string;
  readonly name: string;
}

/** Who a command acts for when it names no account: whoever runs the server, who has no roles to ask for. */
export const OPERATOR = 'operator';

/** In whose name something is done. */
export type Principal = Account | typeof OPERATOR;

/** The account that the audit trail names; null for whoever runs the server. */
export const auditedAs = (acting: Principal): string | null => (acting === OPERATOR ? null : acting.id);

/** The account with the session it came through. */
export interface SignedIn extends Account {
  /** Whether it signs in with a password; otherwise the municipality's own sign-in proves who it is. */
  readonly hasPassword: boolean;
  readonly session: {
    readonly tokenHash: Buffer;
    readonly csrfToken: string;
    readonly idleExpiresAt: Date;
    readonly expiresAt: Date;
    /** Nothing but setting up a second factor can be done in it, until that is done. */
    readonly needsSecondFactor: boolean;
  };
}
