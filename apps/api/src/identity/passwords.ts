import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP recommends it: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

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
