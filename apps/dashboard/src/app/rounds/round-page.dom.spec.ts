import { choose, write } from '@slusen/ui/testing';
import { within } from '@testing-library/dom';
import type { AccountRole } from '@slusen/domain';
import type { RoundView } from '@slusen/contracts';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { aRoundProgress, aRoundTask, aRoundView } from '../../testing/rounds.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { RoundPage } from './round-page.js';

const ROUND = '/api/rounds/2026-Q3';
const CHANGE = `PUT ${ROUND}`;
const road = { slug: 'gatukontoret', name: { sv: 'Gatukontoret' } };

describe('RoundPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
    api.on(`GET ${ROUND}/progress`, ok(aRoundProgress([aRoundTask(), aRoundTask({ state: 'done' })])));
  });
  const open = (role: AccountRole, round: RoundView = aRoundView(), query: Readonly<Record<string, string>> = {}) => {
    api.on(`GET ${ROUND}`, ok(round));
    return showPage(RoundPage, { as: [role], inputs: { period: '2026-Q3', ...query } });
  };

  it('tells its days, and how far it has come by department and person', async () => {
    const tasks = [
      aRoundTask({ state: 'done' }),
      aRoundTask({ state: 'submitted', by: ['Anna Lindeborg'] }),
      aRoundTask({ state: 'overdue', lastDay: '2026-10-01', department: road, isExample: true }),
    ];
    api.on(`GET ${ROUND}/progress`, ok(aRoundProgress(tasks)));
    const { screen, element } = await open('reporter');
    expect(screen.getByRole('heading', { level: 1 }).innerText).toBe('Uppföljning kvartal 3 2026');
    expect(document.title).toBe('Uppföljning kvartal 3 2026 – SLUSEN');
    expect(textOf(element.querySelector('dl'))).toBe(
      'Öppnar 1 oktober 2026 Sista dag 20 oktober 2026 respit till 23 oktober 2026 Granskas till och med 30 oktober 2026 Publiceras när värdet godkänns Låses från och med aldrig',
    );
    expect(textOf(screen.getByRole('region', { name: '1 av 3 klara' }).querySelector('p'))).toBe('Försenade: 1, väntar på granskning: 1.');
    const rowsOf = (name: string): string[] => within(screen.getByRole('table', { name })).getAllByRole('row').slice(1).map(textOf);
    expect(rowsOf('Så långt har förvaltningarna kommit')).toEqual([
      'Gatukontoret 0 av 1 1 0 ingen ingen',
      'Kulturförvaltningen 1 av 2 0 1 Anna Lindeborg, Bo Ek Karin Hollsten',
    ]);
    expect(rowsOf('Vem har vad i hand')).toEqual(['Anna Lindeborg 0 1']);
    expect(rowsOf('Värdena i omgången')[2]).toBe(
      'Besök på biblioteket (exempel) Försenad 5 dagar 1 oktober 2026 Gatukontoret Vimmerby kvartal 3 2026',
    );
    expect(screen.queryByRole('button', { name: 'Spara ändringarna' })).toBeNull();
  });

  it('shows the tasks that the address asks for, and writes what is chosen there', async () => {
    const { screen, settled, address } = await open('administrator', aRoundView(), { lage: 'klara' });
    expect(screen.getByText('1 av 2 värden')).toBeTruthy();
    choose(screen.getByLabelText('Läge'), 'Försenade');
    await settled();
    expect(address()).toBe('/omgangar/2026-Q3?lage=sena');
    choose(screen.getByLabelText('Förvaltning'), 'Kulturförvaltningen');
    await settled();
    expect(address()).toBe('/omgangar/2026-Q3?lage=sena&forvaltning=kultur');
  });

  it('says what it does not ask for yet, and that it asks for nothing', async () => {
    const notYetDue = [{ indicator: { slug: 'nki', name: { sv: 'Nöjda företag' } }, period: '2026', dueOn: '2027-04-30' }];
    api.on(`GET ${ROUND}/progress`, ok(aRoundProgress([], { notYetDue })));
    const { screen } = await open('reporter');
    expect(textOf(screen.getByRole('listitem'))).toBe('Nöjda företag 2026 publiceras först 30 april 2027');
    expect(screen.getByText('Omgången frågar inte efter några värden som du följer.')).toBeTruthy();
  });

  describe('for a strategist', () => {
    it('is changed from the revision that was read', async () => {
      const { screen, element, settled } = await open('strategist');
      write(screen.getByLabelText('Sista dag'), '2026-10-25');
      api.on(CHANGE, ok(aRoundView({ dueOn: '2026-10-25', revision: 2 })));
      screen.getByRole('button', { name: 'Spara ändringarna' }).click();
      await settled();
      const [sent] = api.of(CHANGE);
      expect([sent?.headers['If-Match'], sent?.body]).toEqual([
        '"1"',
        { opensOn: '2026-10-01', dueOn: '2026-10-25', graceDays: 3, reviewUntil: '2026-10-30', isCancelled: false },
      ]);
      expect(screen.getByText('Omgången är ändrad.')).toBeTruthy();
      expect(textOf(element.querySelector('dl'))).toContain('25 oktober 2026');
    });

    it('says that somebody else changed it, and keeps what was typed', async () => {
      const { screen, settled } = await open('strategist');
      write(screen.getByLabelText('Sista dag'), '2026-10-25');
      api.on(CHANGE, refused(412, 'round.stale'));
      screen.getByRole('button', { name: 'Spara ändringarna' }).click();
      await settled();
      expect(screen.getByRole('alert').innerText).toContain('Någon annan har ändrat här');
      expect(screen.getByLabelText<HTMLInputElement>('Sista dag').value).toBe('2026-10-25');
    });

    it('is cancelled after a question only, and taken up again', async () => {
      const { screen, settled } = await open('strategist');
      const asked = spyOn(window, 'confirm').and.returnValues(false, true);
      const cancel = (): void => screen.getByRole('button', { name: 'Ställ in omgången' }).click();
      cancel();
      await settled();
      expect(api.of(CHANGE)).toEqual([]);
      api.on(CHANGE, ok(aRoundView({ isCancelled: true, state: 'cancelled', revision: 2 })), ok(aRoundView({ revision: 3 })));
      cancel();
      await settled();
      expect(asked).toHaveBeenCalledTimes(2);
      expect(screen.getByText('Omgången är inställd och frågar inte efter några värden.')).toBeTruthy();
      expect(screen.queryByRole('table')).toBeNull();
      expect(document.activeElement?.textContent).toBe('Ändra omgången');
      screen.getByRole('button', { name: 'Ta upp omgången igen' }).click();
      await settled();
      expect(api.of(CHANGE).map(({ body }) => (body as { isCancelled: boolean }).isCancelled)).toEqual([true, false]);
      expect(screen.getByText('Omgången gäller igen.')).toBeTruthy();
    });
  });
});
