import type { DraftMeasurability } from '@slusen/contracts';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { stepQuestion } from './draft-steps.js';
import { MeasurabilityPage } from './measurability-page.js';

const CHECK = 'GET /api/strategy-drafts/4/measurability';
const LEVA = { slug: 'leva', name: { sv: 'Leva' } };
const FOUND: DraftMeasurability = {
  draft: { id: 4, title: 'Förslag till nämnden', state: 'draft', name: { sv: 'Utvecklingsstrategi' } },
  checkedOn: '2026-11-27',
  count: { indicators: { measurable: 1, total: 3 }, goals: { measurable: 1, total: 2, deliberatelyNot: 1 } },
  goals: [
    {
      ...{ slug: 'fler', name: { sv: 'Fler bor här' }, area: LEVA, findings: [] },
      indicators: [
        { indicator: { slug: 'folkmangd', name: { sv: 'Folkmängd' } }, findings: [] },
        {
          indicator: { slug: 'panel', name: { sv: 'Panel' } },
          findings: [
            { gap: 'target', mendedIn: 'draft' },
            { gap: 'influence', mendedIn: 'indicator' },
            { gap: 'reviewer', mendedIn: 'people' },
          ],
        },
        {
          indicator: { slug: 'flytt', name: { sv: 'Flyttar' } },
          findings: [{ gap: 'source-ended', mendedIn: 'draft', period: '2029', replacedBy: { slug: 'ny', name: { sv: 'Nya flyttar' } } }],
        },
      ],
    },
    {
      ...{ slug: 'stolta', name: { sv: 'Stolta invånare' }, area: LEVA, findings: [], indicators: [] },
      deliberatelyNotMeasured: { sv: 'Stolthet går inte att räkna.' },
    },
    { slug: 'glomt', name: { sv: '' }, area: LEVA, findings: [{ gap: 'measure', mendedIn: 'draft' }], indicators: [] },
  ],
};

describe('MeasurabilityPage', () => {
  let shown: Awaited<ReturnType<typeof showPage<MeasurabilityPage>>>;
  beforeEach(async () => {
    localStorage.clear();
    new FakeApi().on('GET /api/site', ok(aSite())).on(CHECK, ok(FOUND));
    shown = await showPage(MeasurabilityPage, { as: ['administrator'], inputs: { id: '4' } });
  });
  const links = () =>
    shown.screen
      .getAllByRole('link')
      .slice(1)
      .map((link) => `${textOf(link)} → ${link.getAttribute('href')}`);

  it('says how much is measurable, of which draft, for whom and when', () => {
    const text = textOf(shown.screen.getByRole('heading', { level: 1 }).parentElement);
    for (const said of [
      '1 av 3 mätbara',
      '1 av 2 mål',
      'med flit: 1',
      'Utvecklingsstrategi',
      'Förslag till nämnden (skrivs)',
      '27 november 2026',
    ])
      expect(text).toContain(said);
    expect(text).toContain('hindrar inte att strategin antas');
  });

  it('leads from each thing that is missing to where it is mended', () => {
    expect(links()).toEqual([
      'Målvärde med årtal → /administration/strategi/4?del=goal:fler',
      'Rådighet → /administration/indikatorer/panel#influence',
      'Någon annan som granskar → /administration/personer',
      'Källan upphör före målåret (sista värde 2029, ersätts av Nya flyttar) → /administration/strategi/4?del=goal:fler',
      'Indikator, eller skäl till att målet inte mäts → /administration/strategi/4?del=goal:glomt',
    ]);
  });

  it('says why a goal is left unmeasured, and names one that has no name', () => {
    expect(shown.screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual(['Fler bor här', 'Stolta invånare', 'Mål utan namn']);
    expect(shown.screen.getByText('Stolthet går inte att räkna.')).toBeTruthy();
  });

  it('shows only what lacks one thing, and offers only what something lacks', async () => {
    expect(shown.screen.getAllByRole('radio').map((radio) => textOf(radio.parentElement))).toEqual([
      'Alla mål (3)',
      'Det som saknar något (3)',
      'Indikator, eller skäl till att målet inte mäts (1)',
      'Målvärde med årtal (1)',
      'Någon annan som granskar (1)',
      'Rådighet (1)',
      'Källan upphör före målåret (1)',
    ]);
    shown.screen.getByRole('radio', { name: 'Rådighet (1)' }).click();
    await shown.settled();
    expect(shown.screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual(['Fler bor här']);
    expect(shown.screen.queryByText('Folkmängd')).toBeNull();
    expect(shown.screen.getByText('Panel')).toBeTruthy();
  });
});

describe('what is asked before a step with a draft', () => {
  const lacking = { measurable: FOUND.count };
  const whole = { measurable: { indicators: { measurable: 3, total: 3 }, goals: { measurable: 2, total: 2, deliberatelyNot: 1 } } };

  it('tells on the way to adoption what cannot be followed up, and that it forbids nothing', () => {
    for (const step of ['propose', 'adopt'] as const) {
      expect(stepQuestion(step, lacking)).toContain('Mätbara är 1 av 3 indikatorer och 1 av 2 mål.');
      expect(stepQuestion(step, lacking)).toContain('hindrar inte');
    }
    expect(stepQuestion('send-out', lacking)).toBeUndefined();
  });

  it('is only what cannot be undone where nothing is missing', () => {
    expect(stepQuestion('propose', whole)).toBeUndefined();
    expect(stepQuestion('adopt', whole)).not.toContain('Mätbara');
    expect(stepQuestion('discard', lacking)).not.toContain('Mätbara');
  });
});
