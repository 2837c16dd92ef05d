import type { AuditEntry } from '@slusen/contracts';
import { auditActionText, momentStamp } from '@slusen/domain';
import { stringify } from 'csv-stringify';
import { Readable, type Transform } from 'node:stream';

type Column = readonly [heading: string, cell: (entry: AuditEntry) => string | number];

const personOf = (person: AuditEntry['by']): string => (person ? `${person.name} (${person.username})` : '');

const COLUMNS: readonly Column[] = [
  ['Nummer', ({ seq }) => seq],
  ['Tid', ({ at }) => momentStamp(at)],
  ['Vem', ({ by }) => personOf(by)],
  ['Som ersättare för', ({ inPlaceOf = [] }) => inPlaceOf.map(personOf).join(', ')],
  ['Vad', ({ action }) => auditActionText(action, 'sv')],
  ['Händelse', ({ action }) => action],
  ['Om', ({ account, subject }) => (account ? personOf(account) : subject)],
  ['Före och efter', ({ changes }) => changes.map(changeText).join('; ')],
  ['Uppgifter', ({ facts }) => (Object.keys(facts).length > 0 ? JSON.stringify(facts) : '')],
];

const changeText = ({ subject, field, before = '–', after = '–' }: AuditEntry['changes'][number]): string =>
  field === '' ? subject : `${subject}: ${field} ${before} → ${after}`;

/** The trail as a file that Excel opens with its columns apart; what could be taken for a formula is a text. */
export function auditCsv(entries: AsyncIterable<AuditEntry>): Transform {
  const lines = stringify({ bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true });
  lines.write(COLUMNS.map(([heading]) => heading));
  const rows = Readable.from(entries).map((entry: AuditEntry) => COLUMNS.map(([, cell]) => cell(entry)));
  rows.on('error', (error) => lines.destroy(error)).pipe(lines);
  return lines;
}
