import { Injectable } from '@nestjs/common';
import type { BalanceRule, BreakContent, Cadence, DefinitionContent, DefinitionSurroundings, NameOf } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import type { ColumnsOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { latestRevision, type Revised } from '../platform/revisions.js';
import { definitionColumns, definitionOf } from './definition-columns.js';
import { IndicatorDefinitionRow } from './indicator-definition.row.js';
import { IndicatorRow } from './indicator.row.js';
import { SeriesBreakRow } from './series-break.row.js';

/** A break as it stands now; withdrawn ones too, since a break there again is their next revision. */
export interface KnownBreak {
  readonly revision: number;
  readonly isWithdrawn: boolean;
  readonly content: BreakContent;
}

/** A break about to be recorded. */
interface NextBreak extends KnownBreak {
  readonly indicatorId: number;
}

/** A definition about to be recorded, with what it may name. */
interface NextDefinition extends Revised<DefinitionContent> {
  readonly around: DefinitionSurroundings;
}

/** A period as the cadences write it: nothing after the year, or the letter of what part of it. */
const SHAPES: Readonly<Record<Cadence, string>> = {
  month: '-M',
  quarter: '-Q',
  tertial: '-T',
  'half-year': '-H',
  year: '',
  irregular: '',
};

type NamedLine = Pick<ColumnsOf<IndicatorRow & IndicatorDefinitionRow>, 'slug' | 'cadence' | 'name_sv' | 'name_en'>;
const NAMED = `
  select distinct on (i.id) i.slug, d.cadence, d.name_sv, d.name_en
    from indicator i join indicator_definition d on d.indicator_id = i.id order by i.id, d.revision desc`;

/** Indicators, their definitions and series breaks as what they say, and back to rows. */
@Injectable()
export class IndicatorRepository {
  constructor(private readonly organisation: OrganisationRepository) {}

  async id(manager: EntityManager, slug: string): Promise<number | undefined> {
    return (await manager.findOneBy(IndicatorRow, { slug }))?.id;
  }

  /** The definition in force. */
  async definition(manager: EntityManager, slug: string): Promise<Revised<DefinitionContent> | undefined> {
    const id = await this.id(manager, slug);
    const row = id === undefined ? undefined : await latestRevision(manager, IndicatorDefinitionRow, { indicatorId: id });
    if (id === undefined || !row) return undefined;
    const owner = row.ownerId === null ? undefined : await this.organisation.actorSlug(manager, row.ownerId);
    return { id, revision: row.revision, content: definitionOf(row, owner) };
  }

  /** Makes the indicator that definitions belong to, and returns its id. */
  async insert(manager: EntityManager, slug: string): Promise<number> {
    const { identifiers } = await manager.insert(IndicatorRow, { slug });
    return Number(identifiers[0]?.['id']);
  }

  async insertDefinition(manager: EntityManager, { id, revision, content, around }: NextDefinition, why: ChangeColumns): Promise<void> {
    const ownerId = content.owner === undefined ? null : ((await this.organisation.actorId(manager, content.owner)) ?? null);
    const balance = balanceOf(content, around);
    await manager.insert(IndicatorDefinitionRow, { ...definitionColumns(content), indicatorId: id, revision, ownerId, balance, ...why });
  }

  /** Every break of the indicator in its latest revision, the earliest period first. */
  async breaks(manager: EntityManager, indicatorId: number): Promise<KnownBreak[]> {
    const rows = await manager.find(SeriesBreakRow, { where: { indicatorId }, order: { firstPeriod: 'asc', revision: 'asc' } });
    return [...new Map(rows.map((row) => [row.firstPeriod, row])).values()].map(
      ({ firstPeriod, reasonSv, reasonEn, decision, revision, isWithdrawn }) => ({
        revision,
        isWithdrawn,
        content: { firstPeriod, reason: localizedOf(reasonSv, reasonEn), decision: decision ?? undefined },
      }),
    );
  }

  /** What breaks the series now; nothing where there is no such indicator. */
  async breaksInForce(manager: EntityManager, slug: string): Promise<BreakContent[]> {
    const id = await this.id(manager, slug);
    const all = id === undefined ? [] : await this.breaks(manager, id);
    return all.filter(({ isWithdrawn }) => !isWithdrawn).map(({ content }) => content);
  }

  async insertBreak(manager: EntityManager, { indicatorId, revision, isWithdrawn, content }: NextBreak, why: ChangeColumns): Promise<void> {
    const { firstPeriod, reason, decision = null } = content;
    const words = { reasonSv: reason.sv, reasonEn: reason.en ?? null, decision };
    await manager.insert(SeriesBreakRow, { indicatorId, firstPeriod, revision, isWithdrawn, ...words, ...why });
  }

  /** Whether a figure is recorded for a period that is none of the cadence. */
  async hasFiguresOfOtherPeriods(manager: EntityManager, indicatorId: number, cadence: Cadence): Promise<boolean> {
    const [{ found }] = await manager.query<[{ found: boolean }]>(
      `select exists (select from series_head h join observation o on o.series_id = h.id
                       where h.indicator_id = $1 and substr(o.period, 5, 2) <> $2) as found`,
      [indicatorId, SHAPES[cadence]],
    );
    return found;
  }

  /** What definitions may name: everything that is there now. */
  async surroundings(manager: EntityManager): Promise<DefinitionSurroundings> {
    const lines = await manager.query<NamedLine[]>(NAMED);
    const { actors, localities } = await this.organisation.references(manager);
    const indicators = new Map(
      lines.map(({ slug, cadence, name_sv, name_en }) => [slug, { cadence, name: localizedOf(name_sv, name_en) }]),
    );
    return { actors, localities, indicators };
  }

  /** What people call the actors, places and indicators that a definition names. */
  async names(manager: EntityManager): Promise<NameOf> {
    const names = new Map((await manager.query<NamedLine[]>(NAMED)).map(({ slug, name_sv }) => [slug, name_sv]));
    const others = await this.organisation.names(manager);
    return (slug) => names.get(slug) ?? others(slug);
  }
}

/** A balance as the domain reads it, with the names of its parts for the question that is asked. */
function balanceOf({ balance, name }: DefinitionContent, { indicators }: DefinitionSurroundings): BalanceRule | null {
  if (balance.length === 0) return null;
  return { terms: balance.map(({ indicator, sign, at }) => ({ indicator, sign, at, name: indicators.get(indicator)?.name ?? name })) };
}
