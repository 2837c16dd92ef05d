import { pointText } from './describe.js';
import { directLabels } from './direct-labels.js';
import { headerOf } from './header.js';
import { type ChartLook } from './look.js';
import { draftDataset, ghostDataset, targetDataset } from './path-datasets.js';
import { band } from './plugins/band.js';
import { breakCut } from './plugins/break-cut.js';
import { emptyText } from './plugins/empty-text.js';
import { headerText } from './plugins/header-text.js';
import { labelWriting } from './plugins/label-writing.js';
import { missingMarks } from './plugins/missing-marks.js';
import { whiskers } from './plugins/whiskers.js';
import { segmentsOf } from './segments.js';
import { endedAtBreaks } from './series-break.js';
import { type SeriesChartInput, type SeriesConfiguration, type SeriesDataset, type SeriesPlugin } from './series.js';
import { drawnPositions, type TimeAxis, timeAxis } from './time-axis.js';
import { inPicture } from './unit.js';
import { type ValueAxis, valueAxis } from './value-axis.js';
import { valueDatasets } from './value-datasets.js';

/**
 * The chart of an indicator's series: values (cut at series breaks), target path, earlier targets, band, margins, the
 * value being typed, and labels at the lines instead of a legend. Drawn alike in the browser and on the server; needs
 * Chart.js with LineController, LineElement, PointElement, BarController, BarElement, LinearScale and, in a browser,
 * Tooltip. The look's width and height are those of the box it is drawn in.
 */
export function seriesChart(given: SeriesChartInput, look: ChartLook): SeriesConfiguration {
  const input = endedAtBreaks(given);
  const axis = timeAxis(input, look);
  return {
    type: input.kind === 'bars' ? 'bar' : 'line',
    data: { datasets: datasetsOf(input, axis, look) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: paddingOf(input, look) },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: { x: timeScale(axis, look), y: valueScale(input, valueAxis(input, look.height < 340 ? 5 : 6), look) },
      plugins: { legend: { display: false }, tooltip: tooltip(input, look) },
    },
    plugins: pluginsOf(input, look),
  };
}

/** The datasets in a fixed order, the values first, so that a point can be found again. */
export function datasetsOf(input: SeriesChartInput, axis: TimeAxis, look: ChartLook): SeriesDataset[] {
  const draft = draftDataset(input, look);
  return [
    ...valueDatasets(input, axis, look),
    ...(input.target ? [targetDataset(input.target, look)] : []),
    ...(input.ghosts ?? []).map((ghost) => ghostDataset(ghost, look)),
    ...(draft ? [draft] : []),
  ];
}

function pluginsOf(input: SeriesChartInput, look: ChartLook): SeriesPlugin[] {
  const hasMargins = input.points.some(({ margin }) => margin !== undefined);
  return [
    headerText(input, look),
    ...(input.band ? [band(input.band, look)] : []),
    ...(hasMargins ? [whiskers(input, look)] : []),
    missingMarks(input, look),
    ...(input.breaks.length > 0 ? [breakCut(input, look)] : []),
    labelWriting(input, look),
    emptyText(input, look),
  ];
}

type Scales = NonNullable<NonNullable<SeriesConfiguration['options']>['scales']>;

function timeScale({ min, max, ticks }: TimeAxis, look: ChartLook): Scales['x'] {
  const byPosition = new Map(ticks.map((tick) => [tick.position, tick]));
  const isMarked = (position: number): boolean => byPosition.get(position)?.hasMark === true;
  const { muted } = look.colours;
  return {
    type: 'linear',
    min,
    max,
    // A chart of bars would else widen the axis and move its marks between the bars.
    offset: false,
    border: { color: muted },
    grid: {
      offset: false,
      drawOnChartArea: false,
      tickLength: 5,
      tickColor: ({ tick }) => (isMarked(tick?.value) ? muted : 'transparent'),
    },
    ticks: {
      ...tickText(look),
      autoSkip: false,
      maxRotation: 0,
      callback: (value) => byPosition.get(Number(value))?.label ?? '',
    },
    afterBuildTicks: (scale) => {
      scale.ticks = ticks.map(({ position }) => ({ value: position }));
    },
  };
}

function valueScale(input: SeriesChartInput, { min, max, ticks, decimals }: ValueAxis, look: ChartLook): Scales['y'] {
  const { grid, muted } = look.colours;
  return {
    type: 'linear',
    min,
    max,
    border: { display: false },
    grid: { color: ({ tick }) => (tick?.value === 0 ? muted : grid), drawTicks: false },
    ticks: {
      ...tickText(look),
      padding: 8,
      autoSkip: false,
      callback: (value) => inPicture(Number(value), input, decimals),
    },
    afterBuildTicks: (scale) => {
      scale.ticks = ticks.map((value) => ({ value }));
    },
  };
}

function tickText({ colours, font, fontSize }: ChartLook): { color: string; font: { family: string; size: number } } {
  return { color: colours.muted, font: { family: font, size: fontSize - 1 } };
}

/** Room beside the last point for the labels that are written there. */
function paddingOf(input: SeriesChartInput, look: ChartLook): Record<'top' | 'right' | 'bottom' | 'left', number> {
  const end = Math.max(...drawnPositions(input));
  const beside = directLabels(input, look).filter(({ at, sides }) => at.position === end && sides[0] === 'right');
  const longest = Math.max(0, ...beside.map(({ text }) => text.length));
  const right = longest > 0 ? longest * look.fontSize * 0.53 + 12 : 10;
  const side = look.heading ? 12 : 2;
  const { height: top } = headerOf(input, look);
  return { top, right: right + (look.heading ? 10 : 0), bottom: look.heading ? 12 : 2, left: side };
}

function tooltip(input: SeriesChartInput, { colours, font, fontSize }: ChartLook): object {
  const segments = segmentsOf(input);
  const face = { family: font, size: fontSize };
  return {
    displayColors: false,
    backgroundColor: colours.ink,
    bodyColor: colours.ground,
    bodyFont: face,
    padding: 10,
    cornerRadius: 4,
    caretPadding: 8,
    filter: ({ datasetIndex, dataIndex }: Place) => segments[datasetIndex]?.[dataIndex]?.index !== undefined,
    callbacks: {
      title: () => '',
      label: ({ datasetIndex, dataIndex }: Place) => pointText(input, segments[datasetIndex]?.[dataIndex]?.index ?? 0),
    },
  };
}

interface Place {
  readonly datasetIndex: number;
  readonly dataIndex: number;
}
