import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** What every app for codes understands without being told: SHA-1, six digits, half a minute. */
const DIGITS = 6;
const PERIOD_SECONDS = 30;
/** A code that has just run out, or that a fast clock shows early, is taken too. */
const STEPS_OFF = 1;

/** How many recovery codes there are from the beginning. */
const RECOVERY_CODES = 10;
/** Crockford's base 32: nothing in it is read as something else. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RECOVERY_LENGTH = 16;

/** A new secret: 160 bits, as RFC 4226 recommends. */
export const newSecret = (): Buffer => randomBytes(20);

/** A secret in base 32, as an app lets it be typed. */
export const secretText = (secret: Buffer): string => secretOf(secret).base32;

/** The address in the picture that an app reads. `issuer` and `label` are what it shows above the codes. */
export function appAddress(secret: Buffer, { issuer, label }: { readonly issuer: string; readonly label: string }): string {
  return new TOTP({ issuer, label, digits: DIGITS, period: PERIOD_SECONDS, secret: secretOf(secret) }).toString();
}

/** The half minute, counted since 1970, that a code belongs to; undefined when it belongs to none around the moment. */
export function stepOf(code: string, secret: Buffer, now: Date): number | undefined {
  const [period, timestamp] = [PERIOD_SECONDS, now.getTime()];
  const delta = TOTP.validate({ token: code, secret: secretOf(secret), digits: DIGITS, period, timestamp, window: STEPS_OFF });
  return delta === null ? undefined : TOTP.counter({ period, timestamp }) + delta;
}

/** What somebody typed, as it is compared: without what is there to be read more easily, and with what it was taken for. */
export function typedCode(text: string): { readonly kind: 'app' | 'recovery'; readonly code: string } {
  const code = text.toLowerCase().replace(/[\s-]/g, '');
  if (/^\d{6}$/.test(code)) return { kind: 'app', code };
  return { kind: 'recovery', code: code.replaceAll('o', '0').replace(/[il]/g, '1') };
}

/** New recovery codes, as they are shown: `7k3m-0q9z-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = [...randomBytes(RECOVERY_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** The hash that is stored of a recovery code, another one for each account. */
export function recoveryHash(accountId: string, text: string): Buffer {
  return createHash('sha256')
    .update(`recovery code ${accountId} ${typedCode(text).code}`)
    .digest();
}

const secretOf = (secret: Buffer): Secret => new Secret({ buffer: new Uint8Array(secret).buffer });
