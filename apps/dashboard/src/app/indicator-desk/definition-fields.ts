import {
  AGGREGATIONS,
  BREAKDOWN_CONTENTS,
  BREAKDOWN_KINDS,
  breakdownContentWord,
  breakdownKindWord,
  CADENCES,
  cadenceWord,
  DIRECTIONS,
  directionText,
  INDICATOR_KINDS,
  indicatorKindWord,
  INFLUENCES,
  influenceWord,
  REPORTINGS,
  SMALL_COUNT_THRESHOLD,
  type Aggregation,
  type Language,
  type Reporting,
} from '@slusen/domain';
import { choice, named, orNone, type Choice, type Field, type FieldGroup } from './definition-field.js';
import { balanceGroup, formulaGroup } from './definition-sums.js';

/** What the form can name: who answers for figures, and the other indicators. */
export interface Nameable {
  readonly actors: readonly Choice[];
  readonly indicators: readonly Choice[];
}

const AGGREGATION_NAMES = (): Readonly<Record<Aggregation, string>> => ({
  sum: $localize`:@@definition.sum:summeras`,
  last: $localize`:@@definition.last:det senaste gäller`,
  mean: $localize`:@@definition.mean:medelvärde`,
  none: $localize`:@@definition.none-adds:läggs inte ihop`,
});
const REPORTING_NAMES = (): Readonly<Record<Reporting, string>> => ({
  period: $localize`:@@definition.period-alone:perioden för sig`,
  'year-to-date': $localize`:@@definition.year-to-date:året hittills`,
});

/** The whole form, group by group. */
export function fieldGroups(language: Language, { actors, indicators }: Nameable): FieldGroup[] {
  return [
    wordsGroup(),
    measureGroup(language),
    calendarGroup(language),
    sourceGroup(actors),
    traitsGroup(language),
    breakdownGroup(language),
    formulaGroup(language, indicators),
    balanceGroup(indicators),
    endingGroup(indicators),
  ];
}

function wordsGroup(): FieldGroup {
  return {
    heading: $localize`:@@definition.words:Namn och definition`,
    rows: [
      [
        { place: 'name.sv', label: $localize`:@@definition.name-sv:Namn på svenska`, as: 'line' },
        { place: 'name.en', label: $localize`:@@definition.name-en:Namn på engelska`, as: 'line' },
      ],
      [
        { place: 'definition.sv', label: $localize`:@@definition.definition-sv:Definition på svenska`, as: 'area' },
        { place: 'definition.en', label: $localize`:@@definition.definition-en:Definition på engelska`, as: 'area' },
      ],
      [
        { place: 'contextNote.sv', label: $localize`:@@definition.context-sv:Att tänka på, på svenska`, as: 'area' },
        { place: 'contextNote.en', label: $localize`:@@definition.context-en:Att tänka på, på engelska`, as: 'area' },
      ],
      [
        { place: 'synonyms.sv', label: $localize`:@@definition.synonyms-sv:Andra ord på svenska`, hint: listHint(), as: 'line' },
        { place: 'synonyms.en', label: $localize`:@@definition.synonyms-en:Andra ord på engelska`, hint: listHint(), as: 'line' },
      ],
    ],
  };
}

const listHint = (): string => $localize`:@@definition.list-hint:Skriv komma mellan orden. Sökningen hittar indikatorn på dem.`;

function measureGroup(language: Language): FieldGroup {
  return {
    heading: $localize`:@@definition.measure:Vad som mäts`,
    rows: [
      [
        { place: 'unit.sv', label: $localize`:@@definition.unit-sv:Enhet på svenska`, as: 'line' },
        { place: 'unit.en', label: $localize`:@@definition.unit-en:Enhet på engelska`, as: 'line' },
      ],
      [
        { place: 'unit.one.sv', label: $localize`:@@definition.unit-one-sv:Enhet för exakt en, på svenska`, as: 'line' },
        { place: 'unit.one.en', label: $localize`:@@definition.unit-one-en:Enhet för exakt en, på engelska`, as: 'line' },
      ],
      [
        choice(
          'direction',
          $localize`:@@definition.direction:Riktning`,
          named(DIRECTIONS, (word) => directionText(word, language)),
        ),
        { place: 'decimals', label: $localize`:@@definition.decimals:Decimaler`, as: 'line' },
      ],
      [
        { place: 'min', label: $localize`:@@definition.min:Lägsta rimliga värde`, as: 'line' },
        { place: 'max', label: $localize`:@@definition.max:Högsta rimliga värde`, as: 'line' },
      ],
      [{ place: 'mayRepeat', label: $localize`:@@definition.may-repeat:Samma värde kan komma flera gånger i rad`, as: 'check' }],
    ],
  };
}

