import type { IndicatorRegister, RegisteredIndicator } from '@slusen/contracts';
import { cadenceWord } from '@slusen/domain';
import { stringify } from 'csv-stringify/sync';

/** A column: its heading and its cell. */
type Column = readonly [heading: string, cell: (indicator: RegisteredIndicator) => string | number | undefined];

const COLUMNS: readonly Column[] = [
  ['Indikator', ({ name }) => name.sv],
  ['Adress', ({ slug }) => slug],
  ['Ansvarig', ({ owner }) => owner?.name.sv],
  ['Områden', ({ areas }) => areas.map(({ name }) => name.sv).join(', ')],
  ['Mäts', ({ cadence }) => cadenceWord(cadence, 'sv')],
  ['Enhet', ({ unit }) => unit.sv],
  ['Senaste period', ({ latest }) => latest?.period],
  ['Senaste värde', ({ latest }) => latest?.value],
  ['Försenad period', ({ late }) => late?.period],
  ['Dagar försenad', ({ late }) => late?.days],
  ['Målvärde', ({ hasTarget }) => (hasTarget ? 'ja' : 'nej')],
  ['Räknas fram', ({ isDerived }) => (isDerived ? 'ja' : 'nej')],
  ['Sista period', ({ endsAfter }) => endsAfter],
];

const BYTE_ORDER_MARK = '\ufeff';

/** The register for a Swedish Excel: semicolon, decimal comma, byte order mark; text that it would run as a formula gets an apostrophe. */
export function registerCsv({ indicators }: IndicatorRegister): string {
  const lines = indicators.map((indicator) => COLUMNS.map(([, cell]) => cell(indicator)));
  return (
    BYTE_ORDER_MARK +
    stringify([COLUMNS.map(([heading]) => heading), ...lines], {
      ...{ delimiter: ';', record_delimiter: 'windows', escape_formulas: true },
      cast: { number: (value) => String(value).replace('.', ',') },
    })
  );
}
