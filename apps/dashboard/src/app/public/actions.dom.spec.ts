import { within } from '@testing-library/dom';
import type { RoleMatrix } from '@slusen/contracts';
import { anAction, anActionList, anActionSummary } from '../../testing/actions.js';
import { FakeApi, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ActionList } from './action-list.js';
import { ActionPage } from './action-page.js';
import { RoleMatrixPage } from './role-matrix-page.js';

describe('What everybody reads of what is done', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });

  describe('ActionList', () => {
    const OF_GOAL = 'GET /api/actions?goal=fler-bor-har&limit=1000';
    const OF_ACTOR = 'GET /api/actions?actor=byalaget&limit=1000';

    it('tells each action of a goal with how far it has come, what is late and who leads', async () => {
      const late = anActionSummary({ slug: 'sen', isPastItsEnd: true, standstillDays: 120, note: 'Vi väntar på svar.', isExample: true });
      api.on(OF_GOAL, ok(anActionList(anActionSummary(), late)));
      const { screen } = await showPage(ActionList, { inputs: { of: { goal: 'fler-bor-har' } } });
      expect(screen.getAllByRole('listitem').map(textOf)).toEqual([
        'Möten i byarna Pågår · 1 februari 2026–31 december 2026 Leds av Kommunstyrelsen',
        'Möten i byarna exempel Pågår · 1 februari 2026–31 december 2026 · slutdatumet har passerat · inget nytt på 120 dagar Vi väntar på svar. Leds av Kommunstyrelsen',
      ]);
      expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toContain('/atgard/sen');
    });

    it('tells those of an actor with their goals', async () => {
      api.on(OF_ACTOR, ok(anActionList(anActionSummary({ status: 'done' }))));
      const { screen } = await showPage(ActionList, { inputs: { of: { actor: 'byalaget' } } });
      expect(textOf(screen.getByRole('listitem'))).toContain('Klar · planerad 1 februari 2026–31 december 2026 För målet Fler bor här');
    });

    it('says when there are none', async () => {
      api.on(OF_GOAL, ok(anActionList())).on(OF_ACTOR, ok(anActionList()));
      const { screen, give } = await showPage(ActionList, { inputs: { of: { goal: 'fler-bor-har' } } });
      expect(textOf(screen.getByRole('listitem'))).toBe('Inga åtgärder är inlagda för målet än.');
      await give({ of: { actor: 'byalaget' } });
      expect(textOf(screen.getByRole('listitem'))).toBe('Varken leder eller medverkar i någon åtgärd som är inlagd.');
    });

    it('says that they cannot be fetched', async () => {
      api.on(OF_GOAL, NO_ANSWER);
      const { screen } = await showPage(ActionList, { inputs: { of: { goal: 'fler-bor-har' } } });
      expect(textOf(screen.getByRole('status'))).toBe('Åtgärderna går inte att hämta just nu.');
    });
  });

  describe('ActionPage', () => {
    const show = (action = anAction()) => (
      api.on('GET /api/actions/moten', ok(action)),
      showPage(ActionPage, { inputs: { slug: 'moten' } })
    );

    it('says what, who, where and for which goal, with the way to each', async () => {
      const { screen, element } = await show(
        anAction({
          description: { sv: 'Tre möten.' },
          territory: { code: '0884-tuna', name: { sv: 'Tuna' } },
          indicator: { slug: 'folkmangd', name: { sv: 'Folkmängd' } },
        }),
      );
      expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe('Möten i byarna');
      const facts = textOf(element.querySelector('dl'));
      for (const fact of ['Fler bor här', 'Kommunstyrelsen', 'Byalaget', 'Tuna', 'Folkmängd']) expect(facts).toContain(fact);
      const links = within(element.querySelector('dl')!).getAllByRole('link');
      expect(links.map((link) => link.getAttribute('href'))).toEqual([
        '/mal/fler-bor-har',
        '/samverkan/kommunstyrelsen',
        '/samverkan/byalaget',
        '/indikator/folkmangd',
      ]);
    });

    it('tells everything that was said, the latest first, by department and never by person', async () => {
      const [entered] = anAction().history;
      const delayed = {
        ...entered!,
        revision: 2,
        status: 'delayed' as const,
        note: 'Lokalen brann.',
        changed: ['status', 'note', 'endsOn'] as const,
      };
      const { screen } = await show(anAction({ history: [{ ...delayed, changed: [...delayed.changed] }, entered!] }));
      const history = within(screen.getByRole('region', { name: 'Vad som har hänt' }));
      expect(history.getAllByRole('listitem').map(textOf)).toEqual([
        '1 februari 2026 · Kommunstyrelsen Status: försenad. Ändrat: läget, slutdatum. Lokalen brann.',
        '1 februari 2026 · Kommunstyrelsen Åtgärden lades in. Status: pågår.',
      ]);
    });

    it('has no way to the page of a goal that left the strategy, and says so', async () => {
      const { element } = await show(anAction({ goal: { ...anAction().goal, isInForce: false } }));
      expect(textOf(element.querySelector('dd'))).toBe('Fler bor här (hör till en tidigare version av strategin)');
      expect(element.querySelector('a[href^="/mal/"]')).toBeNull();
    });

    it('is not found where there is none', async () => {
      api.on('GET /api/actions/moten', refused(404, 'action.not-found'));
      const { screen } = await showPage(ActionPage, { inputs: { slug: 'moten' } });
      expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
    });
  });

  describe('RoleMatrixPage', () => {
    const area = { slug: 'leva', name: { sv: 'Leva' } };
    const goal = (slug: string, sv: string) => ({ slug, name: { sv }, area, isExample: false });
    const matrix: RoleMatrix = {
      goals: [goal('bo', 'Fler bor här'), goal('arbete', 'Arbete åt alla')],
      actors: [
        { slug: 'ks', name: { sv: 'Kommunstyrelsen' }, kind: 'committee', isExample: false, openActions: 3 },
        { slug: 'byalaget', name: { sv: 'Byalaget' }, kind: 'association', isExample: false, openActions: 0 },
      ],
      roles: [
        { goal: 'bo', actor: 'ks', role: 'leads', isExample: false },
        { goal: 'bo', actor: 'ks', role: 'finances', isExample: false },
        { goal: 'arbete', actor: 'byalaget', role: 'participates', isExample: false },
      ],
      gaps: { noLead: ['arbete'], onlyMunicipality: ['bo'], overloaded: [] },
    };
    const show = (inputs: Record<string, unknown> = {}) => (api.on('GET /api/roles', ok(matrix)), showPage(RoleMatrixPage, { inputs }));

    it('has a cell for each goal and actor, told in whole words to who listens', async () => {
      const { screen } = await show();
      const [table] = screen.getAllByRole('table');
      const rows = within(table!).getAllByRole('row').slice(1);
      const cells = rows.map((row) => within(row).getAllByRole('cell').map((cell) => [...cell.querySelectorAll('.whole')].map((one) => one.textContent).join(', '))); // prettier-ignore
      expect(cells).toEqual([
        ['leder, finansierar', ''],
        ['', 'medverkar'],
      ]);
      expect(
        within(table!)
          .getAllByRole('columnheader')
          .map((head) => head.textContent?.trim()),
      ).toEqual(['Mål', 'Kommunstyrelsen', 'Byalaget']);
    });

    it('tells the gaps, and by which rule', async () => {
      const { screen } = await show();
      const gaps = textOf(screen.getByRole('region', { name: 'Luckor' }));
      expect(gaps).toContain(
        'Mål som ingen leder Arbete åt alla Mål där bara kommunen har en roll Fler bor här Aktörer som leder mycket Inga.',
      );
      expect(gaps).toContain('fler än 4 mål eller fler än 10 åtgärder');
    });

    const orders: [order: string | string[] | undefined, goals: string[]][] = [
      [undefined, ['Fler bor här', 'Arbete åt alla']],
      ['namn', ['Arbete åt alla', 'Fler bor här']],
      ['påhittad', ['Fler bor här', 'Arbete åt alla']],
      [
        ['namn', 'luckor'],
        ['Fler bor här', 'Arbete åt alla'],
      ],
    ];
    for (const [ordning, goals] of orders) {
      it(`orders the goals by ${String(ordning ?? 'the strategy')}`, async () => {
        const { screen } = await show(ordning === undefined ? {} : { ordning });
        expect(within(screen.getAllByRole('table')[0]!).getAllByRole('rowheader').map(textOf)).toEqual(goals);
      });
    }
  });
});
