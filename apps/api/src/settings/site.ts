import type { LogoType, SettingsView, SiteView } from '@slusen/contracts';
import { licenceInForce, SITE_SETTINGS, settingInForce, type SettingSources, type SiteSettings } from '@slusen/domain';
import { SITE_VARIABLES } from '../config.js';

/** A picture with the name that its address has it under. */
export interface Logo {
  readonly id: number;
  readonly type: LogoType;
  readonly sha256: string;
}

/** What is stored of the site: the latest revision, 0 before there is one. */
export interface StoredSite {
  readonly revision: number;
  readonly settings: SiteSettings;
  readonly logo: Logo | undefined;
}

/** What is stored, with what the environment and the demonstration say. */
export interface Site extends StoredSite {
  readonly sources: SettingSources;
}

const ENDINGS: Readonly<Record<LogoType, string>> = { 'image/png': 'png', 'image/svg+xml': 'svg' };
const TOLD_DIGITS = 16;

/** Where the logo is shown; another picture has another address. */
export const logoAddress = ({ type, sha256 }: Omit<Logo, 'id'>): string => `/logotyp/${sha256.slice(0, TOLD_DIGITS)}.${ENDINGS[type]}`;

/** What pages show of the site. */
export function siteShown({ sources }: Site): Pick<SiteView, 'municipality' | 'licence' | 'contact'> {
  const inForce = (setting: (typeof SITE_SETTINGS)[number]) => settingInForce(setting, sources);
  const contacts = [inForce('contactEmail'), inForce('contactTelephone'), inForce('dataProtectionOfficer')];
  const [email, telephone, dataProtectionOfficer] = contacts.map((one) => one?.value);
  return {
    municipality: inForce('municipality')?.value,
    licence: licenceInForce(sources),
    contact: { email, telephone, dataProtectionOfficer, isExample: contacts.some((one) => one?.origin === 'example') },
  };
}

/** What is set, and where each value comes from, as an administrator sees it. */
export function settingsShown({ revision, sources, logo }: Site, isCodeFixed: boolean): SettingsView {
  const settings = SITE_SETTINGS.map((setting) => ({ setting, ...settingInForce(setting, sources), variable: SITE_VARIABLES[setting] }));
  return { revision, settings, isCodeFixed, ...(logo ? { logo: { address: logoAddress(logo), type: logo.type } } : {}) };
}
