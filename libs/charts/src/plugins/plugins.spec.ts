import { chartLook, LIGHT, NARROW, WIDE } from '../look.js';
import { aPoint, aRecordingChart, aSeries, at, type Drawing, years } from '../series.fixtures.js';
import { type SeriesChartInput, type SeriesPlugin } from '../series.js';
import { seriesChart } from '../series-chart.js';

const look = chartLook(LIGHT, WIDE);

/** What one plugin of a chart does to a canvas, whichever hook it uses. */
function drawnBy(id: string, input: SeriesChartInput, given = look): Drawing {
  const { chart, drawing } = aRecordingChart(given);
  const plugin = (seriesChart(input, given).plugins ?? []).find((one) => one.id === id) as SeriesPlugin | undefined;
  for (const hook of ['beforeDatasetsDraw', 'afterDatasetsDraw', 'afterDraw'] as const) {
    (plugin?.[hook] as ((target: typeof chart) => void) | undefined)?.(chart);
  }
  return drawing;
}

function textsOf(drawing: Drawing): unknown[] {
  return drawing.filter(([method]) => method === 'fillText').map(([, text]) => text);
}

describe('the whiskers', () => {
  it('reach from value − margin to value + margin, in one stroke for all', () => {
    const drawing = drawnBy('whiskers', aSeries({ points: [aPoint('2024', 60, { margin: 5 }), aPoint('2025', 70)] }));
    expect(drawing.find(([method]) => method === 'moveTo')?.[2]).toBe(380 - 65);
    expect(drawing.find(([method]) => method === 'lineTo')?.[2]).toBe(380 - 55);
    expect(drawing.filter(([method]) => method === 'stroke').length).toBe(1);
    expect(drawing.filter(([method]) => method === 'moveTo').length).toBe(3);
  });
});

describe('the marks of missing values', () => {
  it('stand at the empty places between bars, and at no zero', () => {
    expect(textsOf(drawnBy('missing-marks', aSeries({ kind: 'bars', points: years(2022, [4, null, 0, null]) })))).toEqual(['..', '..']);
  });

  it('are written of a line too, whose last value would else look like the latest', () => {
    const drawing = drawnBy('missing-marks', aSeries({ points: years(2024, [4, null]) }));
    expect(drawing.filter(([method]) => method === 'fillText')).toEqual([['fillText', '..', at('2025') - at('1999'), 356]]);
  });
});

describe('the cut of a series break', () => {
  const points = years(2020, [70, 71, 72, 73]);

  it('stands halfway between the last period before and the first after, with its reason', () => {
    const drawing = drawnBy('break-cut', aSeries({ points, breaks: [{ position: at('2022'), note: 'Ny metod' }] }));
    const [, left, , width] = drawing.find(([method]) => method === 'fillRect')!;
    expect(Number(left) + Number(width) / 2).toBe((at('2021') + at('2022')) / 2 - at('1999'));
    expect(textsOf(drawing)).toEqual(['Ny metod']);
  });

  it('wraps a long reason on a telephone and ends in an ellipsis when two rows are too few', () => {
    const note = 'Från och med 2022 görs undersökningen på webben och räknar fyra områden i stället för sex som tidigare';
    const rows = textsOf(drawnBy('break-cut', aSeries({ points, breaks: [{ position: at('2022'), note }] }), chartLook(LIGHT, NARROW)));
    expect(rows.length).toBe(2);
    expect(rows[1]).toMatch(/…$/);
  });
});

describe('the band', () => {
  const band = { low: 20, high: 40, from: at('2020'), to: at('2028'), label: 'Mål' };
  const end = (input: SeriesChartInput): number => {
    const [, left, , width] = drawnBy('band', input).find(([method]) => method === 'fillRect')!;
    return Number(left) + Number(width) + at('1999');
  };

  it('reaches to its final period, but not across a series break', () => {
    const points = years(2020, [30, 31, 32]);
    expect(end(aSeries({ points, band }))).toBe(at('2028'));
    expect(end(aSeries({ points, band, breaks: [{ position: at('2022'), note: 'Ny metod' }] }))).toBe((at('2021') + at('2022')) / 2);
  });
});

describe('the direct labels', () => {
  it('names a path that ends at a series break without a value, since it never comes that far', () => {
    const target = {
      label: 'Mål',
      path: [
        { position: at('2020'), value: 150 },
        { position: at('2030'), value: 200 },
      ],
    };
    const breaks = [{ position: at('2022'), note: 'Ny metod' }];
    expect(textsOf(drawnBy('label-writing', aSeries({ points: years(2020, [140, 150, 153]), target, breaks })))).toEqual(['153', 'Mål']);
  });

  it('name the last value and the target, so that no legend is needed', () => {
    const target = {
      label: 'Mål',
      path: [
        { position: at('2022'), value: 150 },
        { position: at('2030'), value: 200 },
      ],
    };
    expect(textsOf(drawnBy('label-writing', aSeries({ points: years(2020, [140, 150, 153]), target })))).toEqual(['153', 'Mål 200']);
    expect(seriesChart(aSeries(), look).options?.plugins?.legend?.display).toBeFalse();
  });

  it('carry the sign of a percentage, as the reader writes it', () => {
    const share = { unit: { sv: '%', en: '%' }, decimals: 1, points: years(2025, [2.5]) };
    expect(textsOf(drawnBy('label-writing', aSeries(share)))).toEqual(['2,5\u00a0%']);
    expect(textsOf(drawnBy('label-writing', aSeries({ ...share, language: 'en' })))).toEqual(['2.5%']);
  });
});

describe('the header', () => {
  it('writes the unit above the axis, and the title only where no page does', () => {
    expect(textsOf(drawnBy('header-text', aSeries()))).toEqual(['invånare']);
    expect(textsOf(drawnBy('header-text', aSeries(), { ...look, heading: true }))).toEqual(['Folkmängd 31 december', 'invånare']);
  });
});

describe('an empty chart', () => {
  it('says that there are no values yet, until one is typed', () => {
    expect(textsOf(drawnBy('empty-text', aSeries({ points: [] })))).toEqual(['Det finns inga värden än.']);
    expect(textsOf(drawnBy('empty-text', aSeries({ points: [], draft: { position: at('2026'), value: 1 } })))).toEqual([]);
  });
});
