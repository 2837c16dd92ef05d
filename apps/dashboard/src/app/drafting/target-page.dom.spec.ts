import { until, write } from '@slusen/ui/testing';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { TargetPage } from './target-page.js';

const TARGET = '/api/admin/goals/trygg/targets/trygghet';
const TRIAL = 'POST /api/admin/target-trials';
const UNIT = { sv: '%', en: '%' };
const MEASURING = {
  ...{ kind: 'point', measure: 'value', path: 'linear', tolerance: 1, decision: 'KF § 1', isExample: false },
  ...{ baseline: { period: '2024', value: 70 }, milestones: [], final: { period: '2030', value: 90 } },
};
const inForce = (revision: number, final: number) =>
  ok({ goal: 'trygg', indicator: 'trygghet', revision, measuring: { ...MEASURING, final: { period: '2030', value: final } } });
const trial = (ahead: string) =>
  ok({
    indicator: {
      name: { sv: 'Trygghet', en: 'Safety' },
      unit: UNIT,
      decimals: 0,
      cadence: 'year',
      aggregation: 'none',
      reporting: 'period',
      breaks: [],
    },
    points: [],
    target: { points: [], path: 'linear', measure: 'value', decision: '', isExample: false },
    chart: { heading: { sv: '', en: '' }, subtitle: { sv: '', en: '' } },
    status: { sv: 'Den vore i fas.', en: 'It would be on track.' },
    outlook: { pace: { sv: [], en: [] }, ahead: { sv: [ahead], en: [ahead] }, numbers: { values: [] } },
  });

describe('TargetPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    const indicator = { slug: 'trygghet', name: { sv: 'Trygghet' }, cadence: 'year', direction: 'increase', unit: UNIT };
    api = new FakeApi()
      .on('GET /api/site', ok(aSite()))
      .on('GET /api/indicators/trygghet', ok({ indicator }))
      .on('GET /api/goals/trygg', ok({ name: { sv: 'Trygg kommun' } }))
      .on(TRIAL, trial('Så ofta har det hänt.'));
  });

  const open = async () => {
    const page = await showPage(TargetPage, { as: ['strategist'], inputs: { goal: 'trygg', indikator: 'trygghet' } });
    await page.settled();
    const save = async (): Promise<void> => {
      page.screen.getByRole('button', { name: 'För in beslutet' }).click();
      await page.settled();
    };
    const explain = (): void => {
      write(page.screen.getByLabelText('Beslut'), 'KF § 12');
      write(page.screen.getByLabelText('Varför ändras målvärdet?'), 'Utgångsvärdet var fel');
    };
    const final = (): HTMLInputElement => page.element.querySelector<HTMLInputElement>('#mal-mal')!;
    return { ...page, save, explain, final };
  };

  it('tells what another value would mean, once it is typed, and enters it by a decision', async () => {
    api.on(`GET ${TARGET}`, inForce(3, 90)).on(`PUT ${TARGET}`, inForce(4, 85));
    const { screen, element, save, explain, final } = await open();
    write(final(), '85');
    await until(() => textOf(element).includes('Så ofta har det hänt.'));
    expect(textOf(element)).toContain('Om det gällde i dag: Den vore i fas.');
    expect(api.of(TRIAL).at(-1)?.body).toEqual(jasmine.objectContaining({ final: { period: '2030', value: 85 } }));
    explain();
    await save();
    const [sent] = api.of(`PUT ${TARGET}`);
    expect(sent?.body).toEqual({
      measuring: { ...MEASURING, decision: 'KF § 12', final: { period: '2030', value: 85 } },
      decision: 'KF § 12',
      reason: 'Utgångsvärdet var fel',
    });
    expect(sent?.headers['If-Match']).toBe('"3"');
    expect(screen.getByText(/Målvärdet är ändrat/)).toBeTruthy();
  });

  it('sends nothing without a decision and a reason, nor while something is lacking', async () => {
    api.on(`GET ${TARGET}`, inForce(3, 90));
    const { screen, save, explain, final } = await open();
    await save();
    expect(textOf(screen.getByRole('alert'))).toContain('Skriv beslutet');
    explain();
    write(final(), '');
    await save();
    expect(textOf(screen.getByRole('alert'))).toContain('Målvärdet är inte färdigt');
    expect(api.of(`PUT ${TARGET}`)).toEqual([]);
  });

  it('shows what somebody else decided meanwhile, and goes on with one’s own from there', async () => {
    api.on(`GET ${TARGET}`, inForce(3, 90), inForce(4, 80)).on(`PUT ${TARGET}`, refused(412, 'revision.stale'), inForce(5, 85));
    const { screen, element, save, explain, final, settled } = await open();
    write(final(), '85');
    explain();
    await save();
    await settled();
    expect(element.querySelector<HTMLInputElement>('#deras-mal')?.value).toBe('80');
    screen.getByRole('button', { name: 'Gå vidare med mitt' }).click();
    await settled();
    expect(final().value).toBe('85');
    await save();
    expect(api.of(`PUT ${TARGET}`).at(-1)?.headers['If-Match']).toBe('"4"');
  });

  it('tells what is wrong with the target in a sentence', async () => {
    const errors = [{ path: 'measuring.final.period', message: 'period.wrong-cadence' }];
    const faulty = { status: 400, body: { code: 'input.invalid', title: '', errors } };
    api.on(`GET ${TARGET}`, inForce(3, 90)).on(`PUT ${TARGET}`, faulty);
    const { screen, save, explain } = await open();
    explain();
    await save();
    expect(textOf(screen.getByRole('alert'))).toContain('Slutperioden är ingen period som indikatorn mäts för.');
  });
});
