import { createHash, randomBytes } from 'node:crypto';

/** The secret that a link carries after its `#`, which browsers send nowhere: 32 random bytes and a sum that tells whether all of it is there. */
const TOKEN = /^([\w-]{43})\.([\w-]{6})$/;

const sumOf = (secret: string): string => createHash('sha256').update(`link ${secret}`).digest('base64url').slice(0, 6);

/** What is stored of it. */
export const tokenHashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export function newLinkToken(): string {
  const secret = randomBytes(32).toString('base64url');
  return `${secret}.${sumOf(secret)}`;
}

/** Whether it can be one: a link that a mail program cut off is told from one that was never made. */
export function isWholeToken(token: string): boolean {
  const [, secret = '', sum] = TOKEN.exec(token) ?? [];
  return sum !== undefined && sumOf(secret) === sum;
}
