import { type ChartLook } from './look.js';
import { endedAtBreaks } from './series-break.js';
import { type SeriesChartInput, type SeriesConfiguration, type SeriesDataset } from './series.js';
import { datasetsOf } from './series-chart.js';
import { timeAxis } from './time-axis.js';
import { valueAxis } from './value-axis.js';

const ROOM = 5;

/** A small multiple: the same values, cuts and target path with nothing around them; text beside says the figures. */
export function sparkChart(input: SeriesChartInput, look: ChartLook): SeriesConfiguration {
  const { ghosts: _left, draft: _out, ...bare } = endedAtBreaks(input);
  const time = timeAxis(bare, look);
  const values = valueAxis(bare, 4);
  return {
    type: input.kind === 'bars' ? 'bar' : 'line',
    data: { datasets: datasetsOf(bare, time, look).map(thin) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: ROOM },
      scales: {
        x: { type: 'linear', display: false, offset: false, min: time.min, max: time.max },
        y: { type: 'linear', display: false, min: values.min, max: values.max },
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [],
  };
}

function thin(dataset: SeriesDataset): SeriesDataset {
  return dataset.type === 'bar' ? dataset : { ...dataset, borderWidth: 1.5 };
}
