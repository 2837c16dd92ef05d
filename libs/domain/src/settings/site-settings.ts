/** What a municipality sets about its own installation, in the order a form asks for it. */
export const SITE_SETTINGS = [
  'municipality',
  'code',
  'accent',
  'licence',
  'contactEmail',
  'contactTelephone',
  'dataProtectionOfficer',
] as const;
export type SiteSetting = (typeof SITE_SETTINGS)[number];

/** Values of settings; what is not set is left out. */
export type SiteSettings = Readonly<Partial<Record<SiteSetting, string | undefined>>>;

/** The longest text of each setting, in characters. */
export const SETTING_LENGTH = { municipality: 80, contactEmail: 254, contactTelephone: 40 } as const;

/** The licences under which public bodies in Sweden give away their data, as DIGG recommends them. */
export const DATA_LICENCES = ['CC0-1.0', 'CC-BY-4.0'] as const;
export type DataLicence = (typeof DATA_LICENCES)[number];

/** The licence that holds where nobody has chosen another one: what public money paid for is free. */
const LICENCE_UNLESS_CHOSEN: DataLicence = 'CC0-1.0';

/** Where a value comes from. What the environment sets cannot be set on a page; an example is shown in the demonstration only. */
export const SETTING_ORIGINS = ['environment', 'stored', 'example'] as const;
export type SettingOrigin = (typeof SETTING_ORIGINS)[number];

/** The three places that a value can come from; the first one that has it counts. */
export type SettingSources = Readonly<Record<SettingOrigin, SiteSettings>>;

/** A value with where it comes from. */
export interface SettingInForce {
  readonly value: string;
  readonly origin: SettingOrigin;
}

/** What holds for one setting; undefined when nobody has set it. */
export function settingInForce(setting: SiteSetting, sources: SettingSources): SettingInForce | undefined {
  for (const origin of SETTING_ORIGINS) {
    const value = sources[origin][setting];
    if (value !== undefined) return { value, origin };
  }
  return undefined;
}

/** The licence of the open data of an installation. */
export function licenceInForce(sources: SettingSources): DataLicence {
  const chosen = settingInForce('licence', sources)?.value;
  return DATA_LICENCES.find((licence) => licence === chosen) ?? LICENCE_UNLESS_CHOSEN;
}

/** Whether a setting is set by the environment, where nobody can change it on a page. */
export function isLocked(setting: SiteSetting, { environment }: Pick<SettingSources, 'environment'>): boolean {
  return environment[setting] !== undefined;
}

/** Whether pages can say whose they are, and figures too: without both there is nothing to show. */
export function isIdentified(sources: SettingSources): boolean {
  return settingInForce('municipality', sources) !== undefined && settingInForce('code', sources) !== undefined;
}
