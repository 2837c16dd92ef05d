import { inject, Injectable } from '@angular/core';
import type { Credentials, PasswordChange, SessionView } from '@slusen/contracts';
import { ApiClient } from './api-client.js';

/** Sign-in, session and password. Every method rejects with an `ApiError` when it is refused. */
@Injectable({ providedIn: 'root' })
export class IdentityApi {
  private readonly client = inject(ApiClient);

  signIn(credentials: Credentials): Promise<SessionView> {
    return this.client.send<SessionView>({ method: 'POST', path: '/api/session', body: credentials });
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

  async changePassword(change: PasswordChange): Promise<void> {
    await this.client.send<unknown>({ method: 'PUT', path: '/api/account/password', body: change });
  }
}
