import { choose, write } from '@slusen/ui/testing';
import { within } from '@testing-library/dom';
import type { AccountRole } from '@slusen/domain';
import type { RoundList } from '@slusen/contracts';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { aRoundList, aRoundView } from '../../testing/rounds.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { RoundsPage } from './rounds-page.js';

const OPEN = 'POST /api/rounds';
const RULE = 'PUT /api/round-rules/quarter';

describe('RoundsPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });

  const open = (role: AccountRole, ...lists: RoundList[]) => {
    api.on('GET /api/rounds', ...(lists.length > 0 ? lists : [aRoundList()]).map((list) => ok(list)));
    return showPage(RoundsPage, { as: [role] });
  };

  it('tells everybody of each round in words, and lets whoever follows it go there', async () => {
    const whole = aRoundView({ publishAt: '2026-11-02T07:00:00.000Z', locksOn: '2026-11-15' });
    const { screen } = await open(
      'reporter',
      aRoundList({ items: [whole, aRoundView({ period: '2026-Q2', graceDays: 0, state: 'locked' })] }),
    );
    const [, first, second] = screen.getAllByRole('row').map(textOf);
    expect(first).toBe(
      'kvartal 3 2026 öppen 1 oktober 2026 20 oktober 2026 respit till 23 oktober 2026 30 oktober 2026 2 november 2026 kl. 08.00 15 november 2026',
    );
    expect(second).toBe('kvartal 2 2026 låst 1 oktober 2026 20 oktober 2026 30 oktober 2026 när värdet godkänns aldrig');
    expect(screen.getByRole('link', { name: 'kvartal 3 2026' }).getAttribute('href')).toBe('/omgangar/2026-Q3');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('leads a politician nowhere', async () => {
    expect((await open('politician')).screen.queryByRole('link')).toBeNull();
  });

  it('says when there are none', async () => {
    const { screen } = await open('reporter', aRoundList({ items: [] }));
    expect(screen.getByRole('heading', { name: 'Inga omgångar än' })).toBeTruthy();
  });

  it('proposes the quarter that ended last with the usual days, and opens what is chosen', async () => {
    const { screen, settled } = await open('strategist', aRoundList({ items: [] }), aRoundList());
    const form = within(screen.getByRole('region', { name: 'Ny omgång' }));
    const shown = (label: string): string => form.getByLabelText<HTMLInputElement>(label).value;
    expect(['Öppnar', 'Sista dag', 'Dagar med respit', 'Granskas till och med'].map(shown)).toEqual([
      '2026-10-01',
      '2026-10-20',
      '3',
      '2026-11-02',
    ]);
    choose(screen.getByLabelText('År'), '2025');
    choose(screen.getByLabelText('Hur ofta'), 'Varje år');
    await settled();
    expect(screen.queryByLabelText('Period')).toBeNull();
    expect(shown('Öppnar')).toBe('2026-01-01');
    choose(screen.getByLabelText('Hur ofta'), 'Varje månad');
    await settled();
    choose(screen.getByLabelText('Period'), 'Augusti 2026');
    await settled();
    write(screen.getByLabelText('Sista dag'), '2026-09-15');
    api.on(OPEN, ok(aRoundView(), 201));
    screen.getByRole('button', { name: 'Lägg upp Uppföljning augusti 2026' }).click();
    await settled();
    expect(api.of(OPEN).map(({ body }) => body)).toEqual([
      { period: '2026-M08', opensOn: '2026-09-01', dueOn: '2026-09-15', graceDays: 3, reviewUntil: '2026-10-03' },
    ]);
    expect(screen.getByText('Uppföljning augusti 2026 finns nu.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'kvartal 3 2026' })).toBeTruthy();
  });

  it('says at the field what does not fit, and sends nothing', async () => {
    const { screen, settled } = await open('strategist');
    write(screen.getByLabelText('Sista dag'), '2026-09-30');
    await settled();
    expect(screen.queryByText('Sista dagen ligger före dagen då omgången öppnar.')).toBeNull();
    screen.getByRole('button', { name: /^Lägg upp/ }).click();
    await settled();
    expect(screen.getByText('Sista dagen ligger före dagen då omgången öppnar.')).toBeTruthy();
    expect(document.activeElement?.id).toBe('sista-dag');
    expect(api.of(OPEN)).toEqual([]);
  });

  it('says that there is a round of that period already', async () => {
    const { screen, settled } = await open('strategist');
    api.on(OPEN, refused(409, 'round.taken'));
    screen.getByRole('button', { name: /^Lägg upp/ }).click();
    await settled();
    expect(screen.getByRole('alert').innerText).toContain('Det finns redan en omgång för den perioden.');
  });

  describe('has a rule for each cadence, and', () => {
    const quarterly = { cadence: 'quarter', opensAfter: 1, daysOpen: 20, graceDays: 3, reviewDays: 10, isOn: true, revision: 4 } as const;
    const show = async () => {
      const shown = await open('strategist', aRoundList({ rules: [quarterly] }));
      const rule = shown.element.querySelector<HTMLDetailsElement>('details:has([id^="quarter"])')!;
      rule.open = true;
      return { ...shown, rule, inRule: within(rule) };
    };

    it('says in words what each means', async () => {
      const { element, inRule, settled } = await show();
      expect([...element.querySelectorAll('summary')].map(textOf)).toEqual([
        'Varje månad: av',
        'Varje kvartal. Nästa: Uppföljning kvartal 4 2026, öppnar 1 januari 2027, sista dag 20 januari 2027, respit till 23 januari 2027.',
        'Varje tertial (fyra månader): av',
        'Varje halvår: av',
        'Varje år: av',
      ]);
      write(inRule.getByLabelText('Öppen i dagar'), '10');
      write(inRule.getByLabelText('Dagar med respit'), '0');
      await settled();
      expect(textOf(inRule.getByRole('status'))).toBe(
        'Nästa: Uppföljning kvartal 4 2026, öppnar 1 januari 2027, sista dag 10 januari 2027.',
      );
      inRule.getByLabelText('Omgångarna kommer av sig själva').click();
      await settled();
      expect(textOf(inRule.getByRole('status'))).toContain('Inga omgångar kommer av sig själva.');
    });

    it('is saved from the revision that was read; what others saved meanwhile is told', async () => {
      const { screen, inRule, settled } = await show();
      write(inRule.getByLabelText(/^Låses dagar efter/), '30');
      api.on(RULE, refused(412, 'round.stale'), ok({ ...quarterly, revision: 5 }));
      const save = inRule.getByRole('button', { name: 'Spara : varje kvartal' });
      save.click();
      await settled();
      expect(screen.getByRole('alert').innerText).toContain('Någon annan har ändrat här');
      save.click();
      await settled();
      expect(screen.getByText('Sparat: varje kvartal.')).toBeTruthy();
      const [sent] = api.of(RULE);
      expect([sent?.headers['If-Match'], sent?.body]).toEqual([
        '"4"',
        { opensAfter: 1, daysOpen: 20, graceDays: 3, reviewDays: 10, locksAfter: 30, isOn: true },
      ]);
    });

    it('says which number cannot be', async () => {
      const { inRule, settled } = await show();
      write(inRule.getByLabelText('Öppen i dagar'), '0');
      inRule.getByRole('button', { name: /^Spara/ }).click();
      await settled();
      expect(inRule.getByText('Skriv ett helt tal från 1 till 366.')).toBeTruthy();
      expect(api.of(RULE)).toEqual([]);
    });
  });
});
