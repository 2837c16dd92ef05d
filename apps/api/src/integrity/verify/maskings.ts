import { fieldsOf, keyOf, MASKABLE, type Maskable } from '../../masking/maskable.js';
import { maskHash } from '../../masking/hide-places.js';
import type { Check, Faults } from './check.js';
import { streamed } from './cursor.js';
import { gapIn } from './revisions.js';

interface Place {
  readonly name: string;
  readonly revisions: number[];
  /** Whether the latest decision hides it, and so whether each one before did the opposite. */
  readonly lifts: boolean[];
}
const PLACES = `
  select concat_ws(' ', table_name, row_key, field) as name, array_agg(revision order by revision) as revisions, array_agg(is_lifted order by revision) as lifts
    from masking group by table_name, row_key, field`;

/** Decisions that the audit event of their transaction does not tell of in these words. */
const UNTOLD = `
  select concat_ws(' ', m.table_name, m.row_key, m.field) as name, m.revision
    from masking m left join audit_event a on a.record_id = m.record_id
   where a.payload is null or a.payload::jsonb ->> 'action' is distinct from case when m.is_lifted then 'masking.lift' else 'masking.hide' end
      or a.payload::jsonb #>> '{facts,decision}' is distinct from m.decision
      or a.payload::jsonb #>> '{facts,reason}' is distinct from m.reason
      or not a.payload::jsonb #> '{facts,places}' @> jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
           'table', m.table_name, 'row', m.row_key, 'field', m.field, 'sha256', encode(m.sha256, 'hex'))))`;

/** How the note begins that a disposal leaves in the place of a text; of a link nothing is left. */
const DISPOSED = '[gallrat enligt ';

interface Hidden {
  readonly row: string;
  readonly field: string;
  readonly salt: Buffer;
  readonly sha256: Buffer;
  readonly text: string | null;
  /** A disposal reduced what its record has in this table; that it left what it says is the rows' check. */
  readonly is_reduced: boolean;
}
const hiddenIn = (maskable: Maskable): string => `
  select m.row_key as row, m.field, m.salt, m.sha256, f.text,
         exists (select from disposal_part p where p.table_name = m.table_name and p.row_key = ${maskable.table === 'entry' ? 't.id' : 't.record_id'}::text) as is_reduced
    from masking m left join ${maskable.table} t on ${keyOf(maskable)} = m.row_key left join lateral ${fieldsOf(maskable)} on f.field = m.field
   where m.table_name = '${maskable.table}' and not m.is_lifted`;

/** What is hidden was there, is what it was when it was hidden, and the audit trail tells of each decision. */
export const maskingsCheck: Check = {
  name: 'what is hidden is what was decided to be hidden',
  async run(client, faults) {
    let looked = 0;
    for await (const { name, revisions, lifts } of streamed<Place>(client, PLACES)) {
      looked += revisions.length;
      const gap = gapIn(revisions);
      if (gap) faults.add(name, gap);
      if (lifts.some((isLifted, at) => isLifted !== (at % 2 === 1)))
        faults.add(name, 'it is hidden twice, or shown again without having been hidden');
    }
    for await (const { name, revision } of streamed<{ name: string; revision: number }>(client, UNTOLD))
      faults.add(name, `the audit trail does not tell of revision ${revision}, or otherwise`);
    for (const maskable of MASKABLE)
      for await (const line of streamed<Hidden>(client, hiddenIn(maskable))) checkHidden(maskable, line, faults);
    for await (const { name } of streamed<{ name: string }>(client, UNKNOWN)) faults.add(name, 'it is hidden, but there is no such place');
    return looked;
  },
};

const UNKNOWN = `
  select concat_ws(' ', table_name, row_key, field) as name from masking where table_name <> all (array[${MASKABLE.map(({ table }) => `'${table}'`).join(', ')}])`;

function checkHidden({ table }: Maskable, { row, field, salt, sha256, text, is_reduced }: Hidden, faults: Faults): void {
  const name = `${table} ${row} ${field}`;
  if (is_reduced && (text?.startsWith(DISPOSED) ?? true)) return;
  if (text === null) faults.add(name, 'it is hidden, but nothing stands there');
  else if (!maskHash(salt, text).equals(sha256)) faults.add(name, 'what stands there is not what was hidden');
}
