import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type Configuration,
} from 'openid-client';
import { Settings } from '../../platform/settings.js';
import type { ProviderSettings } from '../../provider-settings.js';
import { providedPerson, type ProvidedPerson } from './provided-person.js';
import { isAway, ProviderSlow } from './provider-faults.js';
import type { Trip } from './trip.js';

/** Seconds for one answer of the provider, and milliseconds for all that one step needs of it: whoever waits is told within five seconds. */
const ANSWER_SECONDS = 4;
const STEP_MS = 4500;
const HOUR = 3_600_000;
/** Seconds that the provider's clock may be off. */
const CLOCKS_APART = 30;

/** The municipality's own sign-in (OpenID Connect): sends people there, and proves what comes back. */
@Injectable()
export class IdentityProvider {
  private readonly logger = new Logger('provider');
  /** What the provider says of itself, asked for when it is first needed: this program starts without it. */
  private known: { readonly about: Promise<Configuration>; readonly since: number } | undefined;

  constructor(private readonly settings: Settings) {}

  /** Undefined where there is none. */
  get provider(): ProviderSettings | undefined {
    return this.settings.config.provider;
  }

  /** Where the provider sends people back to; it has to be told beforehand. */
  get callback(): string {
    return `${this.settings.config.publicUrl}/api/sign-in/callback`;
  }

  /** The address of the provider that a trip begins with. Throws `provider.away`, `provider.not-found`. */
  address(trip: Trip): Promise<string> {
    return this.step(async (configuration) => {
      const { state, nonce, verifier } = trip;
      const challenge = await calculatePKCECodeChallenge(verifier);
      return buildAuthorizationUrl(configuration, {
        redirect_uri: this.callback,
        scope: this.required().scope,
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }).href;
    });
  }

  /**
   * Who came back, by the query of the address that they came to. Throws `provider.not-proven` for everything that is not exactly as it
   * should be, `provider.cancelled`, `provider.away`.
   */
  personOf(query: string, trip: Trip): Promise<ProvidedPerson> {
    return this.step(async (configuration) => {
      const { state: expectedState, nonce: expectedNonce, verifier: pkceCodeVerifier } = trip;
      const address = new URL(`${this.callback}${query}`);
      const checks = { expectedState, expectedNonce, pkceCodeVerifier, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(configuration, address, checks);
      const told = tokens.claims();
      if (!told) throw new DomainError('provider.not-proven');
      const { issuer, roles } = this.required();
      const lacking = told['name'] === undefined || (roles && told[roles.claim] === undefined);
      const more =
        lacking && configuration.serverMetadata().userinfo_endpoint
          ? await fetchUserInfo(configuration, tokens.access_token, told.sub)
          : undefined;
      const person = providedPerson(issuer, { ...more, ...told }, roles);
      if (!person) throw new DomainError('provider.not-proven');
      return person;
    });
  }

  private required(): ProviderSettings {
    if (!this.provider) throw new DomainError('provider.not-found');
    return this.provider;
  }

  /** Asked for once an hour; what went wrong is asked for again at once. */
  private about(): Promise<Configuration> {
    if (this.known && performance.now() - this.known.since < HOUR) return this.known.about;
    const known = { about: this.discover(), since: performance.now() };
    this.known = known;
    known.about.catch(() => {
      if (this.known === known) this.known = undefined;
    });
    return known.about;
  }

  private async discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.required();
    const isPlain = issuer.startsWith('http:');
    const found = await discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, [clockTolerance]: CLOCKS_APART },
      undefined,
      // The token comes from the provider over TLS, and its signature is looked at all the same.
      { timeout: ANSWER_SECONDS, execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])] },
    );
    const calledItself = found.serverMetadata().issuer;
    if (calledItself === issuer) return found;
    this.logger.error(`OIDC_ISSUER is ${issuer}, but the provider calls itself ${calledItself}`);
    throw new DomainError('provider.not-proven');
  }

  /** Does one step with the provider, in time, and says in our words what went wrong; in the log stands more, but never what was sent. */
  private async step<T>(work: (configuration: Configuration) => Promise<T>): Promise<T> {
    this.required();
    const late = new ProviderSlow();
    const slow = Promise.withResolvers<never>();
    const timer = setTimeout(() => slow.reject(late), STEP_MS);
    try {
      return await Promise.race([this.about().then(work), slow.promise]);
    } catch (error) {
      throw this.refusalOf(error);
    } finally {
      clearTimeout(timer);
    }
  }

  private refusalOf(error: unknown): DomainError {
    if (error instanceof DomainError) return error;
    const { message, cause } = error as Error;
    this.logger.warn([message, cause instanceof Error ? cause.message : ''].filter(Boolean).join(': '));
    if (isAway(error)) return new DomainError('provider.away');
    const isCancelled = error instanceof AuthorizationResponseError && error.error === 'access_denied';
    return new DomainError(isCancelled ? 'provider.cancelled' : 'provider.not-proven');
  }
}
