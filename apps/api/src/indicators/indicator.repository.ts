import { Injectable } from '@nestjs/common';
import type { BalanceRule, BreakContent, Cadence, DefinitionContent, DefinitionSurroundings, IsoDate, NameOf } from '@slusen/domain';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { ChangeColumns } from '../identity/amendment.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { related } from '../platform/columns.js';
import { insertedId } from '../platform/inserted-id.js';
import { localizedOf } from '../platform/localized-of.js';
import { latest, type Revised } from '../platform/revisions.js';
import { statement, Statements } from '../platform/statements.js';
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

const OTHER_PERIODS = statement({
  name: 'indicator.has-other-periods',
  text: `select exists (select from series_head h join observation o on o.series_id = h.id
                         where h.indicator_id = $1 and substr(o.period, 5, 2) <> $2) as found`,
});

/** A part's entry is its whole's: one that is begun has no series of its own yet. */
const PARTS = statement({
  name: 'indicator.has-parts',
  text: `select exists (select from series_head h where h.indicator_id = $1 and h.breakdown <> '') as found`,
});

const FIGURES = statement({
  name: 'indicator.has-figures',
  text: `select exists (select from series_head h join observation o on o.series_id = h.id where h.indicator_id = $1) as found`,
});

/** Indicators, their definitions and series breaks as what they say, and back to rows. */
@Injectable()
export class IndicatorRepository {
  constructor(
    @InjectRepository(IndicatorRow) private readonly indicators: Repository<IndicatorRow>,
    @InjectRepository(IndicatorDefinitionRow) private readonly definitions: Repository<IndicatorDefinitionRow>,
    @InjectRepository(SeriesBreakRow) private readonly seriesBreaks: Repository<SeriesBreakRow>,
    private readonly organisation: OrganisationRepository,
    private readonly statements: Statements,
  ) {}

  async id(slug: string): Promise<number | undefined> {
    return (await this.indicators.findOneBy({ slug }))?.id;
  }

  /** The definition in force. */
  async definition(slug: string): Promise<Revised<DefinitionContent> | undefined> {
    const where = { indicator: { slug }, revision: latest(this.definitions) };
    const [row] = await this.definitions.find({ where, relations: { owner: true } });
    return row && { id: row.indicatorId, revision: row.revision, content: definitionOf(row, row.owner?.slug) };
  }

  /** Every indicator as it is defined now, in the order they were added. */
  async all(): Promise<(Revised<DefinitionContent> & { readonly slug: string })[]> {
    const where = { revision: latest(this.definitions) };
    const rows = await this.definitions.find({ where, relations: { indicator: true, owner: true }, order: { indicatorId: 'ASC' } });
    return rows.map((row) => {
      const content = definitionOf(row, row.owner?.slug);
      return { slug: related(row.indicator).slug, id: row.indicatorId, revision: row.revision, content };
    });
  }

  /** Makes the indicator that definitions belong to, and returns its id. */
  async insert(slug: string, inForceFrom: IsoDate | null): Promise<number> {
    return insertedId(await this.indicators.insert({ slug, inForceFrom }));
  }

  async insertDefinition({ id, revision, content, around }: NextDefinition, why: ChangeColumns): Promise<void> {
    const ownerId = content.owner === undefined ? null : ((await this.organisation.actorId(content.owner)) ?? null);
    const balance = balanceOf(content, around);
    await this.definitions.insert({ ...definitionColumns(content), indicatorId: id, revision, ownerId, balance, ...why });
  }

  /** Every break of the indicator in its latest revision, the earliest period first. */
  async breaks(indicatorId: number): Promise<KnownBreak[]> {
    const rows = await this.seriesBreaks.find({
      where: { indicatorId, revision: latest(this.seriesBreaks) },
      order: { firstPeriod: 'ASC' },
    });
    return rows.map(({ firstPeriod, reasonSv, reasonEn, decision, revision, isWithdrawn }) => ({
      revision,
      isWithdrawn,
      content: { firstPeriod, reason: localizedOf(reasonSv, reasonEn), decision: decision ?? undefined },
    }));
  }

  /** What breaks the series now; nothing where there is no such indicator. */
  async breaksInForce(slug: string): Promise<BreakContent[]> {
    const id = await this.id(slug);
    const all = id === undefined ? [] : await this.breaks(id);
    return all.filter(({ isWithdrawn }) => !isWithdrawn).map(({ content }) => content);
  }

  async insertBreak({ indicatorId, revision, isWithdrawn, content }: NextBreak, why: ChangeColumns): Promise<void> {
    const { firstPeriod, reason, decision = null } = content;
    const words = { reasonSv: reason.sv, reasonEn: reason.en ?? null, decision };
    await this.seriesBreaks.insert({ indicatorId, firstPeriod, revision, isWithdrawn, ...words, ...why });
  }

  /** Whether anything is recorded for it, which what is decided anew makes say otherwise. */
  async hasFigures(indicatorId: number): Promise<boolean> {
    const [line] = await this.statements.rows<{ found: boolean }>(FIGURES, [indicatorId]);
    return line?.found === true;
  }

  /** Whether anything is recorded for parts of it. */
  async hasParts(indicatorId: number): Promise<boolean> {
    const [line] = await this.statements.rows<{ found: boolean }>(PARTS, [indicatorId]);
    return line?.found === true;
  }

  /** Whether a figure is recorded for a period that is none of the cadence. */
  async hasFiguresOfOtherPeriods(indicatorId: number, cadence: Cadence): Promise<boolean> {
    const [line] = await this.statements.rows<{ found: boolean }>(OTHER_PERIODS, [indicatorId, SHAPES[cadence]]);
    return line?.found === true;
  }

  /** What definitions may name: everything that is there now. */
  async surroundings(): Promise<DefinitionSurroundings> {
    const rows = await this.inForce();
    const { actors, localities } = await this.organisation.references();
    const indicators = rows.map(
      ({ indicator, cadence, reporting, formula, nameSv, nameEn }) =>
        [related(indicator).slug, { cadence, reporting, formula: formula ?? undefined, name: localizedOf(nameSv, nameEn) }] as const,
    );
    return { actors, localities, indicators: new Map(indicators) };
  }

  /** What people call the actors, places and indicators that a definition names. */
  async names(): Promise<NameOf> {
    const names = new Map((await this.inForce()).map(({ indicator, nameSv }) => [related(indicator).slug, nameSv]));
    const others = await this.organisation.names();
    return (slug) => names.get(slug) ?? others(slug);
  }

  /** Every definition in force, with its indicator. */
  private inForce(): Promise<IndicatorDefinitionRow[]> {
    const where = { revision: latest(this.definitions) };
    return this.definitions.find({ where, relations: { indicator: true }, order: { indicatorId: 'ASC' } });
  }
}

/** A balance as the domain reads it, with the names of its parts for the question that is asked. */
function balanceOf({ balance, name }: DefinitionContent, { indicators }: DefinitionSurroundings): BalanceRule | null {
  if (balance.length === 0) return null;
  return { terms: balance.map(({ indicator, sign, at }) => ({ indicator, sign, at, name: indicators.get(indicator)?.name ?? name })) };
}
