import { DATA_LICENCES, isReadable, SETTING_LENGTH, SETTING_ORIGINS, SITE_SETTINGS, type SiteSetting } from '@slusen/domain';
import * as z from 'zod';
import { requiredText } from './text.js';

/** What the installation is: shown in header, footer and statements. */
export const siteView = z
  .object({
    /** Undefined until somebody has said whose installation it is. */
    municipality: z.string().optional(),
    isDemonstration: z.boolean(),
    /** What nobody has set is left out; a page says so. */
    contact: z.object({
      email: z.string().optional(),
      telephone: z.string().optional(),
      /** The e-mail address of the data protection officer. */
      dataProtectionOfficer: z.string().optional(),
      isExample: z.boolean(),
    }),
    licence: z.enum(DATA_LICENCES),
    /** The address people use, without a slash at its end. */
    publicUrl: z.url(),
  })
  .meta({ id: 'Site' });
export type SiteView = z.output<typeof siteView>;

/** A colour as the browser's own control gives it. */
export const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: 'colour.malformed', abort: true })
  .refine(isReadable, 'colour.too-light');
/** SCB's number of a municipality: `0884`. */
export const municipalityCode = z.string().regex(/^\d{4}$/, 'municipality-code.malformed');
const telephone = requiredText(SETTING_LENGTH.contactTelephone).regex(/^\+?[\d ()–-]{5,}$/, 'telephone.malformed');
const mailAddress = z.email('mail-address.malformed').max(SETTING_LENGTH.contactEmail);

/** What an administrator sets; what is left out is not set. What the environment sets is left out too: it cannot be set here. */
export const siteSettings = z
  .strictObject({
    municipality: requiredText(SETTING_LENGTH.municipality),
    code: municipalityCode,
    accent: colour,
    licence: z.enum(DATA_LICENCES),
    contactEmail: mailAddress,
    contactTelephone: telephone,
    dataProtectionOfficer: mailAddress,
  } satisfies Record<SiteSetting, z.ZodType<string>>)
  .partial()
  .meta({ id: 'SiteSettings' });
export type SiteSettingsSent = z.output<typeof siteSettings>;

/** The kinds of picture that a logo can be. */
export const LOGO_TYPES = ['image/png', 'image/svg+xml'] as const;
export type LogoType = (typeof LOGO_TYPES)[number];
/** Base64 of 256 KiB; what is larger is told so by the rule about logos. */
const LONGEST_LOGO = 700_000;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** A picture as the browser sends it. What kind it is, its bytes say. */
export const logoSent = z.strictObject({ content: z.string().max(LONGEST_LOGO).regex(BASE64) }).meta({ id: 'NewLogo' });
export type LogoSent = z.output<typeof logoSent>;

/** What is set, where each value comes from, and the revision that a change starts from (0: nobody has set anything). */
export const settingsView = z
  .object({
    revision: z.int(),
    settings: z.array(
      z.object({
        setting: z.enum(SITE_SETTINGS),
        value: z.string().optional(),
        /** Undefined when nothing is set. */
        origin: z.enum(SETTING_ORIGINS).optional(),
        /** The environment variable that sets it, for one that can be set so. */
        variable: z.string(),
      }),
    ),
    logo: z.object({ address: z.string(), type: z.enum(LOGO_TYPES) }).optional(),
    /** A strategy and its figures are about the code, so it stays. */
    isCodeFixed: z.boolean(),
  })
  .meta({ id: 'Settings' });
export type SettingsView = z.output<typeof settingsView>;
