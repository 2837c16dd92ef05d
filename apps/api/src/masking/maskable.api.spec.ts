import { maskPlaceText } from '@slusen/domain';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { isKeyOf, MASKABLE, maskableFields } from './maskable.js';

/** Texts of history that cannot be hidden, and why. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  'names in addresses and of places, which nobody is called by': [
    'action.slug',
    'actor.slug',
    'area.slug',
    'goal.slug',
    'indicator.slug',
    'strategy.slug',
    'territory.code',
    'territory_revision.name_sv',
    'territory_revision.name_en',
  ],
  'words of a vocabulary, periods and places of figures': [
    'action_revision.status',
    'actor_revision.kind',
    'entry.period',
    'entry.missing',
    'entry.provenance',
    'entry.quality',
    'entry.state',
    'entry_event.action',
    'entry_event.from_state',
    'entry_event.to_state',
    'entry_event.missing',
    'follow_up_round.period',
    'follow_up_rule_revision.cadence',
    'indicator_definition.aggregation',
    'indicator_definition.balance',
    'indicator_definition.breakdown',
    'indicator_definition.cadence',
    'indicator_definition.direction',
    'indicator_definition.ends_after',
    'indicator_definition.formula',
    'indicator_definition.influence',
    'indicator_definition.irregular_years',
    'indicator_definition.kind',
    'indicator_definition.per_locality',
    'indicator_definition.replaced_by',
    'indicator_definition.reporting',
    'observation.missing',
    'observation.period',
    'observation.provenance',
    'observation.quality',
    'point_note.period',
    'reorganisation.kind',
    'responsibility.role',
    'series_break.first_period',
    'series_head.breakdown',
    'target.baseline_period',
    'target.final_period',
    'target.kind',
    'target.measure',
    'target.milestones',
    'target.path',
    'figure_message.breakdown',
    'figure_message.period',
    'task_answer.breakdown',
    'task_answer.kind',
    'task_answer.period',
    'territory_revision.kind',
  ],
  'hidden with the value that it makes': ['entry.calculation', 'entry.parts'],
  'words that are searched by and shown nowhere': ['indicator_definition.synonyms'],
  'not published: said of a file, to whoever runs the server': ['import_run.file_name', 'import_run.reason', 'import_run.source'],
  'not published: said between officials, of what is still to be done': [
    'entry.returned_figure',
    'figure_message.text',
    'task_answer.reason',
  ],
  'why revisions of what no address or page tells of were made': ['territory_revision.change_reason', 'territory_revision.change_decision'],
  'said of the municipality itself, by whoever can say otherwise at once': [
    ...['municipality', 'code', 'accent', 'licence', 'contact_email', 'contact_telephone', 'data_protection_officer'].map(
      (column) => `site_settings.${column}`,
    ),
    'site_logo.type',
  ],
  'by which decision something was removed for ever, for administrators': ['disposal.kind', 'disposal.body', 'disposal.reference'],
  'digests of what was removed': [
    'disposal_part.table_name',
    'disposal_part.row_key',
    'disposal_part.sha256_before',
    'disposal_part.sha256_after',
  ],
  'the maskings themselves': [
    'masking.table_name',
    'masking.row_key',
    'masking.field',
    'masking.reason',
    'masking.decision',
    'masking.note',
  ],
};

describe('what can be hidden', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const maskable = MASKABLE.flatMap((one) => maskableFields(one).map((field) => `${one.table}.${field}`));

  it('is every text of history, but for those of which it is said why not', async () => {
    const texts = await whole.rows<{ name: string }>(`
      select c.table_name || '.' || c.column_name as name from information_schema.columns c
       where c.table_schema = 'public' and c.data_type in ('text', 'jsonb') and c.table_name <> 'masked'
         and (c.table_name = 'entry' or exists (select from information_schema.columns r where r.table_schema = 'public'
                                                 and r.table_name = c.table_name and r.column_name = 'record_id' and c.table_name <> 'audit_event'))
       order by 1`);
    const known = [...maskable.filter((name) => !name.endsWith('.value')), ...Object.values(NEVER).flat()];
    expect(texts.map(({ name }) => name)).toEqual(known.sort((a, b) => (a < b ? -1 : 1)));
  });

  it('is called something by whoever hides it', () => {
    const places = MASKABLE.flatMap((one) => maskableFields(one).map((field) => ({ table: one.table, field })));
    expect(places.filter((place) => !maskPlaceText(place, 'sv') || !maskPlaceText(place, 'en'))).toEqual([]);
  });

  it('is told apart by keys as the tables have them', () => {
    const keys: readonly [table: string, row: string, isKey: boolean][] = [
      ['observation', '12', true],
      ['observation', '12/1', false],
      ['observation', '99999999999', false],
      ['goal_revision', '12/1', true],
      ['goal_revision', '12', false],
      ['entry', '00000000-0000-4000-8000-000000000000', true],
      ['entry', '12', false],
      ['entry_event', '7', true],
    ];
    for (const [table, row, isKey] of keys) {
      const one = MASKABLE.find((candidate) => candidate.table === table)!;
      expect(isKeyOf(one, row)).withContext(`${table} ${row}`).toBe(isKey);
    }
  });
});
