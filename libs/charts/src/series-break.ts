import { monthsIn } from '@slusen/domain';
import { type PathPoint, type SeriesChartInput, type TargetBand, type TargetLine } from './series.js';
import { cadenceOf } from './time-axis.js';

/**
 * Where a break is drawn: halfway between the last period before it and the first after, whether they have values or not (the first twelve
 * months together come a year after a break); at the first value where all lie after it.
 */
export function cutPosition(position: number, points: SeriesChartInput['points']): number {
  const months = monthsIn(cadenceOf({ points }));
  const after = Math.ceil(position / months) * months;
  const first = points[0]?.position ?? after;
  return first < position ? after - months / 2 : Math.max(first, after);
}

/**
 * The same chart with target paths and band ended at the first series break they would cross: a target set from a baseline
 * on one side says nothing of values on the other.
 */
export function endedAtBreaks(input: SeriesChartInput): SeriesChartInput {
  const { target, band, ghosts } = input;
  return {
    ...input,
    ...(target && { target: endedLine(target, input) }),
    ...(band && { band: endedBand(band, input) }),
    ...(ghosts && { ghosts: ghosts.map((ghost) => endedLine(ghost, input)) }),
  };
}

function endedBand(band: TargetBand, input: SeriesChartInput): TargetBand {
  return { ...band, to: firstCut(band, input) ?? band.to };
}

function endedLine(line: TargetLine, input: SeriesChartInput): TargetLine {
  const { path, step } = line;
  const [first, last] = [path[0], path.at(-1)];
  if (!first || !last) return line;
  const cut = firstCut({ from: first.position, to: last.position }, input);
  if (cut === undefined) return line;
  const kept = path.filter(({ position }) => position < cut);
  const from = kept.at(-1) ?? first;
  const to = path.find(({ position }) => position >= cut) ?? last;
  const end = { position: cut, value: step ? from.value : between(from, to, cut) };
  return { ...line, path: [...kept, end], isCut: true };
}

/** Where the first break between two positions is drawn, at the earliest at the first of them. */
function firstCut({ from, to }: { readonly from: number; readonly to: number }, input: SeriesChartInput): number | undefined {
  const crossed = input.breaks.map(({ position }) => position).filter((position) => from < position && position <= to);
  return crossed.length > 0 ? Math.max(from, cutPosition(Math.min(...crossed), input.points)) : undefined;
}

function between(from: PathPoint, to: PathPoint, position: number): number {
  if (to.position === from.position) return from.value;
  return from.value + ((to.value - from.value) * (position - from.position)) / (to.position - from.position);
}
