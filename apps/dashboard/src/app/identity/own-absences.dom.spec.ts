import type { OwnAbsences as View } from '@slusen/contracts';
import type { AccountRole } from '@slusen/domain';
import { write } from '@slusen/ui/testing';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { OwnAbsences } from './own-absences.js';

const PATH = '/api/account/absences';
const BO = { id: '7a0f1c2e-0000-4000-8000-000000000002', name: 'Bo Ek' };
const NAMED: View['deputies'][number] = { id: 7, person: BO, from: '2026-12-01', to: '2026-12-07', isAway: false };

describe('one’s own absence', () => {
  const aView = (different: Partial<View> = {}): View => ({
    ...{ today: '2026-11-28', deputies: [], deputyFor: [], colleagues: [BO] },
    ...different,
  });
  let api: FakeApi;
  async function showOwn(view = aView(), as: readonly AccountRole[] = ['reporter']) {
    api = new FakeApi().on(`GET ${PATH}`, ok(view));
    const shown = await showPage(OwnAbsences, { as });
    await shown.settled();
    return shown;
  }
  type Own = Awaited<ReturnType<typeof showOwn>>;
  const press = async ({ screen, settled }: Own, name: string): Promise<void> => {
    screen.getByRole('button', { name }).click();
    await settled();
  };
  const fill = ({ screen }: Own, from: string, to: string): void => {
    const who = screen.getByLabelText<HTMLSelectElement>('Ersättare');
    who.value = BO.id;
    who.dispatchEvent(new Event('change'));
    write(screen.getByLabelText<HTMLInputElement>('Första dagen'), from);
    write(screen.getByLabelText<HTMLInputElement>('Sista dagen'), to);
  };

  it('is said with a colleague and days, and taken back', async () => {
    const own = await showOwn();
    api.on(`POST ${PATH}`, ok(aView({ deputies: [NAMED] }), 201)).on(`DELETE ${PATH}/7`, ok(null, 204));
    fill(own, NAMED.from, NAMED.to);
    await press(own, 'Spara');
    expect(api.of(`POST ${PATH}`)[0]?.body).toEqual({ deputy: BO.id, from: NAMED.from, to: NAMED.to });
    expect(textOf(own.element.querySelector('.ruled'))).toContain('1 december 2026–7 december 2026');
    expect(own.screen.getByText('Ersättaren är utsedd.')).toBeTruthy();
    expect(document.activeElement).toBe(own.screen.getByRole('heading', { name: 'När du är borta' }));
    await press(own, 'Ta bort Bo Ek');
    expect(api.of(`DELETE ${PATH}/7`).length).toBe(1);
    expect(own.screen.getByText('Du har inte sagt att du ska vara borta.')).toBeTruthy();
  });

  const faults: readonly (readonly [from: string, to: string, said: string])[] = [
    ['', '', 'Välj en kollega, en första och en sista dag.'],
    ['2026-12-07', '2026-12-01', 'Den sista dagen är före den första.'],
    ['2026-11-01', '2026-11-02', 'Den sista dagen har redan varit.'],
  ];
  for (const [from, to, said] of faults)
    it(`is not sent from “${from}” to “${to}”: ${said}`, async () => {
      const own = await showOwn();
      fill(own, from, to);
      await press(own, 'Spara');
      expect(textOf(own.screen.getByRole('alert'))).toBe(said);
      expect(api.of(`POST ${PATH}`).length).toBe(0);
    });

  it('says in plain words why it is refused, and keeps what was typed', async () => {
    const own = await showOwn();
    api.on(`POST ${PATH}`, refused(422, 'deputy.away'));
    fill(own, NAMED.from, NAMED.to);
    await press(own, 'Spara');
    expect(own.screen.getByText('Personen är själv borta någon av de dagarna. Välj någon annan, eller andra dagar.')).toBeTruthy();
    expect(own.screen.getByLabelText<HTMLInputElement>('Första dagen').value).toBe(NAMED.from);
  });

  it('tells for whom one stands in, and of a deputy who is away too', async () => {
    const { element } = await showOwn(aView({ deputies: [{ ...NAMED, isAway: true }], deputyFor: [{ ...NAMED, to: NAMED.from }] }));
    expect(textOf(element)).toContain('Ersättaren är själv borta någon av dagarna.');
    expect(textOf(element)).toContain('Du är ersättare för Bo Ek 1 december 2026.');
  });

  it('says who helps where there is no colleague', async () => {
    expect(textOf((await showOwn(aView({ colleagues: [] }))).element)).toContain('En administratör kan utse en ersättare åt dig.');
  });

  it('is nothing for whoever has no role to lend', async () => {
    expect(textOf((await showOwn(aView(), ['administrator'])).element)).toBe('');
  });
});
