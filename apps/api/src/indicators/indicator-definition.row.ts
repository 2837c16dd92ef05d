import {
  AGGREGATIONS,
  CADENCES,
  DIRECTIONS,
  INDICATOR_KINDS,
  INFLUENCES,
  REPORTINGS,
  type Aggregation,
  type BalanceRule,
  type Breakdown,
  type Cadence,
  type Direction,
  type Formula,
  type IndicatorKind,
  type Influence,
  type Reporting,
  type Synonyms,
} from '@slusen/domain';
import { ActorRow } from '../organisation/actor.row.js';
import { IndicatorRow } from './indicator.row.js';
import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { FIGURE, oneOf, references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

@Entity('indicator_definition')
@Unique(['indicatorId', 'revision'])
@oneOf('direction', DIRECTIONS)
@oneOf('cadence', CADENCES)
@oneOf('reporting', REPORTINGS)
@oneOf('aggregation', AGGREGATIONS)
@oneOf('influence', INFLUENCES)
@oneOf('kind', INDICATOR_KINDS)
@Check('ck_definition_ending', '(ends_after is null) = (end_reason_sv is null)')
export class IndicatorDefinitionRow extends RevisionRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @references(() => IndicatorRow, 'indicator_id')
  indicator?: IndicatorRow;

  @Column('integer')
  revision!: number;

  @Column('text')
  nameSv!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('text')
  definitionSv!: string;

  @Column('text', { nullable: true })
  definitionEn!: string | null;

  @Column('text')
  unitSv!: string;

  @Column('text', { nullable: true })
  unitEn!: string | null;

  /** The unit of exactly one, where it differs: "invånare", "plats". */
  @Column('text', { nullable: true })
  unitOneSv!: string | null;

  @Column('text', { nullable: true })
  unitOneEn!: string | null;

  @Column('smallint')
  decimals!: number;

  @Column('text')
  direction!: Direction;

  @Column('text')
  cadence!: Cadence;

  @Column('text')
  reporting!: Reporting;

  @Column('text')
  aggregation!: Aggregation;

  @Column('integer')
  lagDays!: number;

  @Column('integer')
  graceDays!: number;

  @Column(FIGURE)
  min!: number | null;

  @Column(FIGURE)
  max!: number | null;

  @Column('boolean')
  mayRepeat!: boolean;

  @Column('boolean')
  officialStatistics!: boolean;

  @Column('text')
  sourceName!: string;

  @Column('text', { nullable: true })
  sourceUrl!: string | null;

  /** The department that answers for the figures. */
  @Column('integer', { nullable: true })
  ownerId!: number | null;

  @references(() => ActorRow, 'owner_id')
  owner?: ActorRow;

  @Column('jsonb')
  irregularYears!: number[];

  /** Terms of a balance that the figure must close (domain.md §4), as the domain reads them. */
  @Column('jsonb', { nullable: true })
  balance!: BalanceRule | null;

  /** Codes of the localities it has values for. */
  @Column('jsonb')
  perLocality!: string[];

  @Column('boolean')
  isExample!: boolean;

  @Column('text', { nullable: true })
  contextNoteSv!: string | null;

  @Column('text', { nullable: true })
  contextNoteEn!: string | null;

  @Column('text', { nullable: true })
  influence!: Influence | null;

  @Column('text', { nullable: true })
  kind!: IndicatorKind | null;

  /** Words that the public search finds it by, in each language. */
  @Column('jsonb', { nullable: true })
  synonyms!: Synonyms | null;

  /** The last period that is measured, where its source was discontinued. */
  @Column('text', { nullable: true })
  endsAfter!: string | null;

  @Column('text', { nullable: true })
  endReasonSv!: string | null;

  @Column('text', { nullable: true })
  endReasonEn!: string | null;

  /** The slug of what replaces it, which one file may bring after it. */
  @Column('text', { nullable: true })
  replacedBy!: string | null;

  /** What its figures are computed from, by their slugs; such an indicator has no series of its own. */
  @Column('jsonb', { nullable: true })
  formula!: Formula | null;

  /** What its figures are entered and published by. */
  @Column('jsonb', { nullable: true })
  breakdown!: Breakdown | null;
}
