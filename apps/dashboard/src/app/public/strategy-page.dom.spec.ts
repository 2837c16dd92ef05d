import type { StrategyDocument } from '@slusen/contracts';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aDocumentGoal, aStrategyDocument } from '../../testing/goals.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { StrategyPage } from './strategy-page.js';

describe('StrategyPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });
  const show = (document: StrategyDocument = aStrategyDocument(), inLanguage: 'sv' | 'en' = 'sv') => {
    api.on('GET /api/strategy', ok(document));
    return showPage(StrategyPage, { language: inLanguage });
  };
  const earlier = () => {
    api.on(
      'GET /api/strategy/versions/1',
      ok(aStrategyDocument({ version: 1, state: 'superseded', replacesVersion: undefined, replacedBy: 2 })),
    );
    return showPage(StrategyPage, { inputs: { nummer: '1' } });
  };
  const hrefs = (links: readonly HTMLElement[]) => links.map((link) => link.getAttribute('href'));

  it('heads the document with what was decided, and from when it holds', async () => {
    const { screen, element } = await show();
    expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe('Strategin');
    const facts = textOf(element.querySelector('dl'));
    for (const fact of [
      'Status gällande',
      'Beslutad av kommunfullmäktige',
      '16 juni 2025',
      '§ 12',
      'från 1 januari 2026, tills vidare',
      'version 1',
    ])
      expect(facts).toContain(fact);
  });

  it('has contents that lead to every part of it', async () => {
    const { screen, element } = await show();
    const links = hrefs([...screen.getByRole('navigation', { name: 'Innehåll' }).querySelectorAll('a')]);
    expect(links).toEqual(['/strategi#syfte', '/strategi#omrade-leva', '/strategi#mal-fler-bor-har', '/strategi#versioner']);
    for (const link of links)
      expect(element.querySelector(`#${link?.split('#')[1]}`))
        .withContext(String(link))
        .not.toBeNull();
  });

  it('says of a goal what measures it from where to where, and who does what', async () => {
    const { screen } = await show();
    const goal = screen.getByRole('article', { name: '1.1 Fler bor här' });
    for (const said of ['Folkmängd Målvärde: 15 800 invånare 2030, från 15 672 invånare 2020', 'Målbanan är rak.', 'Leder Kommunstyrelsen'])
      expect(textOf(goal)).toContain(said);
  });

  it('says why a goal is not measured, and what nobody has taken on', async () => {
    const goal = aDocumentGoal({ deliberatelyNotMeasured: { sv: 'Det går inte att räkna.' }, indicators: [], roles: [] });
    const { screen } = await show(aStrategyDocument({ areas: [{ ...aStrategyDocument().areas[0]!, goals: [goal] }] }));
    const said = textOf(screen.getByRole('article'));
    for (const part of ['Målet mäts inte, och det är ett val: Det går inte att räkna.', 'Ingen har åtagit sig något för målet.'])
      expect(said).toContain(part);
    expect(said).not.toContain('Ingen indikator mäter målet.');
  });

  it('lists what is done, with who leads it and how far it has come', async () => {
    const action = { slug: 'moten', title: { sv: 'Möten' }, lead: { slug: 'byalaget', name: { sv: 'Byalaget' } } };
    const time = { startsOn: '2026-02-01', endsOn: '2026-12-31', status: 'ongoing', isPastItsEnd: true, isExample: false } as const;
    const goal = aDocumentGoal({ actions: [{ ...action, ...time }] });
    const { screen } = await show(aStrategyDocument({ areas: [{ ...aStrategyDocument().areas[0]!, goals: [goal] }] }));
    expect(textOf(screen.getByRole('article'))).toContain(
      'Möten Byalaget Pågår · 1 februari 2026–31 december 2026 · slutdatumet har passerat',
    );
  });

  it('leads to the PDF of what is shown, and to the other versions', async () => {
    const { screen } = await show();
    expect(screen.getByRole('link', { name: 'Hämta som PDF' }).getAttribute('href')).toBe('/strategi.pdf');
    expect(screen.getByRole('link', { name: 'Version 1' }).getAttribute('href')).toBe('/strategi/version/1');
    expect(screen.queryByRole('link', { name: 'Version 2' })).toBeNull();
    expect(screen.getByRole('link', { name: /^Jämför/ }).getAttribute('href')).toBe('/strategi/jamfor?fran=1&till=2');
  });

  it('says of an earlier version that it holds no more, with the way to the one that does, and no way to goals that have no page', async () => {
    const { screen, element } = await earlier();
    expect(textOf(element.querySelector('.banner'))).toBe(
      'Den här versionen gäller inte nu: ersatt av en senare version. Läs den version som gäller',
    );
    expect(screen.getByRole('link', { name: 'Hämta som PDF' }).getAttribute('href')).toBe('/strategi.pdf?version=1');
    const links = hrefs(screen.getAllByRole('link'));
    expect(links).toContain('/strategi/version/1#mal-fler-bor-har');
    expect(links).not.toContain('/mal/fler-bor-har');
  });

  it('shows in English what exists in Swedish only in Swedish, and marks it', async () => {
    const { screen, element } = await show(aStrategyDocument(), 'en');
    expect(textOf(element)).toContain('Parts of the strategy exist in Swedish only');
    const passage = screen.getByText('Fler ska bo här.');
    expect([passage.lang, textOf(passage.closest('p'))]).toEqual(['sv', 'Fler ska bo här. (in Swedish only)']);
    expect(screen.getByRole('link', { name: /PDF/ }).getAttribute('href')).toBe('/strategi.pdf?lang=en');
  });

  it('says so when there is no such version', async () => {
    api.on('GET /api/strategy/versions/9', refused(404, 'version.not-found'));
    const { screen } = await showPage(StrategyPage, { inputs: { nummer: '9' } });
    expect(screen.getByRole('heading', { level: 1 })).toBeDefined();
  });
});
