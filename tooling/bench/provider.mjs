/** The municipality's own sign-in: a real provider on loopback, in which whoever comes is the same official. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';

const CLIENT = { id: 'slusen', secret: 'bara-for-matningen' };
const MOST_HOPS = 10;
const A_MINUTE = { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 };

/** A port that nobody listens on: the provider must know where the application is before it is there. */
export async function freePort() {
  const socket = createSocket().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  await once(socket.close(), 'close');
  return port;
}

/** Starts one for an application at an address; gives the settings that make the application use it. */
export async function startProvider(applicationUrl) {
  const { default: Provider } = await import('oidc-provider');
  const { createMemoryAdapter } = await import('oidc-provider/lib/adapters/memory_adapter.js');
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    ttl: A_MINUTE,
    adapter: createMemoryAdapter(0),
    jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${applicationUrl}/api/sign-in/callback`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/sign-in' },
    cookies: { keys: ['for measuring only'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, name: 'Eva Norrby', preferred_username: 'eva' }) }),
    loadExistingGrant: granted,
  });
  server.on('request', (request, response) =>
    request.url.startsWith('/sign-in')
      ? void provider.interactionFinished(request, response, { login: { accountId: 'eva' } })
      : void provider.callback()(request, response),
  );
  return {
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
    stop: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

async function granted({ oidc }) {
  const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

/**
 * Goes the whole way with a browser of its own. Gives the milliseconds of the application's two answers, in the second of which the
 * provider is asked for token and name: the application's own time is less.
 */
export async function signInByProvider({ url }) {
  const cookies = new Map();
  const first = await timed(`${url}/api/sign-in/provider`, cookies);
  let next = first.location;
  for (let hops = 0; next.pathname !== '/api/sign-in/callback'; hops++) {
    if (hops > MOST_HOPS) throw new Error(`The provider leads nowhere: ${next.href}`);
    next = (await timed(next, cookies)).location;
  }
  const last = await timed(next, cookies);
  if (last.location.searchParams.get('klar') !== '1') throw new Error(`The sign-in ended at ${last.location.href}`);
  return first.ms + last.ms;
}

async function timed(address, cookies) {
  const since = performance.now();
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
  const ms = performance.now() - since;
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    cookies.set(name, value);
  }
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`${address} leads nowhere, but answers ${answer.status}: ${await answer.text()}`);
  return { ms, location: new URL(location, address) };
}
