import { inject, Injectable } from '@angular/core';
import type {
  Credentials,
  NewSecondFactor,
  OwnSignIn,
  PasswordChange,
  RecoveryCodes,
  SecondFactorRemoval,
  SessionView,
  SignInWays,
} from '@slusen/contracts';
import type { Language } from '@slusen/domain';
import { ApiClient } from './api-client.js';

/** Sign-in, session and password. Every method rejects with an `ApiError` when it is refused. */
@Injectable({ providedIn: 'root' })
export class IdentityApi {
  private readonly client = inject(ApiClient);

  signIn(credentials: Credentials): Promise<SessionView> {
    return this.client.send<SessionView>({ method: 'POST', path: '/api/session', body: credentials });
  }

  /** Which ways to sign in there are besides a password. */
  ways(): Promise<SignInWays> {
    return this.client.get<SignInWays>('/api/sign-in');
  }

  /** Where the browser goes to sign in with the municipality's own sign-in, and comes back from to `returnTo`. */
  providerAddress(returnTo: string, language: Language): string {
    return `/api/sign-in/provider?${new URLSearchParams({ sprak: language, ...(returnTo ? { tillbaka: returnTo } : {}) })}`;
  }

  session(): Promise<SessionView> {
    return this.client.get<SessionView>('/api/session');
  }

  async signOut(): Promise<void> {
    await this.client.send<unknown>({ method: 'DELETE', path: '/api/session' });
  }

  async signOutEverywhere(): Promise<void> {
    await this.client.send<unknown>({ method: 'DELETE', path: '/api/sessions' });
  }

  /** How whoever is signed in does so. */
  ownSignIn(): Promise<OwnSignIn> {
    return this.client.get<OwnSignIn>('/api/account/sign-in');
  }

  /** Begins to set up a second factor, instead of one that was begun before. */
  beginSecondFactor(): Promise<NewSecondFactor> {
    return this.client.send<NewSecondFactor>({ method: 'PUT', path: '/api/account/second-factor' });
  }

  confirmSecondFactor(code: string): Promise<RecoveryCodes> {
    return this.client.send<RecoveryCodes>({ method: 'POST', path: '/api/account/second-factor/confirmation', body: { code } });
  }

  async removeSecondFactor(removal: SecondFactorRemoval): Promise<void> {
    await this.client.send<unknown>({ method: 'POST', path: '/api/account/second-factor/removal', body: removal });
  }

  async changePassword(change: PasswordChange): Promise<void> {
    await this.client.send<unknown>({ method: 'PUT', path: '/api/account/password', body: change });
  }
}
