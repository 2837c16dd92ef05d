import { LANGUAGES } from '@slusen/domain';
import * as z from 'zod';

/** The ways to sign in besides a password. */
export const signInWays = z
  .object({
    /** The municipality's own sign-in, with what it is called there. */
    provider: z.object({ name: z.string().optional() }).optional(),
  })
  .meta({ id: 'SignInWays' });
export type SignInWays = z.output<typeof signInWays>;

/** Where somebody was going who sets out for the municipality's own sign-in: an address of this application only, and in which language. */
export const providerErrand = z.strictObject({
  tillbaka: z
    .string()
    .max(500)
    .regex(/^(?:\/(?![/\\])[\x21-\x7e]*)?$/)
    .default(''),
  sprak: z.enum(LANGUAGES).default('sv'),
});
export type ProviderErrand = z.output<typeof providerErrand>;

/** What the provider sends people back with. Which words it may use and what they prove is said by the protocol, in its own words. */
export const providerAnswer = z.looseObject({});
export type ProviderAnswer = z.output<typeof providerAnswer>;
