import { type Language } from '../language.js';
import { formatDifference } from '../value/change-text.js';
import { type Explanation } from './explanation.js';

/** What an outcome is held against, and the words for lying on it, short of it and beyond it. */
const WORDS = {
  point: {
    sv: { on: 'på målbanan', short: 'sämre än målbanan', beyond: 'bättre än målbanan' },
    en: { on: 'on the target path', short: 'worse than the target path', beyond: 'better than the target path' },
  },
  band: {
    sv: { on: 'inom målintervallet', short: 'utanför målintervallet', beyond: '' },
    en: { on: 'within the target interval', short: 'outside the target interval', beyond: '' },
  },
} as const;

type Judged = Pick<Explanation, 'target' | 'shortfall' | 'unit' | 'decimals'>;

/** How far the outcome of an explanation lies from its target: "5 besök sämre än målbanan". Undefined where nothing was compared. */
export function distanceText({ target, shortfall, unit, decimals }: Judged, language: Language): string | undefined {
  if (!target || shortfall === undefined) return undefined;
  const words = WORDS[target.kind][language];
  if (shortfall === 0) return words.on;
  return `${formatDifference(shortfall, unit, { decimals, language })} ${shortfall > 0 ? words.short : words.beyond}`;
}
