import { MISSING_KINDS, missingText, NOT_ASSESSABLE_REASONS, PERIODS_BACK, reasonText, YEAR_LATE } from '@slusen/domain';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { AboutPage } from './about-page.js';
import { AccessibilityPage } from './accessibility-page.js';
import { MethodPage } from './method-page.js';
import { PersonalDataPage } from './personal-data-page.js';

describe('The pages of words', () => {
  beforeEach(() => {
    localStorage.clear();
    new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/history', ok({}));
  });

  const pages = [
    [AboutPage, 'Om SLUSEN', 'EUPL 1.2'],
    [AccessibilityPage, 'Tillgänglighetsredogörelse', 'Vimmerby kommun står bakom den här webbplatsen.'],
    [MethodPage, 'Så räknar vi', 'I fas'],
    [PersonalDataPage, 'Personuppgifter', ''],
  ] as const;
  for (const [page, heading, words] of pages) {
    it(`"${heading}" has one first heading and headings in order beneath it`, async () => {
      const { screen, element } = await showPage<unknown>(page);
      expect(screen.getByRole('heading', { level: 1 }).innerText).toBe(heading);
      const levels = [...element.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]));
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
      expect(textOf(element)).toContain(words);
      expect(document.title).toContain('SLUSEN');
    });
  }

  it('give the address for faults, and call it an example where it is one', async () => {
    const { screen, element } = await showPage(AccessibilityPage);
    expect(screen.getByRole('link', { name: 'mal@exempel.se' }).getAttribute('href')).toBe('mailto:mal@exempel.se');
    expect(textOf(element)).toContain('Kontakt: mal@exempel.se · 0492-00 00 00 exempel');
  });

  it('tell the rules that the pages follow: every reason, kind of missing value and limit', async () => {
    const { element } = await showPage(MethodPage);
    const told = textOf(element);
    for (const reason of NOT_ASSESSABLE_REASONS) expect(told).toContain(reasonText(reason, 'sv'));
    for (const kind of MISSING_KINDS) expect(told).toContain(missingText(kind, 'sv'));
    expect(told).toContain(`vissa år ${YEAR_LATE} dagar`);
    expect(told).toContain(`De ${PERIODS_BACK} senaste perioderna efterfrågas`);
  });

  it('tell how often the interval has held, by kind of series and years ahead', async () => {
    const { screen } = await showPage(MethodPage);
    const rows = screen.getAllByRole('row').map(textOf);
    expect(rows.map((row) => row.split('% av').length - 1)).toEqual([0, 3, 3, 3, 3]);
    expect(rows[2]).toBe('Andelar 80 % av 3 109 85 % av 2 447 89 % av 1 885');
  });
});
