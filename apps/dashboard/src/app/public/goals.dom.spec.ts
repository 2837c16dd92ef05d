import { within } from '@testing-library/dom';
import { anActionList, anActionSummary } from '../../testing/actions.js';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aGoal, aGoalPage, anActor, anAreaPage, aStartPage, aStrategy } from '../../testing/goals.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ActorListPage } from './actor-list-page.js';
import { ActorPage } from './actor-page.js';
import { AreaPage } from './area-page.js';
import { GoalPage } from './goal-page.js';
import { StartPage } from './start-page.js';
import { StrategyDecision } from './strategy-decision.js';

describe('What everybody reads of the goals', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi()
      .on('GET /api/site', ok(aSite()))
      .on('GET /api/actions?goal=fler-bor-har&limit=1000', ok(anActionList(anActionSummary())))
      .on('GET /api/actions?actor=kommunstyrelsen&limit=1000', ok(anActionList()));
  });

  describe('StartPage', () => {
    const showStart = (view: Parameters<typeof aStartPage>[0] = {}) => (
      api.on('GET /api/start', ok(aStartPage(view))),
      showPage(StartPage)
    );

    it('says what the strategy is for, and the decision it rests on', async () => {
      const { screen } = await showStart();
      expect(screen.getByText('Fler ska vilja bo här.')).toBeTruthy();
      expect(screen.getByText('Strategin, antagen av kommunfullmäktige den 16 juni 2025.')).toBeTruthy();
    });

    it('has a door to each area, with how its goals stand', async () => {
      const { screen } = await showStart();
      const areas = within(screen.getByRole('region', { name: 'Utvecklingsområden' }));
      expect(areas.getByRole('link', { name: 'Leva' }).getAttribute('href')).toBe('/omrade/leva');
      expect(areas.getByText('2 mål i fas')).toBeTruthy();
      expect(areas.getByText('1 mål delvis i fas')).toBeTruthy();
    });

    it('finds indicators also without JavaScript', async () => {
      const { screen } = await showStart();
      const form = screen.getByRole<HTMLFormElement>('search');
      expect([form.getAttribute('action'), form.method]).toEqual(['indikatorer', 'get']);
      expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Sök en indikator' }).name).toBe('q');
    });

    it('tells what is new and what was corrected, with the day', async () => {
      const [change] = aStartPage().changes;
      const corrected = change && { ...change, kind: 'corrected' as const, isExample: true };
      const changes = change && corrected ? [change, corrected, { ...change, kind: 'confirmed' as const }] : [];
      const { screen } = await showStart({
        changes: [...changes, ...(change ? [{ ...change, certainty: { sv: 'preliminärt', en: 'preliminary' } }] : [])],
      });
      const news = within(screen.getByRole('region', { name: 'Nytt och ändrat' }));
      expect(news.getAllByRole('listitem').map(textOf)).toEqual([
        'Folkmängd 2025: 15 327 invånare nytt 20 februari 2026',
        'Folkmängd exempel 2025: 15 327 invånare rättat 20 februari 2026',
        'Folkmängd 2025: 15 327 invånare nu slutligt 20 februari 2026',
        'Folkmängd 2025: 15 327 invånare (preliminärt) nytt 20 februari 2026',
      ]);
    });

    it('tells the twelve months where they are judged, as sure as they are, and which part of them is new', async () => {
      const [change] = aStartPage().changes;
      const certainty = { sv: 'preliminärt, avrundat', en: 'preliminary, rounded' };
      const covered = { sv: 'de tolv månaderna till och med september 2026', en: 'the twelve months to September 2026' };
      const year = { covered, certainty, part: { sv: 'kvartal 3 2026', en: 'quarter 3 2026' }, kind: 'confirmed' } as const;
      const { screen } = await showStart({ changes: change ? [{ ...change, ...year }] : [] });
      const news = within(screen.getByRole('region', { name: 'Nytt och ändrat' }));
      expect(textOf(news.getByRole('listitem'))).toBe(
        'Folkmängd de tolv månaderna till och med september 2026: 15 327 invånare (preliminärt, avrundat) kvartal 3 2026: nu slutligt 20 februari 2026',
      );
    });

    it('calls things examples only where there are any, and has no empty part', async () => {
      const { screen, element } = await showStart({ changes: [] });
      expect(screen.queryByRole('region', { name: 'Nytt och ändrat' })).toBeNull();
      expect(textOf(element)).not.toContain('exempel');
    });
  });

  describe('AreaPage', () => {
    it('shows its goals with how they stand, what can be assessed, and who leads', async () => {
      api.on('GET /api/areas/leva', ok(anAreaPage()));
      const { screen, element } = await showPage(AreaPage, { inputs: { slug: 'leva' } });
      expect(screen.getByRole('heading', { level: 1 }).innerText).toBe('Attraktiva livsmiljöer');
      const card = element.querySelector('article');
      expect(textOf(card)).toBe(
        'Fler bor här Delvis i fas 2 av 3 indikatorer kan bedömas. 1 indikator i fas 1 indikator nära 1 indikator kan inte bedömas Leder: Kommunstyrelsen',
      );
      expect(document.title).toBe('Attraktiva livsmiljöer – SLUSEN');
    });

    it('names everyone who leads, and nobody where nobody does', async () => {
      const leads = ['Kommunstyrelsen', 'Regionen'].map((sv) => ({ slug: sv.toLowerCase(), name: { sv } }));
      api.on('GET /api/areas/leva', ok(anAreaPage({ goals: [aGoal({ leads }), aGoal({ slug: 'b', leads: [] })] })));
      const { element } = await showPage(AreaPage, { inputs: { slug: 'leva' } });
      const [first, second] = [...element.querySelectorAll('article')].map(textOf);
      expect(first).toContain('Leder: Kommunstyrelsen, Regionen');
      expect(second).not.toContain('Leder');
    });

    it('says that it has no goals yet', async () => {
      api.on('GET /api/areas/leva', ok(anAreaPage({ goals: [] })));
      const { screen } = await showPage(AreaPage, { inputs: { slug: 'leva' } });
      expect(screen.getByRole('heading', { name: 'Området har inga mål än' })).toBeTruthy();
    });
  });

  describe('GoalPage', () => {
    const showGoal = (view: Parameters<typeof aGoalPage>[0] = {}, language: 'sv' | 'en' = 'sv') => {
      api.on('GET /api/goals/fler-bor-har', ok(aGoalPage(view)));
      return showPage(GoalPage, { inputs: { slug: 'fler-bor-har' }, language });
    };

    it('tells what is done for it', async () => {
      const { screen } = await showGoal();
      const actions = within(screen.getByRole('region', { name: 'Åtgärder' }));
      expect(actions.getByRole('link', { name: 'Möten i byarna' }).getAttribute('href')).toBe('/atgard/moten-i-byarna');
    });

    it('prints the rule beside how the goal stands', async () => {
      const { screen } = await showGoal();
      const verdict = within(screen.getByRole('region', { name: 'Delvis i fas' }));
      expect(verdict.getByText('Är mer än hälften ur fas är målet ur fas.')).toBeTruthy();
      expect(verdict.getByText('2 av 3 indikatorer kan bedömas.')).toBeTruthy();
      expect(verdict.getByRole('link', { name: 'Så räknas målets läge fram' }).getAttribute('href')).toBe('/metod#mal');
    });

    it('speaks English on an English page, Swedish names marked as such', async () => {
      const { screen } = await showGoal({}, 'en');
      expect(screen.getByRole('region', { name: 'Partly on track' })).toBeTruthy();
      expect(screen.getByText('Kommunstyrelsen').lang).toBe('sv');
    });

    it('shows each indicator with its finding, its line, its status, its trend and why', async () => {
      const { element, screen } = await showGoal();
      const card = element.querySelector('article') as HTMLElement;
      expect(within(card).getByRole('link', { name: 'Folkmängd' }).getAttribute('href')).toBe('/indikator/folkmangd');
      expect(textOf(card)).toContain('15 327 invånare 2025, 57 färre än 2024');
      expect(textOf(card)).toContain('134 färre 2025 än 2023');
      expect(textOf(card)).toContain('Ur fas');
      expect(textOf(card)).toContain('Trend: försämras');
      expect(card.querySelectorAll('polyline').length).toBe(1);
      expect(screen.getByText('Ur fas: utfallet ligger 231 under målbanan.').checkVisibility()).toBeFalse();
      screen.getByText('Varför?').click();
      expect(screen.getByText('Ur fas: utfallet ligger 231 under målbanan.').checkVisibility()).toBeTrue();
    });

    it('says who does what, in the order of the roles', async () => {
      const held = (name: string, role: 'leads' | 'delivers') => ({
        actor: { slug: name.toLowerCase(), name: { sv: name }, kind: 'committee' as const, isExample: false },
        role,
        isExample: false,
      });
      const { element } = await showGoal({ roles: [held('Regionen', 'delivers'), held('Nämnden', 'leads')] });
      const terms = [...element.querySelectorAll('dl.wide > dt')].map((term) => [textOf(term), textOf(term.nextElementSibling)]);
      expect(terms).toEqual([
        ['Leder', 'Nämnden'],
        ['Levererar', 'Regionen'],
      ]);
    });

    it('shows the gap where nobody leads, and where nothing measures it', async () => {
      const { screen } = await showGoal({ roles: [], indicators: [] });
      expect(screen.getByText('Ingen har åtagit sig att leda arbetet med målet.')).toBeTruthy();
      expect(screen.getByRole('heading', { name: 'Ingen indikator mäter målet' })).toBeTruthy();
    });

    it('says why it is not measured, when that is a choice', async () => {
      const { element, screen } = await showGoal({ deliberatelyNotMeasured: { sv: 'Det syns bara i samtal.' }, indicators: [] });
      expect(textOf(element)).toContain('Målet mäts inte, och det är ett val: Det syns bara i samtal.');
      expect(screen.queryByRole('heading', { name: 'Ingen indikator mäter målet' })).toBeNull();
    });

    it('has no part of what measures it where that is nothing by choice', async () => {
      const { element } = await showGoal({ deliberatelyNotMeasured: { sv: 'Det syns bara i samtal.' }, indicators: [] });
      expect(textOf(element)).not.toContain('Ingen indikator mäter målet');
      expect(element.querySelector('#matt')).toBeNull();
    });

    it('is a page that does not exist where there is no such goal', async () => {
      api.on('GET /api/goals/fler-bor-har', refused(404, 'goal.not-found'));
      const { screen } = await showPage(GoalPage, { inputs: { slug: 'fler-bor-har' } });
      expect(screen.getByRole('heading', { level: 1 }).innerText).toBe('Sidan finns inte');
    });
  });

  describe('Who does what', () => {
    it('is told by kind, each actor with its roles', async () => {
      const none = anActor({ slug: 'forening', name: { sv: 'Byalaget' }, kind: 'association', roles: [], isExample: true });
      api.on('GET /api/actors', ok({ items: [none, anActor()] }));
      const { screen } = await showPage(ActorListPage);
      expect(screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual(['Fullmäktige, styrelse och nämnder', 'Föreningar']);
      expect(screen.getByRole('link', { name: 'Kommunstyrelsen' }).getAttribute('href')).toBe('/samverkan/kommunstyrelsen');
      expect(textOf(screen.getByText(/leder:/))).toContain('leder: Fler bor här');
      expect(screen.getByText('Har ingen roll i något mål än.')).toBeTruthy();
      expect(screen.getByText(/är påhittade för demonstrationen/)).toBeTruthy();
    });

    it('says that nobody is there yet', async () => {
      api.on('GET /api/actors', ok({ items: [] }));
      const { screen } = await showPage(ActorListPage);
      expect(screen.getByRole('heading', { name: 'Inga aktörer är inlagda än' })).toBeTruthy();
    });

    it('has a page for each, which leads to the goals', async () => {
      api.on('GET /api/actors/kommunstyrelsen', ok(anActor()));
      const { screen, element } = await showPage(ActorPage, { inputs: { slug: 'kommunstyrelsen' } });
      expect(textOf(element.querySelector('.eyebrow'))).toBe('Politiskt organ');
      expect(screen.getByRole('link', { name: 'Fler bor här' }).getAttribute('href')).toBe('/mal/fler-bor-har');
      expect(textOf(element.querySelector('.ruled'))).toBe('Fler bor här leder');
    });
  });

  describe('StrategyDecision', () => {
    const { decidedOn: _, ...undated } = aStrategy();
    const decisions: [strategy: ReturnType<typeof aStrategy>, words: string][] = [
      [aStrategy(), 'Strategin, antagen av kommunfullmäktige den 16 juni 2025.'],
      [
        aStrategy({ paragraph: '§ 47', dnr: 'KS 2025/12' }),
        'Strategin, antagen av kommunfullmäktige den 16 juni 2025 (§ 47, diarienummer KS 2025/12).',
      ],
      [{ ...undated, decidedOnText: { sv: 'hösten 2017' } }, 'Strategin, antagen av kommunfullmäktige hösten 2017.'],
    ];
    for (const [strategy, words] of decisions) {
      it(`says "${words}"`, async () => {
        const { screen, element } = await showPage(StrategyDecision, { inputs: { strategy } });
        expect(textOf(element)).toBe(`${words} Läs hela strategin`);
        expect(screen.getByRole('link').getAttribute('href')).toBe('/strategi');
      });
    }
  });
});
