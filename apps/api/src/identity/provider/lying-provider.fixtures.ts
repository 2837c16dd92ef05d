/** A provider on loopback that says the truth but for one lie at a time. */
import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLIENT } from './real-provider.fixtures.js';

type Json = Record<string, unknown>;
const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });
const OTHERS = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KID = 'key-1';

/** What is not as it should be. Everything that is not named is. */
export interface Lie {
  /** What it says of itself. */
  readonly itself?: Json;
  readonly keys?: Json;
  /** Claims of the token; undefined leaves one out. */
  readonly claims?: Json;
  readonly header?: Json;
  readonly signed?:
    'not at all' | 'by another key' | 'with the shared secret' | 'with the public key as a secret' | 'before it was changed';
  /** What the code is exchanged for, beside the token. */
  readonly exchange?: Json;
  /** An answer of another kind for one of its addresses, or none. */
  readonly answers?: Readonly<Record<string, { status?: number; type?: string; body?: string; location?: string } | 'never'>>;
  readonly userinfo?: Json;
  /** Changes what it sends people back with. */
  readonly back?: (query: URLSearchParams) => void;
}

export class LyingProvider {
  lie: Lie = {};
  private nonce = '';

  private constructor(
    readonly issuer: string,
    readonly close: () => Promise<void>,
  ) {}

  static async start(): Promise<LyingProvider> {
    const server = createServer((request, response) => provider.answer(request.url ?? '', response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const close = (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    const provider = new LyingProvider(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, close);
    return provider;
  }

  /** Where it sends somebody back to who came to an address of it. */
  visit(address: string): URL {
    const asked = new URL(address).searchParams;
    this.nonce = asked.get('nonce') ?? '';
    const to = new URL(asked.get('redirect_uri') ?? '');
    to.search = new URLSearchParams({ code: 'a code', state: asked.get('state') ?? '', iss: this.issuer }).toString();
    this.lie.back?.(to.searchParams);
    return to;
  }

  private answer(url: string, response: ServerResponse): void {
    const other = this.lie.answers?.[url];
    if (other === 'never') return;
    const { status = 200, type = 'application/json', body = JSON.stringify(this.truthOf(url)), location } = other ?? {};
    response.writeHead(status, { 'content-type': type, ...(location && { location }) }).end(body);
  }

  private truthOf(url: string): Json {
    const { issuer, lie } = this;
    if (url === '/keys') return lie.keys ?? { keys: [{ ...KEYS.publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', alg: 'RS256' }] };
    if (url === '/userinfo') return { sub: 'eva', ...lie.userinfo };
    if (url === '/token') return { access_token: 'a token', token_type: 'Bearer', id_token: this.token(), ...lie.exchange };
    const addresses = { authorization_endpoint: '/authorize', token_endpoint: '/token', userinfo_endpoint: '/userinfo', jwks_uri: '/keys' };
    return {
      issuer,
      ...Object.fromEntries(Object.entries(addresses).map(([name, path]) => [name, issuer + path])),
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      ...lie.itself,
    };
  }

  private token(): string {
    const now = Math.floor(Date.now() / 1000);
    const truth = { iss: this.issuer, aud: CLIENT.id, sub: 'eva', name: 'Eva', iat: now, exp: now + 300, nonce: this.nonce };
    return signedToken({ ...truth, ...this.lie.claims }, this.lie);
  }
}

function signedToken(claims: Json, { header = {}, signed }: Lie): string {
  const alg = signed === 'not at all' ? 'none' : signed?.includes('secret') ? 'HS256' : 'RS256';
  const [head, body] = [{ alg, kid: KID, ...header }, claims].map(encoded);
  const text = `${head}.${body}`;
  if (signed === 'not at all') return `${text}.`;
  if (signed === 'with the shared secret') return `${text}.${hmac(CLIENT.secret, text)}`;
  if (signed === 'with the public key as a secret') return `${text}.${hmac(KEYS.publicKey.export({ type: 'spki', format: 'pem' }), text)}`;
  if (signed === 'before it was changed') return `${head}.${encoded({ ...claims, sub: 'administrator' })}.${rsa(KEYS.privateKey, text)}`;
  return `${text}.${rsa(signed === 'by another key' ? OTHERS.privateKey : KEYS.privateKey, text)}`;
}

const encoded = (json: Json): string => Buffer.from(JSON.stringify(json)).toString('base64url');
const hmac = (key: string | Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64url');
const rsa = (key: KeyObject, text: string): string => sign('RSA-SHA256', Buffer.from(text), key).toString('base64url');
