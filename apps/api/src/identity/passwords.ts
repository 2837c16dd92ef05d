import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP recommends it: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * What the audit trail tells of a password: the digest of its hash, which is salted and says nothing of the password itself. So one that
 * was exchanged past the program, to act in somebody's name, is found.
 */
export const passwordFact = (passwordHash: string): string => createHash('sha256').update(passwordHash, 'utf8').digest('hex');

@Injectable()
export class Passwords {
  /** A hash nobody knows the password of: an unknown user must cost the same time as a known one. */
  private readonly decoy = hash('no account has this password', COST);

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** Whether the password fits; always does the work, also without a hash. */
  async fits(password: string, stored: string | null | undefined): Promise<boolean> {
    const right = await verify(stored ?? (await this.decoy), password);
    return right && stored !== null && stored !== undefined;
  }
}
