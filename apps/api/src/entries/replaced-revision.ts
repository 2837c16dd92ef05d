import type { ReplacedFigure } from '@slusen/contracts';
import type { SaidFigure } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { notesOn } from '../platform/shown-text.js';

/** A revision that another figure replaces, with the words of the entry it came from. */
export interface ReplacedRevision extends SaidFigure {
  readonly revision: number;
  readonly source: string;
  readonly comment?: string | undefined;
  readonly link?: string | undefined;
  /** The entry it came from; a file's figure has none. */
  readonly entryId?: string | undefined;
  /** Its value was kept back from the public as a small count; what is said here is what was entered. */
  readonly isKeptBack?: boolean | undefined;
  /** When it is, or becomes, public. */
  readonly publishAt: string;
}

/** The place of a figure, each as the statement names it; `by` the entry whose own revision, and later ones, are left out. */
interface Place {
  readonly series: string;
  readonly period: string;
  readonly periodEnd: string;
  readonly by?: string;
}

const FIGURE = { alias: 'o', table: 'observation', key: 'o.id::text' };
const ENTRY = { alias: 'b', table: 'entry', key: 'b.id::text' };
/** What is hidden of the figure `o` and of its entry `b`, read once for all that is said of them. */
const HIDDEN = `cross join lateral (select ${notesOn(FIGURE)} as figure, ${notesOn(ENTRY)} as entry offset 0) hidden`;
const unlessHidden = (column: 'value' | 'margin' | 'respondents' | 'numerator' | 'denominator'): string =>
  `case when hidden.figure ? 'value' then null else o.${column} end`;
/** A small count that was kept back from the public, as it was entered: whoever corrects it starts from it. */
const IS_KEPT_BACK = `(o.value is null and b.value is not null and b.series_id = o.series_id and hidden.figure -> 'value' is null and hidden.entry -> 'value' is null)`;
/** What stands in the place of a hidden value, as `public_observation` has it: public or not, this is read beside what is. */
const SAID = `
  'value', coalesce(${unlessHidden('value')}, case when ${IS_KEPT_BACK} then b.value end),
  'missing', case when hidden.figure ? 'value' then 'confidential' when ${IS_KEPT_BACK} then null else o.missing end,
  'isKeptBack', nullif(${IS_KEPT_BACK}, false), 'parts', case when hidden.figure ? 'value' or hidden.entry ? 'value' then null else b.parts end,
  'quality', o.quality, 'provenance', o.provenance,
  'provenanceNote', coalesce(hidden.figure ->> 'value', hidden.figure ->> 'provenance_note', o.provenance_note),
  'margin', ${unlessHidden('margin')}, 'respondents', ${unlessHidden('respondents')},
  'numerator', ${unlessHidden('numerator')}, 'denominator', ${unlessHidden('denominator')},
  'source', coalesce(hidden.figure ->> 'source', o.source), 'comment', coalesce(hidden.entry ->> 'comment', b.comment),
  'link', case when hidden.entry ? 'link' then null else b.link end`;

/** SQL: the latest revision of a period, public or not, for `replacedOf`. */
export function replacedRevision({ series, period, periodEnd, by }: Place): string {
  const here = (alias: string): string =>
    `${alias}.series_id = ${series} and ${alias}.period_end = ${periodEnd} and ${alias}.period = ${period}`;
  const earlier = by
    ? ` and o.revision < coalesce((select own.revision from observation own where ${here('own')} and own.entry_id = ${by}), 2147483647)`
    : '';
  return `(select json_strip_nulls(json_build_object(
             'revision', o.revision, ${SAID}, 'entryId', o.entry_id, 'publishAt', o.publish_at))
             from observation o left join entry b on b.id = o.entry_id ${HIDDEN}
            where ${here('o')}${earlier}
            order by o.revision desc limit 1)`;
}

/** The same revision with its moment as the wire has it. */
export function replacedOf(line: ReplacedRevision | null): ReplacedRevision | undefined {
  return line ? { ...line, publishAt: new Date(line.publishAt).toISOString() } : undefined;
}

/** The revision as its reporter and its reviewer see it. */
export function replacedView({ revision: _, entryId: __, parts, ...said }: ReplacedRevision, indicator: Indicator): ReplacedFigure {
  return { ...said, ...(parts && { parts: [...parts] }), ...(said.source === indicator.source.name ? {} : { sourceNote: said.source }) };
}
