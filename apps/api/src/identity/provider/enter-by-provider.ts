import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { Clock } from '../../platform/clock.js';
import { SessionDoor } from '../session-door.js';
import { ExternalIdentityRepository } from './external-identity.repository.js';
import { IdentityProvider } from './identity-provider.js';
import { ProvidedAccounts } from './provided-accounts.js';
import { tripCookie, tripOf, type Errand, type Trip } from './trip.js';

/** Who comes back from the provider, and what the browser brings. */
export interface Return {
  readonly cookie: string | undefined;
  /** What stands after the address that the provider sent them to. */
  readonly query: string;
  readonly brought: string | undefined;
}

/** Lets people in whom the municipality's own sign-in knows. */
@Injectable()
export class EnterByProvider {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly identities: ExternalIdentityRepository,
    private readonly accounts: ProvidedAccounts,
    private readonly door: SessionDoor,
    private readonly clock: Clock,
  ) {}

  /** Where to send somebody, and the cookie by which they are known when they come back. Throws `provider.away`, `provider.not-found`. */
  async setOut(errand: Errand): Promise<{ readonly address: string; readonly cookie: string }> {
    const now = this.clock.now();
    const cookie = tripCookie(errand, now);
    const trip = tripOf(cookie, now);
    if (!trip) throw new Error('A trip that just began is under way');
    return { address: await this.provider.address(trip), cookie };
  }

  /** Where somebody was going, as far as their browser still knows. */
  errandOf(cookie: string | undefined): Errand | undefined {
    return tripOf(cookie, this.clock.now());
  }

  /**
   * The token of the new session. Throws `provider.not-proven` for everything that does not prove who it is, `provider.cancelled`,
   * `provider.away`, `provider.account-disabled`.
   */
  async comeBack({ cookie, query, brought }: Return): Promise<string> {
    const trip = tripOf(cookie, this.clock.now());
    // Nobody set out from here: not worth a question to the provider, nor a line in the trail, which anybody could fill.
    if (!trip) throw new DomainError('provider.not-proven');
    try {
      return await this.enter(trip, { query, brought });
    } catch (error) {
      await this.tellOf(error);
      throw error;
    }
  }

  private async enter(trip: Trip, { query, brought }: Omit<Return, 'cookie'>): Promise<string> {
    const person = await this.provider.personOf(query, trip);
    if (!(await this.identities.finish(trip))) throw new DomainError('provider.not-proven');
    const accountId = await this.accounts.of(person);
    return this.door.open(accountId, { brought, facts: { provider: person.issuer } });
  }

  private async tellOf(error: unknown): Promise<void> {
    if (!(error instanceof DomainError)) return;
    const { code, facts } = error;
    const provider = this.provider.provider?.issuer;
    if (code === 'provider.account-disabled') await this.door.refuse(String(facts['account']), { provider, isDisabled: true });
    if (code === 'provider.not-proven') await this.door.refuse(undefined, { provider });
  }
}
