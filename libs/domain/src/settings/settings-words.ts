import { wordIn, type Language, type Words } from '../language.js';
import { type DataLicence, type SiteSetting } from './site-settings.js';

const SETTINGS: Words<SiteSetting> = {
  municipality: ['kommunens namn', 'name of the municipality'],
  code: ['kommunkod', 'code of the municipality'],
  accent: ['accentfärg', 'accent colour'],
  licence: ['licens för öppna data', 'licence of open data'],
  contactEmail: ['e-post för tillgänglighet', 'e-mail address for accessibility'],
  contactTelephone: ['telefon', 'telephone'],
  dataProtectionOfficer: ['dataskyddsombudets e-post', 'e-mail address of the data protection officer'],
};

/** What a setting is called: "kommunens namn". */
export function settingWord(setting: SiteSetting, language: Language): string {
  return wordIn(SETTINGS[setting], language);
}

const LICENCES: Words<DataLicence> = {
  'CC0-1.0': ['CC0 1.0: fritt att använda, utan villkor', 'CC0 1.0: free to use, without conditions'],
  'CC-BY-4.0': ['CC BY 4.0: fritt att använda för den som anger källan', 'CC BY 4.0: free to use for whoever names the source'],
};

const DEEDS: Readonly<Record<DataLicence, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
};

/** The address at which a licence is read, by which programs know it. */
export function licenceAddress(licence: DataLicence): string {
  return DEEDS[licence];
}

/** A licence with what it allows. */
export function licenceText(licence: DataLicence, language: Language): string {
  return wordIn(LICENCES[licence], language);
}
