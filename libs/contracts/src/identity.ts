import { ACCOUNT_ROLES, PASSWORD_LENGTH } from '@slusen/domain';
import * as z from 'zod';
import { instant } from './periods.js';
import { secondFactorCode } from './second-factor.js';
import { reference, requiredText } from './text.js';

const password = z.string().min(1).max(PASSWORD_LENGTH.most);

/** What someone types to sign in; the code once it is asked for. */
export const credentials = z
  .strictObject({ username: requiredText(120), password, code: secondFactorCode.optional() })
  .meta({ id: 'Credentials' });
export type Credentials = z.output<typeof credentials>;

/** What someone sends to have another password; how long a new one must be is the domain's rule. */
export const passwordChange = z
  .strictObject({
    current: password,
    next: z.string().min(PASSWORD_LENGTH.least, 'password.too-short').max(PASSWORD_LENGTH.most, 'password.too-long'),
  })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.output<typeof passwordChange>;

/** Who is signed in, what they may do, and the token that proves a form is ours. */
export const sessionView = z
  .object({
    account: z.object({
      id: z.uuid(),
      username: z.string(),
      name: z.string(),
      /** Otherwise it is the municipality's own sign-in that proves who they are. */
      hasPassword: z.boolean(),
    }),
    roles: z.array(
      z.object({
        role: z.enum(ACCOUNT_ROLES),
        department: reference.optional(),
        /** Whom it is held for, who is away. */
        for: z.string().optional(),
      }),
    ),
    csrfToken: z.string(),
    /** Nothing but setting up a second factor can be done until that is done. */
    needsSecondFactor: z.boolean(),
    idleExpiresAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Session' });
export type SessionView = z.output<typeof sessionView>;
