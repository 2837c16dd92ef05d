import { Injectable } from '@nestjs/common';
import { finishedTarget, type TargetTrial, type TriedTarget } from '@slusen/contracts';
import { DomainError, readTarget, targetFaults, targetFinding, type Target } from '@slusen/domain';
import { explanationSentences } from '../follow-up/explanation-view.js';
import { FollowUpQuery } from '../follow-up/follow-up.query.js';
import { outlookView, rollingOf } from '../follow-up/outlook-view.js';
import { definitionView } from '../indicators/indicator-view.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import type { AsOf } from '../platform/as-of.js';
import { requireSound } from '../platform/invalid-input.js';
import { chartHeadOf } from '../public-pages/chart-head.js';
import { siteShown } from '../settings/site.js';
import { SiteQuery } from '../settings/site.query.js';
import { targetPathOf } from '../targets/target-path.js';

/** What would be said of an indicator if a target were decided: by the same rules, from the same figures, as its page says it. */
@Injectable()
export class TargetTrialQuery {
  constructor(
    private readonly indicators: IndicatorQuery,
    private readonly definitions: IndicatorRepository,
    private readonly followUps: FollowUpQuery,
    private readonly site: SiteQuery,
  ) {}

  /** Throws `indicator.not-found`, `target.unfinished`, and InvalidInput for a target that the indicator cannot be held to. */
  async run(tried: TriedTarget, asOf: AsOf): Promise<TargetTrial> {
    const target = await this.sound(tried);
    const indicator = await this.indicators.bySlug(tried.indicator, asOf);
    const [{ series, explanation }, site] = await Promise.all([this.followUps.against(target, indicator, asOf), this.site.run()]);
    const rolling = rollingOf(indicator, series, [{ goal: { slug: '' }, target }]);
    const drawn = target.measure === 'rolling-12-months' ? (rolling ?? []) : [...series.points];
    const { sv, en } = explanationSentences(explanation, indicator.name);
    const { name, unit, decimals, cadence, aggregation, reporting, breaks } = definitionView(indicator);
    const heading = { sv: targetFinding(explanation, 'sv'), en: targetFinding(explanation, 'en') };
    const municipality = siteShown(site).municipality ?? '';
    return {
      indicator: { name, unit, decimals, cadence, aggregation, reporting, breaks },
      points: drawn,
      target: targetPathOf(target),
      chart: chartHeadOf({ indicator, heading, points: drawn, isRolling: target.measure === 'rolling-12-months', municipality }),
      status: { sv: sv.status, en: en.status },
      outlook: outlookView({ indicator, series, measure: target.measure, target }),
    };
  }

  private async sound(tried: TriedTarget): Promise<Target> {
    const definition = await this.definitions.definition(tried.indicator);
    if (!definition) throw new DomainError('indicator.not-found', { indicator: tried.indicator });
    const content = finishedTarget(tried);
    if (!content) throw new DomainError('target.unfinished', {});
    requireSound(targetFaults(content, definition.content));
    return readTarget(content);
  }
}
