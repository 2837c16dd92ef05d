import { ACCOUNT_ROLES, needsDepartment, type AccountRole } from '@slusen/domain';
import * as z from 'zod';
import { isLoopback } from './loopback.js';

/** A role that everyone gets of whom the provider says something. */
export interface ClaimedRole {
  /** A value of the claim, as a group is called at the provider. */
  readonly group: string;
  readonly role: AccountRole;
  readonly department?: string | undefined;
}

/** Where the municipality's own people prove who they are (OpenID Connect). */
export interface ProviderSettings {
  /** Exactly as the provider calls itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button calls it; undefined: the municipality's sign-in. */
  readonly name: string | undefined;
  readonly scope: string;
  /** Which claim gives roles, and which; undefined: roles are given by hand. */
  readonly roles: { readonly claim: string; readonly given: readonly ClaimedRole[] } | undefined;
}

/** `Slusen granskare=reviewer:kultur; Slusen admin=administrator`. Names of groups may have an = of their own, roles none. */
const claimedRoles = z.string().transform((text, context): ClaimedRole[] =>
  text
    .split(';')
    .filter((part) => part.trim() !== '')
    .flatMap((part) => {
      const given = claimedRole(part);
      if (given) return [given];
      context.addIssue({ code: 'custom', message: `"${part.trim()}" is no GROUP=ROLE or GROUP=ROLE:DEPARTMENT` });
      return [];
    }),
);

function claimedRole(text: string): ClaimedRole | undefined {
  const at = text.lastIndexOf('=');
  const group = text.slice(0, Math.max(at, 0)).trim();
  const [word, department] = text
    .slice(at + 1)
    .trim()
    .split(/:(.*)/s);
  const role = ACCOUNT_ROLES.find((known) => known === word);
  // Parted by commas, say: all but the last would be taken for the name of a group.
  const isSeveral = ACCOUNT_ROLES.some((known) => group.includes(`=${known}`));
  if (!group || isSeveral || !role || department === '' || (department === undefined && needsDepartment(role))) return undefined;
  return department === undefined ? { group, role } : { group, role, department };
}

const isTrusted = (text: string): boolean => text.startsWith('https:') || isLoopback(URL.parse(text)?.hostname ?? '');

/** The settings of the environment about it, each by itself. */
export const PROVIDER_ENVIRONMENT = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be an address that begins with https://' })
    .refine(isTrusted, 'must begin with https:// (secrets are sent there), except on loopback')
    .optional(),
  OIDC_CLIENT_ID: z.string().max(200, 'must be at most 200 characters').optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().trim().max(60, 'must be at most 60 characters').optional(),
  OIDC_SCOPE: z
    .string()
    .regex(/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/, 'must be words with a space between them, as "openid profile"')
    .refine((text) => text.split(' ').includes('openid'), 'must have the word openid')
    .default('openid profile'),
  OIDC_ROLES_CLAIM: z.string().max(200, 'must be at most 200 characters').optional(),
  OIDC_ROLES: claimedRoles.optional(),
} as const;

type Given = z.output<z.ZodObject<typeof PROVIDER_ENVIRONMENT>>;

/** The settings that are missing or too many beside the others, in one sentence; undefined when they fit together. */
export function providerFault(given: Given): string | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret, OIDC_ROLES_CLAIM: claim, OIDC_ROLES: roles } = given;
  if (!issuer && (id || secret || claim || roles)) return 'OIDC_ISSUER is missing: the other settings that begin with OIDC_ are about it.';
  if (issuer && (!id || !secret)) return `${id ? 'OIDC_CLIENT_SECRET' : 'OIDC_CLIENT_ID'} is missing: the provider must know who asks.`;
  if (!claim !== !roles) return 'OIDC_ROLES_CLAIM and OIDC_ROLES belong together: which claim, and which roles its values give.';
  return undefined;
}

/** Undefined where no provider is named. */
export function providerOf(given: Given): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (!issuer || !clientId || !clientSecret) return undefined;
  const { OIDC_ROLES_CLAIM: claim, OIDC_ROLES: roles, OIDC_NAME: name, OIDC_SCOPE: scope } = given;
  return { issuer, clientId, clientSecret, name, scope, roles: claim && roles ? { claim, given: roles } : undefined };
}
