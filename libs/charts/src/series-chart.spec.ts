import { directLabels } from './direct-labels.js';
import { chartLook, LIGHT, NARROW, WIDE } from './look.js';
import { describeSeries, pointText } from './describe.js';
import { lastValued, locatePoint } from './segments.js';
import { aPoint, aSeries, at, POPULATION_TARGET, quarters, years } from './series.fixtures.js';
import { type SeriesChartInput, type SeriesDataset, type SeriesDatum } from './series.js';
import { seriesChart } from './series-chart.js';

const look = chartLook(LIGHT, WIDE);

function datasetsOf(input: SeriesChartInput): SeriesDataset[] {
  return seriesChart(input, look).data.datasets;
}

function dataOf(dataset: SeriesDataset | undefined): readonly SeriesDatum[] {
  return dataset?.data ?? [];
}

/** A scriptable or indexed option at one point. */
function optionAt(dataset: SeriesDataset | undefined, name: string, index: number): unknown {
  const option = (dataset as unknown as Record<string, unknown>)[name];
  return Array.isArray(option) ? option[index] : option;
}

describe('seriesChart: values', () => {
  it('draws the values as one unbroken line, true to time', () => {
    const [values, ...others] = datasetsOf(aSeries());
    expect(others).toEqual([]);
    expect(dataOf(values)[0]).toEqual({ x: at('2019'), y: 15_647 });
    expect(dataOf(values).at(-1)).toEqual({ x: at('2025'), y: 15_327 });
  });

  it('cuts the line at a series break: nothing joins 81 (2023) and 74 (2024)', () => {
    const breaks = [{ position: at('2024'), note: 'Fyra områden i stället för sex' }];
    const [before, after] = datasetsOf(aSeries({ points: years(2022, [78, 81, 74, 75]), breaks }));
    expect(dataOf(before).map(({ y }) => y)).toEqual([78, 81]);
    expect(dataOf(after).map(({ y }) => y)).toEqual([74, 75]);
  });

  it('leaves a gap where a value is missing', () => {
    const [values] = datasetsOf(aSeries({ points: years(2022, [78, null, 74]) }));
    expect(dataOf(values).map(({ y }) => y)).toEqual([78, null, 74]);
    expect(optionAt(values, 'spanGaps', 0)).toBeFalse();
  });

  it('leaves a gap where a year is not even listed of what is measured every year', () => {
    const [line] = datasetsOf(aSeries({ points: [aPoint('2004', 87), aPoint('2015', 79)] }));
    expect(dataOf(line).map(({ y }) => y)).toEqual([87, null, 79]);
  });

  it('leaves a gap where a quarter is not even listed, but joins elections four years apart', () => {
    const [withHole] = datasetsOf(aSeries({ points: [aPoint('2025-Q1', 1), aPoint('2025-Q3', 2)] }));
    expect(dataOf(withHole).map(({ y }) => y)).toEqual([1, null, 2]);
    const [elections] = datasetsOf(aSeries({ isIrregular: true, points: [aPoint('2014', 86.62), aPoint('2018', 88.22)] }));
    expect(dataOf(elections).map(({ y }) => y)).toEqual([86.62, 88.22]);
  });

  it('shows a value between two gaps by a mark, even where the others have none', () => {
    const long = Array.from({ length: 90 }, (_, index) => (index === 40 || index === 42 ? null : 100 + index));
    const [values] = datasetsOf(aSeries({ points: years(1930, long) }));
    expect(optionAt(values, 'pointRadius', 10)).toBe(0);
    expect(optionAt(values, 'pointRadius', 41)).toBeGreaterThan(2);
  });

  it('draws what is going on hollow, on no line, and writes the last value that counts', () => {
    const points = [...quarters(2026, [60, 65, 80]), aPoint('2026-Q4', 30, { isOngoing: true }), aPoint('2027-Q1', 62)];
    const [over, ongoing] = datasetsOf(aSeries({ points }));
    expect(dataOf(over).map(({ y }) => y)).toEqual([60, 65, 80, null, 62]);
    expect(dataOf(ongoing)).toEqual([{ x: at('2026-Q4'), y: 30 }]);
    expect([optionAt(over, 'pointBackgroundColor', 4), optionAt(ongoing, 'pointBackgroundColor', 0)]).toEqual([LIGHT.line, LIGHT.ground]);
    expect(lastValued(points.slice(0, 4))?.period).toBe('2026-Q3');
    expect(pointText(aSeries({ points }), 3)).toContain('pågående period');
    expect(describeSeries(aSeries({ points: points.slice(0, 4) }))).not.toContain('30');
  });

  for (const quality of ['preliminary', 'estimated'] as const)
    it(`draws a value that is ${quality} hollow, as dot and as bar`, () => {
      const points = [aPoint('2024', 5), aPoint('2025', 6, { quality })];
      const [line] = datasetsOf(aSeries({ points }));
      expect([0, 1].map((index) => optionAt(line, 'pointBackgroundColor', index))).toEqual([LIGHT.line, LIGHT.ground]);
      expect(optionAt(line, 'pointBorderWidth', 1)).toBeGreaterThan(0);
      const [bars] = datasetsOf(aSeries({ points, kind: 'bars' }));
      expect([0, 1].map((index) => optionAt(bars, 'backgroundColor', index))).toEqual([LIGHT.line, LIGHT.ground]);
      expect(optionAt(bars, 'borderWidth', 1)).toBeGreaterThan(0);
    });

  it('lets bars start from zero, and makes a zero visible', () => {
    const input = aSeries({ kind: 'bars', points: years(2020, [940, 0, 960]) });
    expect(seriesChart(input, look).options?.scales?.['y']?.min).toBe(0);
    expect(optionAt(datasetsOf(input)[0], 'minBarLength', 1)).toBeGreaterThan(0);
  });

  it('writes the last value beside its bar, where no taller bar stands', () => {
    for (const box of [WIDE, NARROW]) {
      const [label] = directLabels(aSeries({ kind: 'bars', points: years(2020, [940, 20]) }), chartLook(LIGHT, box));
      expect([label?.text, label?.sides[0]]).toEqual(['20', 'right']);
    }
  });

  it('keeps bars apart on a telephone too', () => {
    const input = aSeries({
      kind: 'bars',
      points: quarters(
        2020,
        Array.from({ length: 20 }, () => 5),
      ),
    });
    const [bars] = seriesChart(input, chartLook(LIGHT, NARROW)).data.datasets as SeriesDataset[];
    expect(Number(optionAt(bars, 'barThickness', 0)) * 20).toBeLessThan(0.75 * NARROW.width);
  });
});

