import { chartLook, LIGHT, SPARK } from './look.js';
import { aSeries, at, POPULATION_TARGET, years } from './series.fixtures.js';
import { sparkChart } from './spark-chart.js';

const look = chartLook(LIGHT, SPARK);

describe('sparkChart', () => {
  it('has lines only: no axes, no labels, nothing to point at', () => {
    const { options, plugins } = sparkChart(aSeries({ target: POPULATION_TARGET }), look);
    expect([options?.scales?.['x']?.display, options?.scales?.['y']?.display]).toEqual([false, false]);
    expect(options?.events).toEqual([]);
    expect(plugins).toEqual([]);
  });

  it('keeps cuts and target path, and leaves earlier targets and drafts out', () => {
    const breaks = [{ position: at('2021'), note: 'Ny metod' }];
    const draft = { position: at('2026'), value: 1 };
    const input = aSeries({ points: years(2019, [5, 6, 2, 3]), target: POPULATION_TARGET, ghosts: [POPULATION_TARGET], breaks, draft });
    expect(sparkChart(input, look).data.datasets.length).toBe(3);
  });
});
