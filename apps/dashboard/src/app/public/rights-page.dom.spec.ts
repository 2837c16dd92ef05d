import { LANGUAGES, rightsTables } from '@slusen/domain';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { inWindow } from '../../testing/in-window.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { RightsPage } from './rights-page.js';

describe('The page about rights', () => {
  beforeEach(() => new FakeApi().on('GET /api/site', ok(aSite())));
  afterEach(() => document.querySelector('iframe')?.remove());

  it('has a table for each feature, with who may do what, where, and when', async () => {
    const { element, screen } = await showPage(RightsPage);
    const tables = rightsTables('sv');
    expect(screen.getAllByRole('table').length).toBe(tables.length);
    for (const { rows } of tables)
      for (const { what, who, where, when } of rows)
        expect(textOf(element)).toContain(`${what} ${who} ${where}${when && `, när inmatningen är ${when}`}`);
  });

  for (const language of LANGUAGES) {
    it(`is read on a telephone without moving its tables sideways (${language})`, async () => {
      const { element } = await showPage(RightsPage, { language });
      const telephone = await inWindow(360, element);
      const regions = [...telephone.querySelectorAll('.table-region')];
      expect(regions.length).toBe(rightsTables(language).length);
      expect(regions.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toEqual(regions.map(() => 0));
    });
  }
});