function calendarGroup(language: Language): FieldGroup {
  return {
    heading: $localize`:@@definition.calendar:Kalender`,
    rows: [
      [
        choice(
          'cadence',
          $localize`:@@definition.cadence:Mäts`,
          named(CADENCES, (word) => cadenceWord(word, language)),
        ),
        {
          place: 'irregularYears',
          label: $localize`:@@definition.years:År som mäts`,
          hint: $localize`:@@definition.years-hint:Bara för det som mäts vissa år. Skriv komma mellan åren.`,
          as: 'line',
        },
      ],
      [
        choice(
          'reporting',
          $localize`:@@definition.reporting:Redovisning`,
          named(REPORTINGS, (word) => REPORTING_NAMES()[word]),
        ),
        choice(
          'aggregation',
          $localize`:@@definition.aggregation:Perioder läggs ihop`,
          named(AGGREGATIONS, (word) => AGGREGATION_NAMES()[word]),
        ),
      ],
      dueRow(),
    ],
  };
}

/** When a value is due, and when it is late. */
function dueRow(): Field[] {
  return [
    {
      place: 'lagDays',
      label: $localize`:@@definition.lag:Dagar till publicering`,
      hint: $localize`:@@definition.lag-hint:Från periodens slut. Mindre än noll om värdet är känt innan perioden är slut.`,
      as: 'line',
    },
    { place: 'graceDays', label: $localize`:@@definition.grace:Dagar innan värdet är försenat`, as: 'line' },
  ];
}

function sourceGroup(actors: readonly Choice[]): FieldGroup {
  return {
    heading: $localize`:@@definition.source-group:Källa och ansvar`,
    rows: [
      [
        { place: 'source.name', label: $localize`:@@definition.source:Källa`, as: 'line' },
        { place: 'source.url', label: $localize`:@@definition.source-url:Källans adress`, as: 'line' },
      ],
      [
        {
          ...choice('owner', $localize`:@@definition.owner:Ansvarar för siffran`, orNone(actors)),
          hint: $localize`:@@definition.owner-hint:Förvaltningen vars rapportörer lägger in värdena. Utan den kan ingen göra det.`,
        },
      ],
      [
        {
          place: 'perLocality',
          label: $localize`:@@definition.localities:Orter med egna värden`,
          hint: $localize`:@@definition.localities-hint:Orternas koder, med komma emellan.`,
          as: 'line',
        },
      ],
      [{ place: 'officialStatistics', label: $localize`:@@definition.official:Officiell statistik`, as: 'check' }],
    ],
  };
}

function traitsGroup(of: Language): FieldGroup {
  return {
    heading: $localize`:@@definition.traits:Rådighet och vad den visar`,
    rows: [
      [
        {
          ...choice('influence', $localize`:@@definition.influence:Rådighet`, orNone(named(INFLUENCES, (word) => influenceWord(word, of)))),
          hint: $localize`:@@definition.influence-hint:Hur mycket kommunen själv kan göra åt siffran. Behövs för att målet ska räknas som mätbart.`,
        },
        choice('kind', $localize`:@@definition.kind:Visar`, orNone(named(INDICATOR_KINDS, (word) => indicatorKindWord(word, of)))),
      ],
    ],
  };
}

function breakdownGroup(of: Language): FieldGroup {
  return {
    heading: $localize`:@@definition.breakdown-group:Delas upp`,
    rows: [
      [
        choice(
          'breakdown.kind',
          $localize`:@@definition.breakdown:Delas upp på`,
          orNone(named(BREAKDOWN_KINDS, (word) => breakdownKindWord(word, of))),
        ),
        {
          place: 'breakdown.groups',
          label: $localize`:@@definition.groups:Åldersgrupper`,
          hint: $localize`:@@definition.groups-hint:Bara för ålder, till exempel 0–17 år, 18–64 år, 65 år och äldre.`,
          as: 'line',
        },
      ],
      [
        choice(
          'breakdown.of',
          $localize`:@@definition.breakdown-of:Värdena är`,
          orNone(named(BREAKDOWN_CONTENTS, (word) => breakdownContentWord(word, of))),
        ),
        {
          place: 'breakdown.threshold',
          label: $localize`:@@definition.threshold:Färre personer än så visas inte`,
          hint: $localize`:@@definition.threshold-hint:${SMALL_COUNT_THRESHOLD}:threshold: om inget annat anges. Gäller antal personer, inte andelar.`,
          as: 'line',
        },
      ],
    ],
  };
}

function endingGroup(indicators: readonly Choice[]): FieldGroup {
  return {
    heading: $localize`:@@definition.ending-group:Upphör`,
    rows: [
      [
        {
          place: 'ending.after',
          label: $localize`:@@definition.ends-after:Sista period`,
          hint: $localize`:@@definition.ends-after-hint:Till exempel 2026 eller 2026-Q3. Efter den väntas inga värden.`,
          as: 'line',
        },
        choice('ending.replacedBy', $localize`:@@definition.replaced-by:Ersätts av`, orNone(indicators)),
      ],
      [
        { place: 'ending.reason.sv', label: $localize`:@@definition.end-reason-sv:Varför, på svenska`, as: 'area' },
        { place: 'ending.reason.en', label: $localize`:@@definition.end-reason-en:Varför, på engelska`, as: 'area' },
      ],
    ],
  };
}
