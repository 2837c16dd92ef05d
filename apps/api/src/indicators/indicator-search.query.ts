import { Injectable } from '@nestjs/common';
import type { IndicatorSearch } from '@slusen/contracts';
import { wasRecorded, type AsOf } from '../platform/as-of.js';
import { shownText } from '../platform/shown-text.js';
import { statement, Statements } from '../platform/statements.js';
import { foldText, likePatterns } from './indicator-search.js';

interface Line {
  total: number;
  ids: number[];
}

const folded = (text: string): string => `regexp_replace(normalize(lower(${text}), nfd), '[\\u0300-\\u036f]', '', 'g')`;

const SEARCHED = ['name_sv', 'name_en', 'definition_sv', 'definition_en', 'unit_sv', 'source_name'] as const;
const shown = (column: (typeof SEARCHED)[number]): string =>
  shownText({ alias: 'd', table: 'indicator_definition', key: 'd.id::text' }, column);
/** Few definitions have anything hidden: only of those is each text looked up. */
const unlessHidden = (write: (text: (column: (typeof SEARCHED)[number]) => string) => string): string =>
  `case when d.id::text in (select row_key from masked where table_name = 'indicator_definition')
        then ${write(shown)} else ${write((column) => `d.${column}`)} end`;

/** The other words it is called by, of both languages, which are shown nowhere. */
const SYNONYMS = `(select string_agg(other #>> '{}', ' ') from jsonb_path_query(d.synonyms, '$.*[*]') other)`;

/** $1 patterns of every word, $2 the whole text folded, $3 limit, $4 offset, $5 the moment. */
const SEARCH = statement({
  name: 'indicator.search',
  text: `
    with word as (
      select i.id, ${unlessHidden((text) => text('name_sv'))} as name_sv,
             ${folded(unlessHidden((text) => `concat_ws(' ', ${text('name_sv')}, ${text('name_en')})`))} as name,
             ${folded(unlessHidden((text) => `concat_ws(' ', ${SEARCHED.map(text).join(', ')}, i.slug, ${SYNONYMS})`))} as everything
        from indicator i
        join lateral (select * from indicator_definition d where d.indicator_id = i.id and ${wasRecorded('d', '$5')} order by d.revision desc limit 1) d on true
    ), found as (
      select id, row_number() over (order by starts_with(name, $2) desc, name like all($1) desc, name_sv collate "sv-x-icu", id) as place
        from word where everything like all($1)
    )
    select (select count(*)::int from found) as total,
           array(select id from found order by place limit $3 offset $4) as ids`,
});

/** Finds indicators by their words: those whose name begins with the text first, then by name, then by definition, source or synonym. */
@Injectable()
export class IndicatorSearchQuery {
  constructor(private readonly statements: Statements) {}

  /** How many there are in all, and the ids of the wanted part. */
  async run({ q, limit, offset }: IndicatorSearch, { known }: AsOf): Promise<Line> {
    const [line] = await this.statements.rows<Line>(SEARCH, [likePatterns(q), foldText(q).trim(), limit, offset, known]);
    return line ?? { total: 0, ids: [] };
  }
}
