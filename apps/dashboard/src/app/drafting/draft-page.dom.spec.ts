import type { DraftPart, StrategyDraft } from '@slusen/contracts';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { until, write } from '@slusen/ui/testing';
import { DraftPage } from './draft-page.js';

const DRAFT = '/api/strategy-drafts/4';
const at = { savedBy: 'Sara Ek', savedAt: '2026-11-27T10:00:00.000Z' };
const aPart = (key: string, content: DraftPart['content'], revision = 1): DraftPart => ({ key, revision, content, ...at });
const named = (sv: string) => ({ name: { sv }, shortName: { sv }, description: { sv: '' } });
const goal = { name: { sv: 'Fler bor här' }, description: { sv: '' }, roles: [], measures: [], isExample: false };
const leva = { slug: 'leva', goals: ['fler'] };
const lara = { slug: 'lara', goals: [] };

const draft: StrategyDraft = {
  ...{ id: 4, title: 'Nästa', version: 1, state: 'draft', updatedAt: at.savedAt, steps: ['propose'], faults: [], adopters: [] },
  parts: [
    aPart('names', { name: { sv: 'Strategin' }, purpose: { sv: '' } }),
    aPart('outline', { areas: [leva, lara] }),
    ...[aPart('area:leva', named('Leva')), aPart('area:lara', named('Lära')), aPart('goal:fler', goal)],
  ],
  choices: {
    actors: [{ slug: 'kultur', name: { sv: 'Kultur' } }],
    indicators: [
      { slug: 'folkmangd', name: { sv: 'Folkmängd' }, cadence: 'year', direction: 'increase', unit: { sv: 'personer', en: 'people' } },
    ],
  },
  measurable: { indicators: { measurable: 0, total: 0 }, goals: { measurable: 0, total: 0, deliberatelyNot: 0 } },
};

