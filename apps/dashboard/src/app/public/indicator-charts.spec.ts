import { anIndicatorPage, aPoint } from '../../testing/figures.js';
import { indicatorCharts } from './indicator-charts.js';

const address = (image: object, theme: string, size: string): string => JSON.stringify({ ...image, theme, size });
const chartsOf = (different: Parameters<typeof anIndicatorPage>[0] = {}) => indicatorCharts(anIndicatorPage(different), 'sv', address);
const versionOf = (different: Parameters<typeof anIndicatorPage>[0] = {}): string =>
  JSON.parse(chartsOf(different)[0]?.images.light.wide ?? '{}').version;
const [measured] = anIndicatorPage().goals;

describe('indicatorCharts', () => {
  it('draws one chart for each goal’s target path', () => {
    const other = measured && { ...measured, goal: { slug: 'annat-mal', name: { sv: 'Ett annat mål' } } };
    const charts = chartsOf({ goals: measured && other ? [measured, other] : [] });
    expect(charts.map(({ key }) => key)).toEqual(['fler-bor-har', 'annat-mal']);
    expect(charts[0]?.source.target?.points.length).toBe(2);
  });

  it('draws the values alone where no goal has a target', () => {
    const [chart, ...more] = chartsOf({ goals: [] });
    expect([chart?.key, chart?.source.target, more.length]).toEqual(['values', undefined, 0]);
    expect(chart?.source.heading).toBe('134 färre 2025 än 2023');
  });

  it('draws the values as well where every target is about twelve months', () => {
    const target = measured?.target && { ...measured.target, measure: 'rolling-12-months' as const };
    const goals = measured && target ? [{ ...measured, target }] : [];
    const charts = chartsOf({ goals, rolling: [{ period: '2025-12', value: 400, quality: 'final' }] });
    expect(charts.map(({ key }) => key)).toEqual(['fler-bor-har', 'values']);
    expect(charts[0]?.source.points).toEqual([{ period: '2025-12', value: 400, quality: 'final' }]);
  });

  it('says of the parts of twelve months what they are, and nothing of the twelve months', () => {
    const target = measured?.target && { ...measured.target, measure: 'rolling-12-months' as const };
    const chart = { heading: { sv: 'Kvartal för kvartal', en: '' }, subtitle: { sv: 'Besök, Vimmerby, 2024–2026, antal', en: '' } };
    const view = anIndicatorPage({ goals: measured && target ? [{ ...measured, target }] : [], chart });
    const charts = chartsOf({ ...view, outcome: { ...view.outcome, measure: 'rolling-12-months' } });
    expect(charts[1]?.alternative).toBe('Kvartal för kvartal. Besök, Vimmerby, 2024–2026, antal.');
  });

  it('says in words what a picture shows: the finding, and against a target how it stands', () => {
    expect(chartsOf()[0]?.alternative).toBe('15 327 invånare 2025, 57 färre än 2024. Ur fas: utfallet ligger 231 under målbanan.');
    expect(chartsOf({ goals: [] })[0]?.alternative).toBe('134 färre 2025 än 2023. Folkmängd, Vimmerby, 2023–2025.');
  });

  it('says in words the steps of a path, too', () => {
    const steps = { sv: 'Målbanan går i steg: 800 meter 2027.', en: 'The path goes in steps: 800 metres in 2027.' };
    const target = measured?.target && { ...measured.target, steps };
    expect(chartsOf({ goals: measured && target ? [{ ...measured, target }] : [] })[0]?.alternative).toMatch(
      /målbanan\. Målbanan går i steg/,
    );
  });

  it('has a picture for each theme and size', () => {
    const images = chartsOf()[0]?.images;
    const asked = [images?.light.wide, images?.light.narrow, images?.dark.wide, images?.dark.narrow].map((text) =>
      JSON.parse(text ?? '{}'),
    );
    expect(asked.map(({ theme, size }) => `${theme} ${size}`)).toEqual(['light wide', 'light narrow', 'dark wide', 'dark narrow']);
  });

  it('changes the address of a picture exactly when the figures change', () => {
    expect(versionOf()).toBe(versionOf());
    expect(versionOf({ points: [aPoint('2025', 15_328)] })).not.toBe(versionOf({ points: [aPoint('2025', 15_327)] }));
  });
});
