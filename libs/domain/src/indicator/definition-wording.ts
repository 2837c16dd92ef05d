import { breakdownText } from '../breakdown/breakdown-words.js';
import { cadenceWord } from '../time/cadence-words.js';
import { type NameOf, type Wording } from '../change/difference.js';
import { inBothLanguages, listed, written, yesOrNo } from '../change/writing.js';
import { type BreakContent, type DefinitionContent, type PointNoteContent } from './definition-content.js';
import { formulaSentence, indicatorKindWord, influenceWord } from './indicator-words.js';
import { type Aggregation, type Direction, type Reporting } from './indicator.js';

const DIRECTION: Readonly<Record<Direction, string>> = { increase: 'ska öka', decrease: 'ska minska', none: 'ingen' };
const REPORTING: Readonly<Record<Reporting, string>> = { period: 'perioden för sig', 'year-to-date': 'året hittills' };
const AGGREGATION: Readonly<Record<Aggregation, string>> = {
  sum: 'summeras',
  last: 'det senaste gäller',
  mean: 'medelvärde',
  none: 'läggs inte ihop',
};

/** The words for what a definition says. */
export const DEFINITION_WORDING: Wording<DefinitionContent> = [
  ...inBothLanguages<DefinitionContent>('namn', ({ name }) => name),
  ...inBothLanguages<DefinitionContent>('definition', ({ definition }) => definition),
  ...inBothLanguages<DefinitionContent>('enhet', ({ unit }) => unit),
  ...inBothLanguages<DefinitionContent>('enhet för exakt en', ({ unit }) => unit.one),
  ['decimaler', ({ decimals }) => String(decimals)],
  ['riktning', ({ direction }) => DIRECTION[direction]],
  ['mätfrekvens', ({ cadence }) => cadenceWord(cadence, 'sv')],
  ['redovisning', ({ reporting }) => REPORTING[reporting]],
  ['perioder läggs ihop', ({ aggregation }) => AGGREGATION[aggregation]],
  ['dagar till publicering', ({ lagDays }) => String(lagDays)],
  ['dagar innan värdet är försenat', ({ graceDays }) => String(graceDays)],
  ['lägsta rimliga värde', ({ min }) => (min === undefined ? undefined : written(min))],
  ['högsta rimliga värde', ({ max }) => (max === undefined ? undefined : written(max))],
  ['får upprepas', ({ mayRepeat }) => yesOrNo(mayRepeat)],
  ['officiell statistik', ({ officialStatistics }) => yesOrNo(officialStatistics)],
  ['källa', ({ source }) => source.name],
  ['källans adress', ({ source }) => source.url],
  ['ansvarig', ({ owner }, nameOf) => (owner === undefined ? undefined : nameOf(owner))],
  ['år som mäts', ({ irregularYears }) => listed(irregularYears.map(String))],
  ['ska stämma med', ({ balance }, nameOf) => listed(balance.map((term) => termText(term, nameOf)))],
  ['orter', ({ perLocality }, nameOf) => listed(perLocality.map(nameOf))],
  ...inBothLanguages<DefinitionContent>('kommentar', ({ contextNote }) => contextNote),
  ['påhittad', ({ isExample }) => yesOrNo(isExample)],
  ['rådighet', ({ influence }) => influence && influenceWord(influence, 'sv')],
  ['visar', ({ kind }) => kind && indicatorKindWord(kind, 'sv')],
  ['andra ord', ({ synonyms }) => synonyms && listed(synonyms.sv)],
  ['andra ord på engelska', ({ synonyms }) => synonyms && listed(synonyms.en)],
  ['sista period', ({ ending }) => ending?.after],
  ...inBothLanguages<DefinitionContent>('varför den upphör', ({ ending }) => ending?.reason),
  ['ersätts av', ({ ending }, nameOf) => (ending?.replacedBy === undefined ? undefined : nameOf(ending.replacedBy))],
  ['räknas fram som', ({ formula }, nameOf) => formula && formulaSentence(formula, nameOf, 'sv')],
  ['delas upp på', ({ breakdown }) => breakdown && breakdownText(breakdown, 'sv')],
  ['små antal är färre än', ({ breakdown }) => breakdown && String(breakdown.threshold)],
];

/** The words for a series break. */
export const BREAK_WORDING: Wording<BreakContent> = [
  ...inBothLanguages<BreakContent>('skäl', ({ reason }) => reason),
  ['beslut', ({ decision }) => decision],
];

/** The words for a note on a figure. */
export const POINT_NOTE_WORDING: Wording<PointNoteContent> = inBothLanguages<PointNoteContent>('anmärkning', ({ text }) => text);

/** "+ Födda", "− Döda", "+ Folkmängd perioden före". */
function termText({ indicator, sign, at }: DefinitionContent['balance'][number], nameOf: NameOf): string {
  return `${sign === 1 ? '+' : '−'} ${nameOf(indicator)}${at === 'previous-period' ? ' perioden före' : ''}`;
}
