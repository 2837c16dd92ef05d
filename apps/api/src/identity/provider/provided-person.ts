import { isStorable } from '@slusen/contracts';
import * as z from 'zod';
import type { ClaimedRole } from '../../provider-settings.js';
import type { NewRole } from '../account-role.repository.js';

/** Who somebody is, as the provider says. */
export interface ProvidedPerson {
  readonly issuer: string;
  readonly subject: string;
  /** What they may be called here where it is free. */
  readonly username: string;
  readonly name: string;
  /** The roles that the provider gives; undefined where roles are given by hand. */
  readonly roles: readonly NewRole[] | undefined;
}

const CONTROL = /\p{Cc}/u;
/** One line: a name with a line end could be two lines of a list or a letter. */
const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !CONTROL.test(text) && isStorable(text));

const claims = z.object({
  sub: line(255),
  name: line(120).optional(),
  given_name: line(60).optional(),
  family_name: line(60).optional(),
  preferred_username: line(120).optional(),
  /** What ADFS says in its place. */
  upn: line(120).optional(),
  email: line(254).optional(),
});
type Claims = z.output<typeof claims>;

const groups = z.union([z.array(line(1000)), line(1000).transform((one) => [one])]).default([]);

/**
 * The person of verified claims; undefined when they say what no account could be made of. A claim of roles that is not there gives none,
 * as one without the right groups does.
 */
export function providedPerson(
  issuer: string,
  said: Readonly<Record<string, unknown>>,
  roles: { readonly claim: string; readonly given: readonly ClaimedRole[] } | undefined,
): ProvidedPerson | undefined {
  const person = claims.safeParse(said).data;
  const held = roles && groups.safeParse(said[roles.claim]).data;
  if (!person || (roles && !held)) return undefined;
  const called = person.preferred_username ?? person.upn ?? person.email ?? person.sub;
  return {
    issuer,
    subject: person.sub,
    username: called.trim().toLowerCase().slice(0, 100),
    name: nameOf(person) || called.slice(0, 120),
    roles: roles && rolesOf(roles.given, held ?? []),
  };
}

/** Brokers of electronic identities often say the parts of a name only. */
function nameOf({ name, given_name: given = '', family_name: family = '' }: Claims): string {
  return (name ?? `${given} ${family}`).trim();
}

/** Each role once, though several groups may give it. */
function rolesOf(given: readonly ClaimedRole[], held: readonly string[]): NewRole[] {
  const found = new Map<string, NewRole>();
  for (const { group, role, department } of given)
    if (held.includes(group)) found.set(`${role} ${department ?? ''}`, department === undefined ? { role } : { role, department });
  return [...found.values()];
}
