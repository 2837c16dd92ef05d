import { Injectable } from '@nestjs/common';
import {
  readStrategyFile,
  type StrategyFile,
  type StrategyFileOutcome,
  type StrategyTemplate,
  type TemplateDecision,
} from '@slusen/contracts';
import type { Account } from '../../identity/account.js';
import { Permissions } from '../../identity/permissions.js';
import { Idempotency } from '../../platform/idempotency.js';
import type { RequestKey } from '../../platform/preconditions.js';
import { ownMunicipality } from '../../settings/own-municipality.js';
import { SiteQuery } from '../../settings/site.query.js';
import { ImportStrategy } from './import-strategy.js';
import { fromTemplate, templateView } from './template.js';

const MOST_SHOWN = 50;

/** Begins a strategy on a page: from a file that somebody chose, or from the template. Both go the way of every strategy file. */
@Injectable()
export class StrategyStart {
  constructor(
    private readonly permissions: Permissions,
    private readonly idempotency: Idempotency,
    private readonly site: SiteQuery,
    private readonly importStrategy: ImportStrategy,
  ) {}

  /** All of the file or nothing; its faults are told, and no error. Throws as `ImportStrategy.import` does. */
  async fromFile(account: Account, key: RequestKey, content: unknown): Promise<StrategyFileOutcome> {
    this.permissions.require(account, 'strategy.adopt');
    const { file, problems } = readStrategyFile(content);
    if (file) return this.begin(account, key, file);
    const faults = problems.slice(0, MOST_SHOWN).map(({ path, code, text }) => ({ path: [...path], code, text }));
    return { faults, isMore: problems.length > MOST_SHOWN, changes: 0 };
  }

  /** What the template brings, for whoever may begin with it. */
  template(account: Account): StrategyTemplate {
    this.permissions.require(account, 'strategy.adopt');
    return templateView();
  }

  /** Throws `strategy.no-municipality` while it is nobody's. */
  async fromTemplate(account: Account, key: RequestKey, decision: TemplateDecision): Promise<StrategyFileOutcome> {
    this.permissions.require(account, 'strategy.adopt');
    return this.begin(account, key, fromTemplate(ownMunicipality(await this.site.run()), decision));
  }

  private begin(account: Account, key: RequestKey, file: StrategyFile): Promise<StrategyFileOutcome> {
    return this.idempotency.run(account.id, key, async () => {
      const changes = await this.importStrategy.import({ file }, account);
      return { faults: [], isMore: false, changes: changes.length };
    });
  }
}
