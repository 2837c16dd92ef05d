import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { asKnown, type AsOf } from '../platform/as-of.js';
import type { ColumnsOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { Statements } from '../platform/statements.js';
import type { AreaRevisionRow } from './area-revision.row.js';
import type { AreaRow } from './area.row.js';
import type { GoalRevisionRow } from './goal-revision.row.js';
import type { GoalRow } from './goal.row.js';
import type { StrategyRevisionRow } from './strategy-revision.row.js';
import type { StrategyVersionRevisionRow } from './strategy-version-revision.row.js';
import type { StrategyVersionRow } from './strategy-version.row.js';
import type { Area, Goal, StrategyDecision, StrategyInForce } from './strategy.js';

type GoalLine = ColumnsOf<GoalRow & GoalRevisionRow>;
type AreaLine = ColumnsOf<AreaRow & AreaRevisionRow> & { goals: GoalLine[] };
type DecisionLine = ColumnsOf<Pick<StrategyRevisionRow, 'nameSv' | 'nameEn' | 'purposeSv' | 'purposeEn'>> &
  ColumnsOf<StrategyVersionRow & StrategyVersionRevisionRow> & { areas: AreaLine[] };

const IN_FORCE = {
  name: 'strategy.in-force',
  text: `
    select s.name_sv, s.name_en, s.purpose_sv, s.purpose_en, v.number, v.body_sv, v.body_en, v.decided_on, v.decided_on_text_sv,
           v.decided_on_text_en, v.paragraph, v.dnr, v.is_example,
           (select coalesce(json_agg(a order by a.position, a.id), '[]')
              from (select area.*, (select coalesce(json_agg(g order by g.position, g.id), '[]')
                                        from ${asKnown('goal', '$2')} g where g.area_id = area.id) as goals
                      from ${asKnown('area', '$2')} area where area.strategy_version_id = v.id) a) as areas
      from ${asKnown('strategy_version', '$2')} v
      join ${asKnown('strategy', '$2')} s on s.id = v.strategy_id
     where v.valid_from <= $1 and (v.valid_to is null or v.valid_to >= $1)
     order by v.valid_from desc, v.number desc, v.id desc
     limit 1`,
};

/** Reads the strategy that is in force. */
@Injectable()
export class StrategyQuery {
  constructor(private readonly statements: Statements) {}

  /** The latest version valid at the moment; throws `strategy.not-found` when there was none. */
  async inForce(asOf: AsOf): Promise<StrategyInForce> {
    const strategy = await this.current(asOf);
    if (!strategy) throw new DomainError('strategy.not-found', { today: asOf.today });
    return strategy;
  }

  /** The same, or undefined: figures can be read before there is any strategy. */
  async current({ today, known }: AsOf): Promise<StrategyInForce | undefined> {
    const [line] = await this.statements.rows<DecisionLine>(IN_FORCE, [today, known]);
    return line && { decision: decisionOf(line), isExample: line.is_example, areas: line.areas.map(areaOf) };
  }
}

function decisionOf(line: DecisionLine): StrategyDecision {
  return {
    name: localizedOf(line.name_sv, line.name_en),
    purpose: localizedOf(line.purpose_sv, line.purpose_en),
    version: line.number,
    body: localizedOf(line.body_sv, line.body_en),
    decidedOn: line.decided_on ?? undefined,
    decidedOnText: line.decided_on_text_sv === null ? undefined : localizedOf(line.decided_on_text_sv, line.decided_on_text_en),
    paragraph: line.paragraph ?? undefined,
    dnr: line.dnr ?? undefined,
  };
}

function areaOf(line: AreaLine): Area {
  const { slug } = line;
  const name = localizedOf(line.name_sv, line.name_en);
  return {
    slug,
    name,
    shortName: localizedOf(line.short_name_sv, line.short_name_en),
    description: localizedOf(line.description_sv, line.description_en),
    goals: line.goals.map((goal) => goalOf(goal, { slug, name })),
  };
}

function goalOf(line: GoalLine, area: Goal['area']): Goal {
  const { unmeasured_reason_sv: reason } = line;
  return {
    id: line.id,
    slug: line.slug,
    name: localizedOf(line.name_sv, line.name_en),
    description: localizedOf(line.description_sv, line.description_en),
    area,
    deliberatelyNotMeasured: reason === null ? undefined : localizedOf(reason, line.unmeasured_reason_en),
    isExample: line.is_example,
  };
}
