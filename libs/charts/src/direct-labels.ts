import { formatNumber } from '@slusen/domain';
import { type Side } from './label-placement.js';
import { type ChartLook } from './look.js';
import { lastValued } from './segments.js';
import { type PathPoint, type SeriesChartInput, type TargetBand, type TargetLine } from './series.js';
import { inPicture } from './unit.js';

/** A text that names a point of the chart directly, so that no legend is needed. */
export interface DirectLabel {
  readonly text: string;
  readonly at: PathPoint;
  readonly colour: string;
  readonly weight: 400 | 600;
  readonly sides: readonly Side[];
  /** Pixels from the point. */
  readonly gap: number;
  /** The colour behind the letters. */
  readonly halo: string;
  /** Left out rather than written across a line. */
  readonly isOptional: boolean;
}

const OVER: readonly Side[] = ['above', 'below', 'above-left', 'below-left', 'above-right', 'below-right', 'left'];
const BESIDE: readonly Side[] = ['right', ...OVER];
const STACKED: readonly Side[] = [...OVER, 'right'];
const UNDER_BAR: readonly Side[] = ['below', 'below-left', 'right', 'left'];
const INSIDE_BAND: readonly Side[] = ['below-left', 'above-left', 'below-right', 'above-right'];
/** A label clears a point by this much, and the ring of a draft by more. */
const GAP = 8;
const RING_GAP = 13;

/** The labels of a chart, the most important first: what is being typed, the last value, targets, parts and earlier targets. */
export function directLabels(input: SeriesChartInput, look: ChartLook): readonly DirectLabel[] {
  const { draft, target, band, ghosts = [], points } = input;
  const last = lastValued(points);
  return [
    ...(draft ? [{ ...valueLabel(draft, input, look), gap: RING_GAP }] : []),
    ...(last ? [valueLabel(last, input, look)] : []),
    ...(target ? pathLabel(target, input, look) : []),
    ...(band ? [bandLabel(band, input, look)] : []),
    ...ghosts.flatMap((ghost) => pathLabel(ghost, input, look).map((label) => ({ ...faint(label, look), isOptional: !ghost.isPart }))),
  ];
}

function valueLabel({ position, value }: PathPoint, input: SeriesChartInput, look: ChartLook): DirectLabel {
  const isBar = input.kind === 'bars';
  // Beside the last bar nothing stands; above it the label would lie across taller bars before it.
  const barSides = value < 0 ? UNDER_BAR : BESIDE;
  const sides = isBar ? barSides : look.narrow ? STACKED : BESIDE;
  return { ...plain(look), text: inPicture(value, input), at: { position, value }, colour: look.colours.line, sides };
}

function pathLabel({ path, label, isCut }: TargetLine, input: SeriesChartInput, look: ChartLook): DirectLabel[] {
  const at = path.at(-1);
  if (!at || !label) return [];
  const sides = look.narrow ? STACKED : BESIDE;
  const text = isCut ? label : `${label} ${inPicture(at.value, input)}`;
  return [{ ...plain(look), text, at, colour: look.colours.target, sides }];
}

function bandLabel({ low, high, to, label }: TargetBand, input: SeriesChartInput, look: ChartLook): DirectLabel {
  const text = `${label} ${formatNumber(low, input)}–${inPicture(high, input)}`;
  const { target: colour, band: halo } = look.colours;
  return { ...plain(look), text, at: { position: to, value: high }, colour, halo, sides: INSIDE_BAND };
}

function faint(label: DirectLabel, { colours }: ChartLook): DirectLabel {
  return { ...label, colour: colours.muted, weight: 400 };
}

function plain({ colours }: ChartLook): Pick<DirectLabel, 'weight' | 'gap' | 'halo' | 'isOptional'> {
  return { weight: 600, gap: GAP, halo: colours.ground, isOptional: false };
}
