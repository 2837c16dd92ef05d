import { faultsOf, specContract } from './contract.fixtures.js';
import { logoSent, settingsView, siteSettings, siteView } from './settings.js';

describe('what the installation is', () => {
  const SITE = {
    municipality: 'Vimmerby kommun',
    isDemonstration: true,
    contact: { email: 'kommun@example.se', telephone: '0492-76 90 00', dataProtectionOfficer: 'ombud@example.se', isExample: true },
    licence: 'CC0-1.0',
    publicUrl: 'https://slus.vimmerby.se',
  };
  specContract(siteView, SITE, {
    optional: ['contact.dataProtectionOfficer', 'contact.email', 'contact.telephone', 'municipality'],
    unknown: 'stripped',
  });

  it('has an address', () => {
    for (const publicUrl of ['slus.vimmerby.se', '', 'under arbete'])
      expect(faultsOf(siteView, { ...SITE, publicUrl })).toEqual(['publicUrl: invalid_format']);
  });
});

describe('what an administrator sets', () => {
  const SETTINGS = {
    municipality: 'Hultsfreds kommun',
    code: '0860',
    accent: '#1f4e79',
    licence: 'CC-BY-4.0',
    contactEmail: 'kommun@example.se',
    contactTelephone: '0495-24 00 00',
    dataProtectionOfficer: 'ombud@example.se',
  };
  specContract(siteSettings, SETTINGS, { optional: Object.keys(SETTINGS), unknown: 'refused' });

  const wrong: readonly (readonly [setting: string, values: readonly string[], code: string])[] = [
    ['code', ['860', '08600', 'Hultsfred', '08 60'], 'municipality-code.malformed'],
    ['accent', ['blue', '#12', '#12345g', '#123456; } body { display: none'], 'colour.malformed'],
    ['accent', ['#ffcc00', '#808080', '#ffffff'], 'colour.too-light'],
    ['contactEmail', ['kommun', 'kommun@', 'kommun@example.se\nBcc: a@b.se'], 'mail-address.malformed'],
    ['contactTelephone', ['ring oss', '12', 'javascript:alert(1)'], 'telephone.malformed'],
    ['dataProtectionOfficer', ['Eva Norrby'], 'mail-address.malformed'],
    ['licence', ['CC'], 'invalid_value'],
  ];
  for (const [setting, values, code] of wrong) {
    for (const value of values) {
      it(`is refused with the ${setting} ${JSON.stringify(value)}`, () =>
        expect(faultsOf(siteSettings, { ...SETTINGS, [setting]: value })).toEqual([`${setting}: ${code}`]));
    }
  }

  it('has a name of at most 80 characters, and one at all', () => {
    for (const municipality of ['', '   ', 'x'.repeat(81), 'a\u0000b'])
      expect(faultsOf(siteSettings, { municipality }).length).withContext(municipality).toBeGreaterThan(0);
  });
});

describe('a logo that is sent', () => {
  specContract(logoSent, { content: 'iVBORw0KGgo=' }, { unknown: 'refused' });

  it('is base64, and not without end', () => {
    expect(faultsOf(logoSent, { content: 'å' })).toEqual(['content: invalid_format']);
    expect(faultsOf(logoSent, { content: 'A'.repeat(700_004) })).toEqual(['content: too_big']);
  });
});

describe('the settings as an administrator sees them', () => {
  specContract(
    settingsView,
    {
      revision: 3,
      settings: [{ setting: 'code', value: '0860', origin: 'stored', variable: 'MUNICIPALITY_CODE' }],
      logo: { address: '/logotyp/0123.svg', type: 'image/svg+xml' },
      isCodeFixed: false,
    },
    { optional: ['settings.*.value', 'settings.*.origin', 'logo'], unknown: 'stripped' },
  );
});
