import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { AccessibilityPage } from './accessibility-page.js';
import { PersonalDataPage } from './personal-data-page.js';

describe('The statements that the law asks for', () => {
  let api: FakeApi;

  beforeEach(() => (api = new FakeApi()));

  const shown = async (page: Type<unknown>, contact: ReturnType<typeof aSite>['contact']): Promise<string> => {
    TestBed.resetTestingModule();
    api.on('GET /api/site', ok(aSite({ municipality: 'Hultsfreds kommun', isDemonstration: false, contact })));
    return textOf((await showPage(page)).element);
  };
  const NOTHING = { isExample: false };
  const ALL = { email: 'a@hultsfred.se', telephone: '0495-24 00 00', dataProtectionOfficer: 'b@hultsfred.se', isExample: false };

  it('name the level of conformance, the known shortcomings and whom to tell', async () => {
    const text = await shown(AccessibilityPage, ALL);
    for (const words of [
      'delvis förenlig',
      'WCAG 2.2 på nivå AA',
      'Brister som vi känner till',
      'Kontakt: a@hultsfred.se · 0495-24 00 00',
      'Digg',
    ])
      expect(text).toContain(words);
  });

  it('name the controller, the officer, the legal basis and how long data is kept', async () => {
    const text = await shown(PersonalDataPage, ALL);
    for (const words of [
      'Hultsfreds kommun är personuppgiftsansvarig',
      'Dataskyddsombud: b@hultsfred.se',
      'artikel 6.1 e',
      '31 dygn',
      'tolv timmar',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('exempel');
  });

  it('say what is not set instead of making it up', async () => {
    expect(await shown(AccessibilityPage, NOTHING)).toContain('Kontakt: kontaktuppgifter är inte angivna än.');
    expect(await shown(PersonalDataPage, NOTHING)).toContain('Dataskyddsombudets adress är inte angiven än.');
  });

  it('mark what is an example', async () => {
    for (const page of [AccessibilityPage, PersonalDataPage])
      expect(await shown(page, { ...ALL, isExample: true })).toMatch(/hultsfred\.se.* exempel/);
  });
});