describe('DraftPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite())).on(`GET ${DRAFT}`, ok(draft));
  });

  /** What somebody else saved in the part meanwhile. */
  function saved(key: string, content: DraftPart['content']): void {
    api.on(`PUT ${DRAFT}/parts/${key}`, refused(412, 'revision.stale'), ok(aPart(key, content, 3)));
    api.on(`GET ${DRAFT}/parts/${key}/revisions`, ok({ revisions: [aPart(key, content, 2)] }));
  }

  async function open(del?: string) {
    const page = await showPage(DraftPage, { as: ['strategist'], inputs: { id: '4', ...(del && { del }) } });
    const conflict = async () => {
      await until(() => page.element.querySelector('.two-versions') !== null);
      return page.screen.getAllByRole('row').map(textOf);
    };
    return { ...page, conflict };
  }

  it('shows both texts side by side where two people wrote in one part, whichever part is open', async () => {
    saved('outline', { areas: [lara, { ...leva, goals: [] }] });
    const { element, screen, settled, conflict } = await open('goal:fler');
    screen.getByRole('button', { name: 'Ta bort: Lära' }).click();
    await settled();
    expect(await conflict()).toEqual(['Du skrev Sara Ek skrev', 'Områdena Leva Lära Leva', 'Leva Fler bor här –']);
    expect(screen.getByText('Sara Ek har sparat delen ”Områdenas och målens ordning” medan du skrev.')).toBeTruthy();
    screen.getByRole('button', { name: 'Spara mitt' }).click();
    await until(() => element.querySelector('.two-versions') === null);
    expect(api.of(`PUT ${DRAFT}/parts/outline`).at(-1)?.body).toEqual({ content: { areas: [leva] } });
    expect(api.of(`PUT ${DRAFT}/parts/outline`).at(-1)?.headers['If-Match']).toBe('"2"');
  });

  it('moves areas and goals by the keyboard, which stays at what was moved, at an end on the way back', async () => {
    api.on(
      `PUT ${DRAFT}/parts/outline`,
      ok(
        aPart(
          'outline',
          {
            areas: [
              { ...lara, goals: ['fler'] },
              { ...leva, goals: [] },
            ],
          },
          2,
        ),
      ),
    );
    const { screen, settled } = await open();
    const press = async (name: string): Promise<string> => {
      screen.getByRole('button', { name }).focus();
      screen.getByRole('button', { name }).click();
      await settled();
      return textOf(document.activeElement);
    };
    expect(await press('Flytta upp: Lära')).toBe('↓ Flytta ned: Lära');
    expect(await press('Flytta upp: Fler bor här')).toBe('↑ Flytta upp: Fler bor här');
    expect(screen.getAllByRole('link').map(textOf).slice(-3)).toEqual(['Lära', 'Fler bor här', 'Leva']);
    await until(() => api.of(`PUT ${DRAFT}/parts/outline`).length === 1 && screen.queryByText('Allt är sparat.') !== null);
  });

  it('says in words what two people wrote of who does what for a goal, and of how it is measured', async () => {
    const measuring = { indicator: 'folkmangd', measure: 'value', path: 'linear', milestones: [], isExample: false };
    const final = { period: '2030', value: 16_000 };
    const theirs = { ...goal, roles: [{ actor: 'kultur', role: 'leads' }], measures: [{ ...measuring, kind: 'point', final }] };
    saved('goal:fler', theirs);
    const { element, screen, settled, conflict } = await open('goal:fler');
    write(screen.getByRole('textbox', { name: 'Målet' }), 'Många bor här');
    await settled();
    expect(await conflict()).toEqual([
      'Du skrev Sara Ek skrev',
      'Namnet på svenska Många bor här Fler bor här',
      'Vem som gör vad – Kultur: leder',
      'Slaget av målvärde (Folkmängd) – ett värde att nå',
      'Det som jämförs (Folkmängd) – värdet för perioden',
      'Vägen till målvärdet (Folkmängd) – jämnt, lite i taget',
      'Slutperioden (Folkmängd) – 2030',
      'Slutvärdet (Folkmängd) – 16 000',
    ]);
    screen.getByRole('button', { name: 'Ta det andra' }).click();
    await settled();
    expect(element.querySelector('.two-versions')).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Målet' }).value).toBe('Fler bor här');
  });

  describe('of a proposed strategy', () => {
    const proposed = (different: Partial<StrategyDraft>): StrategyDraft => ({
      ...draft,
      ...{ state: 'proposed', proposedBy: 'Maja Strand', steps: ['take-back', 'discard'], ...different },
    });
    const buttons = (screen: Awaited<ReturnType<typeof open>>['screen']) =>
      screen.getAllByRole('button').flatMap((button) => (button.className.includes('button') ? [[textOf(button), button.className]] : []));

    it('says who is to adopt it now, and that they have been told', async () => {
      api.on(`GET ${DRAFT}`, ok(proposed({ adopters: ['Per Ek', 'Sara Ek'] })));
      const { screen } = await open();
      expect(screen.getByText(/någon annan än den som föreslog anta strategin: Per Ek eller Sara Ek\. De har fått mejl/)).toBeTruthy();
      // Nothing is for whoever proposed it to do: taking it back is no way forward.
      expect(buttons(screen)[0]).toEqual(['Ta tillbaka förslaget', 'button secondary']);
    });

    it('says that it is for the reader to adopt', async () => {
      api.on(`GET ${DRAFT}`, ok(proposed({ adopters: ['Per Ek'], steps: ['take-back', 'adopt', 'discard'] })));
      const { screen } = await open();
      expect(screen.getByText(/Maja Strand föreslår att strategin antas. Du kan anta den/)).toBeTruthy();
    });

    it('says that nobody can adopt it yet', async () => {
      api.on(`GET ${DRAFT}`, ok(proposed({ adopters: [] })));
      const { screen } = await open();
      expect(screen.getByText(/ingen annan är strateg än/)).toBeTruthy();
    });

    it('leads to where everybody sees it once it is adopted', async () => {
      api.on(`GET ${DRAFT}`, ok(proposed({ state: 'adopted', steps: [], adopters: [] })));
      const { screen } = await open();
      expect(screen.getByRole('link', { name: 'Se den som alla ser den' }).getAttribute('href')).toBe('/strategi');
      expect(screen.queryByText(/Inget hindrar/)).toBeNull();
    });
  });
});
