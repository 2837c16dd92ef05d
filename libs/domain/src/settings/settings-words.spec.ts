import { DATA_LICENCES, SITE_SETTINGS } from './site-settings.js';
import { licenceAddress, licenceText, settingWord } from './settings-words.js';

describe('the words of settings', () => {
  it('tell every setting from the others, in both languages', () => {
    for (const language of ['sv', 'en'] as const) {
      expect(new Set(SITE_SETTINGS.map((setting) => settingWord(setting, language))).size).toBe(SITE_SETTINGS.length);
    }
    expect([settingWord('code', 'sv'), settingWord('dataProtectionOfficer', 'en')]).toEqual([
      'kommunkod',
      'e-mail address of the data protection officer',
    ]);
  });

  it('know each licence by its address at Creative Commons', () => {
    expect(DATA_LICENCES.map(licenceAddress)).toEqual([
      'https://creativecommons.org/publicdomain/zero/1.0/',
      'https://creativecommons.org/licenses/by/4.0/',
    ]);
  });

  it('begin a licence with its name', () => {
    expect(DATA_LICENCES.map((licence) => licenceText(licence, 'sv'))).toEqual([
      'CC0 1.0: fritt att använda, utan villkor',
      'CC BY 4.0: fritt att använda för den som anger källan',
    ]);
  });
});