describe('seriesChart: targets', () => {
  it('dashes the target path', () => {
    const [, target] = datasetsOf(aSeries({ target: POPULATION_TARGET }));
    expect(optionAt(target, 'borderDash', 0)).toBeGreaterThan(0);
    expect(dataOf(target).map(({ y }) => y)).toEqual([15_327, 15_800]);
  });

  describe('that begin before a series break and end after it', () => {
    const target = {
      label: 'Mål',
      path: [
        { position: at('2022'), value: 70 },
        { position: at('2026'), value: 90 },
      ],
    };
    const breaks = [{ position: at('2024'), note: 'Ny metod' }];
    const points = years(2022, [70, 72, 60, 61]);
    const halfway = (at('2023') + at('2024')) / 2;

    it('end at the break, as what was decided on one side says nothing of the other', () => {
      const path = datasetsOf(aSeries({ points, target, breaks })).at(-1);
      expect(dataOf(path)).toEqual([
        { x: at('2022'), y: 70 },
        { x: halfway, y: 77.5 },
      ]);
      expect(optionAt(path, 'pointRadius', 1))
        .withContext('no mark of a final value')
        .toBe(0);
    });

    it('end there in steps too, and so does a ghost', () => {
      const stepped = { ...target, step: true };
      const [path, ghost] = datasetsOf(aSeries({ points, target: stepped, ghosts: [target], breaks })).slice(-2);
      expect(dataOf(path).at(-1)).toEqual({ x: halfway, y: 70 });
      expect(dataOf(ghost).at(-1)).toEqual({ x: halfway, y: 77.5 });
    });

    it('end where the break is though the first twelve months together come a year later', () => {
      const sums = [aPoint('2024-Q3', 70), aPoint('2024-Q4', 72), aPoint('2025-Q4', 60)];
      const path = datasetsOf(aSeries({ points: sums, target, breaks: [{ position: at('2024') + 1, note: 'Ny räkning' }] })).at(-1);
      expect(dataOf(path).at(-1)?.x).toBe((at('2024-Q4') + at('2025-Q1')) / 2);
    });

    it('leave no empty years behind them when the values end at the break as well', () => {
      const input = aSeries({ points: years(2022, [70, 72]), target, breaks: [{ position: at('2023') + 1, note: 'Ny metod' }] });
      expect(dataOf(datasetsOf(input).at(-1)).at(-1)?.x).toBe(halfway);
      expect(Number(seriesChart(input, look).options?.scales?.['x']?.max)).toBeLessThan(at('2024'));
    });

    it('are whole when the break lies before the baseline', () => {
      const input = aSeries({ points, target, breaks: [{ position: at('2022'), note: 'Ny metod' }] });
      expect(dataOf(datasetsOf(input).at(-1)).at(-1)).toEqual({ x: at('2026'), y: 90 });
    });
  });

  it('holds each milestone until the next where the path goes in steps', () => {
    const [, target] = datasetsOf(aSeries({ target: { ...POPULATION_TARGET, step: true } }));
    expect(optionAt(target, 'stepped', 0)).toBe('before');
  });

  it('draws earlier targets faintly, behind and without points', () => {
    const [, , ghost] = datasetsOf(aSeries({ target: POPULATION_TARGET, ghosts: [{ ...POPULATION_TARGET, label: 'Mål 2017' }] }));
    expect(optionAt(ghost, 'borderColor', 0)).toBe(LIGHT.ghost);
    expect(optionAt(ghost, 'pointRadius', 0)).toBe(0);
    const [, , part] = datasetsOf(
      aSeries({ target: POPULATION_TARGET, ghosts: [{ ...POPULATION_TARGET, label: 'kvinnor', isPart: true }] }),
    );
    expect([optionAt(part, 'borderColor', 0), optionAt(part, 'pointRadius', 0)]).toEqual([LIGHT.muted, 2]);
  });

  it('shades a band only when there is one', () => {
    const band = { low: 20, high: 40, from: at('2020'), to: at('2028'), label: 'Mål' };
    const names = (input: SeriesChartInput): string[] => (seriesChart(input, look).plugins ?? []).map(({ id }) => id);
    expect(names(aSeries({ band }))).toContain('band');
    expect(names(aSeries())).not.toContain('band');
  });
});

