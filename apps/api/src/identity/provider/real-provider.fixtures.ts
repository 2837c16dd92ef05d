/** A real provider on loopback, as a municipality has one: `oidc-provider`, in which somebody signs in by being named. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';

export const CLIENT = { id: 'slusen', secret: 'en-hemlighet-som-bara-de-har' };
/** Where the application says it is, which the provider was told beforehand. */
export const CALLBACK = 'http://127.0.0.1:3000/api/sign-in/callback';

/** What the provider knows of somebody. */
export type Person = Readonly<Record<string, unknown>> & { readonly sub: string };

export interface RealProvider {
  readonly issuer: string;
  /** Who signs in there from now on. */
  person: Person;
  /** What was asked of it, as `POST /token`. */
  readonly asked: string[];
  /** Goes there with a browser that the application sent, and gives the address that it is sent back to. */
  visit(address: string): Promise<URL>;
  close(): Promise<void>;
}

const A_MINUTE = { ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 } };

const CONFIGURATION = {
  ...A_MINUTE,
  adapter: createMemoryAdapter(0),
  jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
  clients: [
    {
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      redirect_uris: [CALLBACK],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: () => '/sign-in' },
  cookies: { keys: ['for specs only'] },
};

/** Starts one; `said` is where the claims stand: `token` as Entra ID has them, `userinfo` as the standard has them. */
export async function realProvider(said: 'token' | 'userinfo' = 'userinfo'): Promise<RealProvider> {
  const asked: string[] = [];
  const state = { person: { sub: 'nobody' } as Person };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    ...CONFIGURATION,
    conformIdTokenClaims: said === 'userinfo',
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ ...state.person, sub }) }),
    loadExistingGrant: granted,
  });
  const answer = provider.callback();
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`);
    if (!request.url?.startsWith('/sign-in')) return answer(request, response);
    await provider.interactionFinished(request, response, { login: { accountId: state.person.sub } });
  };
  return {
    issuer,
    asked,
    get person() {
      return state.person;
    },
    set person(person) {
      state.person = person;
    },
    visit,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Nobody is asked whether the application may know their name. */
async function granted({ oidc }: Context): Promise<unknown> {
  const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

async function visit(address: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(address);
  for (let hops = 0; !next.href.startsWith(CALLBACK); hops++) {
    if (hops > 10) throw new Error(`The provider leads nowhere: ${next.href}`);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`The provider says ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next);
  }
  return next;
}
