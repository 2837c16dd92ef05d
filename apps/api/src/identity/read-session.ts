import { Injectable } from '@nestjs/common';
import type { SessionView } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { SignedIn } from './account.js';
import { Permissions } from './permissions.js';
import { SessionRepository } from './session.repository.js';

/** Tells who is signed in, and until when. */
@Injectable()
export class ReadSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly permissions: Permissions,
  ) {}

  /** The session that was just opened with this token; throws `session.missing` when it has ended since. */
  async opened(token: string): Promise<SessionView> {
    const caller = await this.sessions.caller(token);
    if (!caller) throw new DomainError('session.missing');
    return this.of(caller);
  }

  of(caller: SignedIn): SessionView {
    this.permissions.require(caller, 'account.read-own', { account: caller.id });
    const { id, username, name, hasPassword, roles, session } = caller;
    return {
      account: { id, username, name, hasPassword },
      roles: roles.map(({ role, department, for: away }) => ({
        role,
        ...(department ? { department } : {}),
        ...(away ? { for: away.name } : {}),
      })),
      csrfToken: session.csrfToken,
      needsSecondFactor: session.needsSecondFactor,
      idleExpiresAt: session.idleExpiresAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
    };
  }
}