describe('seriesChart: the value being typed', () => {
  const draft = { position: at('2026'), value: 15_300 };

  it('is a ring joined to the value before it', () => {
    const ring = datasetsOf(aSeries({ draft })).at(-1);
    expect(dataOf(ring)).toEqual([
      { x: at('2025'), y: 15_327 },
      { x: at('2026'), y: 15_300 },
    ]);
    expect(optionAt(ring, 'pointBackgroundColor', 1)).toBe(LIGHT.ground);
  });

  it('stands alone on the other side of a series break', () => {
    const ring = datasetsOf(aSeries({ draft, breaks: [{ position: at('2026'), note: 'Ny metod' }] })).at(-1);
    expect(dataOf(ring)).toEqual([{ x: at('2026'), y: 15_300 }]);
  });

  it('widens both axes to fit', () => {
    const { scales } = seriesChart(aSeries({ draft: { position: at('2028'), value: 17_000 } }), look).options ?? {};
    expect(Number(scales?.['x']?.max)).toBeGreaterThan(at('2028'));
    expect(Number(scales?.['y']?.max)).toBeGreaterThanOrEqual(17_000);
  });
});

describe('seriesChart: plain JSON in', () => {
  it('is the same after the input has been to the browser and back', () => {
    const input = aSeries({ target: POPULATION_TARGET });
    const there = JSON.parse(JSON.stringify(input)) as SeriesChartInput;
    expect(JSON.stringify(seriesChart(there, look))).toBe(JSON.stringify(seriesChart(input, look)));
  });

  it('needs no values at all', () => {
    expect(seriesChart(aSeries({ points: [] }), look).data.datasets).toEqual([]);
  });
});

describe('locatePoint', () => {
  it('finds every point where Chart.js keeps it, gaps and breaks notwithstanding', () => {
    const points = [aPoint('2025-Q1', 1), aPoint('2025-Q3', 2), aPoint('2025-Q4', 3), aPoint('2026-Q1', 4)];
    const input = aSeries({ points, breaks: [{ position: at('2025-Q4'), note: 'Ny metod' }] });
    const datasets = datasetsOf(input);
    points.forEach((point, index) => {
      const place = locatePoint(input, index)!;
      expect(dataOf(datasets[place.datasetIndex])[place.index]).toEqual({ x: point.position, y: point.value });
    });
    expect(locatePoint(input, 4)).toBeUndefined();
  });
});
