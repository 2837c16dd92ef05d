import { PASSWORD_LENGTH } from '@slusen/domain';
import * as z from 'zod';
import { requiredText } from './text.js';

/** What a first start still lacks, in the order in which it is mended. */
export const SET_UP_NEEDS = ['administrator', 'municipality', 'strategy', 'nothing'] as const;

/** How far the set-up of an installation has come. */
export const setUpView = z.object({ needs: z.enum(SET_UP_NEEDS) }).meta({ id: 'SetUp' });
export type SetUpView = z.output<typeof setUpView>;

/** A name to sign in with: what can be typed and said, and is no mistake for another one. */
const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{1,58})[a-z0-9]$/, 'username.malformed');

/** The first administrator, with the one-time code that the program printed when it started. */
export const firstAdministrator = z
  .strictObject({
    code: z.string().trim().min(1).max(60),
    name: requiredText(120),
    username,
    password: z.string().min(PASSWORD_LENGTH.least, 'password.too-short').max(PASSWORD_LENGTH.most, 'password.too-long'),
  })
  .meta({ id: 'FirstAdministrator' });
export type FirstAdministrator = z.output<typeof firstAdministrator>;
