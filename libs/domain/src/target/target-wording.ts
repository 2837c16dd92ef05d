import { type Wording } from '../change/difference.js';
import { dated, listed, written, yesOrNo } from '../change/writing.js';
import { parsePeriod } from '../time/period-code.js';
import { shortPeriodLabel } from '../time/period-label.js';
import { type BandContent, type Measuring, type PointContent, type TargetContent } from './target-content.js';
import { type Measure, type Path } from './target.js';

const KIND: Readonly<Record<Measuring['kind'], string>> = {
  point: 'mot en målbana',
  band: 'mot ett intervall',
  none: 'utan målvärde',
  withdrawn: 'inte längre',
};
const MEASURE: Readonly<Record<Measure, string>> = { value: 'värdet', 'rolling-12-months': 'rullande tolv månader' };
const PATH: Readonly<Record<Path, string>> = { linear: 'rak', step: 'i steg' };

type Write<Content> = (content: Content) => string | undefined;
const point =
  (write: Write<PointContent>): Write<Measuring> =>
  (target) =>
    target.kind === 'point' ? write(target) : undefined;
const band =
  (write: Write<BandContent>): Write<Measuring> =>
  (target) =>
    target.kind === 'band' ? write(target) : undefined;
const either =
  (write: Write<TargetContent>): Write<Measuring> =>
  (target) =>
    target.kind === 'point' || target.kind === 'band' ? write(target) : undefined;
const label = (code: string): string => shortPeriodLabel(parsePeriod(code), 'sv');

/** The words for how an indicator measures a goal. */
export const TARGET_WORDING: Wording<Measuring> = [
  ['mäts', ({ kind }) => KIND[kind]],
  ['det som jämförs', either(({ measure }) => MEASURE[measure])],
  ['målbana', point(({ path }) => PATH[path])],
  ['utgångsvärde', point(({ baseline }) => dated(baseline))],
  ['delmål', point(({ milestones }) => listed(milestones.map(dated)))],
  ['slutvärde', point(({ final }) => dated(final))],
  ['lägst', band(({ low }) => written(low))],
  ['högst', band(({ high }) => written(high))],
  ['från', band(({ baselinePeriod }) => label(baselinePeriod))],
  ['till', band(({ finalPeriod }) => label(finalPeriod))],
  ['tolerans', either(({ tolerance }) => written(tolerance))],
  ['beslut', either(({ decision }) => decision)],
  ['påhittat', either(({ isExample }) => yesOrNo(isExample))],
];
