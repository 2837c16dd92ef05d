import { PASSWORD_LENGTH } from '@slusen/domain';
import * as z from 'zod';
import { instant } from './periods.js';

/** A code that somebody copies from their telephone or from paper; spaces and hyphens in it are passed over. */
export const secondFactorCode = z.string().trim().min(1).max(40);

/** How somebody signs in, as they are told of it themselves. */
export const ownSignIn = z
  .object({
    /** Without one it is the municipality's own sign-in that proves who they are, and a second factor is its matter. */
    hasPassword: z.boolean(),
    secondFactor: z.object({
      /** Since when they have one; absent: they have none. */
      since: instant.optional(),
      recoveryCodesLeft: z.int(),
      /** Administrators must have one. */
      isRequired: z.boolean(),
      /** They would have to have one, were the account not the demonstration's. */
      isExempt: z.boolean(),
    }),
  })
  .meta({ id: 'OwnSignIn' });
export type OwnSignIn = z.output<typeof ownSignIn>;

/** What an app for codes is told of a second factor that is being set up, once. */
export const newSecondFactor = z
  .object({
    /** For a picture that a telephone reads: `otpauth://totp/…`. */
    address: z.string(),
    /** The same to type, in base 32. */
    secret: z.string(),
  })
  .meta({ id: 'NewSecondFactor' });
export type NewSecondFactor = z.output<typeof newSecondFactor>;

/** The first code of an app, which proves that it knows the secret. */
export const secondFactorConfirmation = z.strictObject({ code: secondFactorCode }).meta({ id: 'SecondFactorConfirmation' });
export type SecondFactorConfirmation = z.output<typeof secondFactorConfirmation>;

/** Codes that each let somebody in once who has lost their telephone; shown this once. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.output<typeof recoveryCodes>;

/** What somebody sends to turn their second factor off. */
export const secondFactorRemoval = z
  .strictObject({ password: z.string().min(1).max(PASSWORD_LENGTH.most), code: secondFactorCode })
  .meta({ id: 'SecondFactorRemoval' });
export type SecondFactorRemoval = z.output<typeof secondFactorRemoval>;
