import { inject, Injectable } from '@angular/core';
import type { ChosenPassword, PasswordLink } from '@slusen/contracts';
import { ApiClient } from './api-client.js';

/** Choosing a password by a link, for whoever is not signed in. Every method rejects with an `ApiError` when it is refused. */
@Injectable({ providedIn: 'root' })
export class PasswordLinksApi {
  private readonly client = inject(ApiClient);

  /** Whose link it is. */
  read(token: string): Promise<PasswordLink> {
    return this.client.send<PasswordLink>({ method: 'POST', path: '/api/password-links/search', body: { token } });
  }

  async choose(chosen: ChosenPassword): Promise<void> {
    await this.client.send<unknown>({ method: 'POST', path: '/api/password-links/used', body: chosen });
  }

  /** The answer is the same whether anybody has the address or not. */
  async askForReset(email: string): Promise<void> {
    await this.client.send<unknown>({ method: 'POST', path: '/api/password-resets', body: { email } });
  }
}
