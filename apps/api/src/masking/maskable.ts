/** What of a table's rows is published, and what it is about; every text that is published stands here, or a spec says why not. */
export interface Maskable {
  readonly table: string;
  /** Columns shown as text: what stands instead says that they are hidden. */
  readonly texts: readonly string[];
  /** Columns that are only shown where something is there (a link, a value): nothing stands instead. */
  readonly others?: readonly string[];
  /** The primary key: one number, one UUID, or several numbers with strokes between them. */
  readonly key?: 'uuid' | readonly string[];
  /** SQL: what the row `t` belongs to, by its name in addresses, with the joins that it needs. */
  readonly about: string;
  readonly joins?: string;
  /** SQL: whose figures these are, where an indicator has many: the name of the place, and the breakdown. */
  readonly series?: string;
  /** SQL: the period it is of. */
  readonly period?: string;
  /** Its rows are no revisions: each stands for itself. */
  readonly isUnnumbered?: true;
  /** SQL: which rows are published; without it all of them. */
  readonly where?: string;
  /** SQL: by what the latest come first; without it the order in which they were recorded. */
  readonly order?: string;
  /** The page that shows it, before the name. */
  readonly page?: 'indikator' | 'mal' | 'omrade' | 'samverkan' | 'atgard';
}

const CHANGE = ['change_reason', 'change_decision'] as const;
const both = (...names: readonly string[]): string[] => names.flatMap((name) => [`${name}_sv`, `${name}_en`]);

const OF_INDICATOR = { about: 'i.slug', joins: 'join indicator i on i.id = t.indicator_id', page: 'indikator' } as const;
const OF_GOAL = { about: 'g.slug', joins: 'join goal g on g.id = t.goal_id', page: 'mal' } as const;
const SERIES = `
  (select concat_ws(', ', r.name_sv, nullif(h.breakdown, '')) from territory_revision r where r.territory_id = h.territory_id
    order by r.revision desc limit 1)`;
const OF_SERIES = {
  series: SERIES,
  about: 'i.slug',
  joins: 'join series_head h on h.id = t.series_id join indicator i on i.id = h.indicator_id',
  period: 't.period',
} as const;
const OF_ENTRY = {
  series: SERIES,
  about: 'i.slug',
  joins: 'join entry e on e.id = t.entry_id join series_head h on h.id = e.series_id join indicator i on i.id = h.indicator_id',
  period: 'e.period',
  // What is under way is no history yet: whoever writes it changes it.
  where: `e.state = 'approved'`,
} as const;

/** Everything that can be hidden, table by table. */
export const MASKABLE: readonly Maskable[] = [
  { table: 'observation', texts: ['source', 'provenance_note', 'reason'], others: ['value'], page: 'indikator', ...OF_SERIES },
  {
    table: 'indicator_definition',
    texts: [...both('name', 'definition', 'unit', 'unit_one', 'context_note', 'end_reason'), 'source_name', ...CHANGE],
    others: ['source_url'],
    ...OF_INDICATOR,
  },
  { table: 'series_break', texts: [...both('reason'), 'decision', ...CHANGE], period: 't.first_period', ...OF_INDICATOR },
  { table: 'point_note', texts: [...both('text'), ...CHANGE], period: 't.period', ...OF_INDICATOR },
  { table: 'target', texts: ['decision', ...CHANGE], ...OF_GOAL },
  { table: 'responsibility', texts: [...both('note'), ...CHANGE], ...OF_GOAL },
  {
    table: 'goal_revision',
    texts: [...both('name', 'description', 'unmeasured_reason'), ...CHANGE],
    key: ['goal_id', 'revision'],
    ...OF_GOAL,
  },
  {
    table: 'area_revision',
    texts: [...both('name', 'short_name', 'description'), ...CHANGE],
    key: ['area_id', 'revision'],
    about: 'a.slug',
    joins: 'join area a on a.id = t.area_id',
    page: 'omrade',
  },
  {
    table: 'strategy_revision',
    texts: [...both('name', 'purpose'), ...CHANGE],
    key: ['strategy_id', 'revision'],
    about: 's.slug',
    joins: 'join strategy s on s.id = t.strategy_id',
  },
  {
    table: 'strategy_version_revision',
    texts: [...both('body', 'decided_on_text', 'document_owner', 'replaces'), 'paragraph', 'dnr', ...CHANGE],
    key: ['strategy_version_id', 'revision'],
    about: `s.slug || ' ' || v.number`,
    joins: 'join strategy_version v on v.id = t.strategy_version_id join strategy s on s.id = v.strategy_id',
  },
  {
    table: 'actor_revision',
    texts: [...both('name'), 'contact', ...CHANGE],
    key: ['actor_id', 'revision'],
    about: 'a.slug',
    joins: 'join actor a on a.id = t.actor_id',
    page: 'samverkan',
  },
  {
    table: 'reorganisation',
    isUnnumbered: true,
    texts: ['decision', 'reason'],
    about: 'a.slug',
    joins: 'join actor a on a.id = t.actor_id',
    page: 'samverkan',
  },
  {
    table: 'action_revision',
    texts: [...both('title', 'description'), 'note'],
    key: ['action_id', 'revision'],
    about: 'c.slug',
    joins: 'join action c on c.id = t.action_id',
    page: 'atgard',
  },
  {
    table: 'entry',
    isUnnumbered: true,
    texts: ['comment', 'source_note', 'provenance_note', 'reason', 'returned_reason'],
    others: ['link', 'answers', 'value'],
    key: 'uuid',
    ...OF_SERIES,
    where: `t.state = 'approved'`,
    order: 't.updated_at',
  },
  { table: 'entry_event', isUnnumbered: true, texts: ['reason'], others: ['value'], ...OF_ENTRY },
];

/** The columns of a table that can be hidden. */
export const maskableFields = ({ texts, others = [] }: Maskable): string[] => [...texts, ...others];

/** SQL: the key of the row `t`, as a masking names it. */
export function keyOf({ key }: Maskable): string {
  return Array.isArray(key) ? key.map((column) => `t.${column}`).join(` || '/' || `) : 't.id::text';
}

/** Whether a text can be a key of the table at all: what cannot would not even be compared. */
export function isKeyOf({ key }: Maskable, row: string): boolean {
  if (key === 'uuid') return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(row);
  return (key ? /^\d{1,9}\/\d{1,9}$/ : /^\d{1,9}$/).test(row);
}

/** SQL: that `t` is the row called `row`, in the words of its index. */
export function isRow(maskable: Maskable, row: string): string {
  if (Array.isArray(maskable.key)) return `${keyOf(maskable)} = ${row}`;
  return `t.id = ${row}::${maskable.key === 'uuid' ? 'uuid' : 'integer'}`;
}

/** SQL: each field of the row `t` that can be hidden, as `f (field, text)`. */
export function fieldsOf(maskable: Maskable): string {
  return `(values ${maskableFields(maskable)
    .map((field) => `('${field}', t.${field}::text)`)
    .join(', ')}) f (field, text)`;
}
