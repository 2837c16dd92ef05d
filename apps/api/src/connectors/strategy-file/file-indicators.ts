import { Injectable } from '@nestjs/common';
import type { StrategyFile, StrategyFileIndicator } from '@slusen/contracts';
import { surroundingsIn, type IsoDate } from '@slusen/domain';
import type { Amendment } from '../../identity/amendment.js';
import { AddIndicator } from '../../indicators/add-indicator.js';
import { BreakSeries } from '../../indicators/break-series.js';
import { IndicatorRepository } from '../../indicators/indicator.repository.js';
import { ReviseDefinition } from '../../indicators/revise-definition.js';
import { StrategyRepository } from '../../strategy/strategy.repository.js';

/** The indicators of a file: new ones are added, others defined as the file says; one that the file leaves out stays. */
@Injectable()
export class FileIndicators {
  constructor(
    private readonly strategies: StrategyRepository,
    private readonly indicators: IndicatorRepository,
    private readonly add: AddIndicator,
    private readonly revise: ReviseDefinition,
    private readonly series: BreakSeries,
  ) {}

  async read(amendment: Amendment, file: StrategyFile): Promise<void> {
    const around = surroundingsIn(file);
    const inForceFrom = await this.inForceFrom(file);
    const decided = file.areas.flatMap(({ goals }) => goals.flatMap(({ targets }) => targets));
    for (const indicator of file.indicators) {
      const { slug, breaks, ...definition } = indicator;
      const targets = decided.filter((target) => target.indicator === slug);
      const order = { slug, definition, around, targets, breaks };
      const isThere = (await this.indicators.id(slug)) !== undefined;
      await (isThere ? this.revise.revise(amendment, order) : this.add.add(amendment, order, inForceFrom));
      await this.breaks(amendment, slug, breaks);
    }
  }

  /** What comes with a version is asked for since that is in force; what is added to one that is there, since it is added. */
  private async inForceFrom({ version: { number, validFrom } }: StrategyFile): Promise<IsoDate | null> {
    const there = await this.strategies.strategy();
    return there && (await this.strategies.version(there.id, number)) ? null : validFrom;
  }

  /** A break that the file leaves out of an indicator that it describes was none after all. */
  private async breaks(amendment: Amendment, slug: string, wanted: StrategyFileIndicator['breaks']): Promise<void> {
    for (const one of wanted) await this.series.break(amendment, { indicator: slug, content: one });
    const left = (await this.indicators.breaksInForce(slug)).map(({ firstPeriod }) => firstPeriod);
    for (const period of left) {
      if (!wanted.some(({ firstPeriod }) => firstPeriod === period))
        await this.series.withdraw(amendment, { indicator: slug, firstPeriod: period });
    }
  }
}
