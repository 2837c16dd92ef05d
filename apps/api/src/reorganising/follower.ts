import type { FollowerKind, Language, Localized } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import type { HeldRoles } from '../identity/hand-over-role.js';

/** Something that points to an actor and has to point to whoever takes over when that ends. */
export interface Follower {
  /** Its name within one reorganisation: `indicator:folkmangd`. */
  readonly thing: string;
  readonly kind: FollowerKind;
  /** As people call it. */
  readonly name: Localized;
  /** Hands it over to the actor of that slug; of an account what it holds from then on. */
  readonly follow: (amendment: Amendment, to: string) => Promise<HeldRoles | undefined>;
}

/** Finds what points to an actor as of now, for the preview and for carrying it out alike. */
export interface FollowerSource {
  of(slug: string, today: string): Promise<Follower[]>;
}

/** A name with what is said of it in brackets; in English where the name is. */
export function nameWith({ sv, en }: Localized, said: (language: Language) => string): Localized {
  return { sv: `${sv} (${said('sv')})`, ...(en && { en: `${en} (${said('en')})` }) };
}
