import { Injectable } from '@nestjs/common';
import type { StrategyFile } from '@slusen/contracts';
import { DomainError, type Change, type ChangeRecord } from '@slusen/domain';
import { Amending } from '../../observations/amending.js';
import type { Principal } from '../../identity/account.js';
import { Settings } from '../../platform/settings.js';
import { FileIndicators } from './file-indicators.js';
import { FileOrganisation } from './file-organisation.js';
import { FileVersion } from './file-version.js';

/** A checked file, and why and by which decision it says otherwise than what is there, where it does. */
export interface StrategyOrder extends ChangeRecord {
  readonly file: StrategyFile;
}

/**
 * Reads a checked strategy file through the use cases that screens call: everything or nothing, in one transaction with one audit event. What
 * is there already and says the same stays as it is, so the same file can be read again.
 */
@Injectable()
export class ImportStrategy {
  constructor(
    private readonly amending: Amending,
    private readonly organisation: FileOrganisation,
    private readonly indicators: FileIndicators,
    private readonly version: FileVersion,
    private readonly settings: Settings,
  ) {}

  /**
   * Returns what was new or changed. Throws `strategy.another`, `strategy.other-municipality`, `strategy.no-municipality`; `change.reason-required`, `change.decision-required` or
   * `change.version-required` with every difference, when the file says otherwise than what is there and not why.
   */
  import({ file, reason, decision }: StrategyOrder, by: Principal): Promise<readonly Change[]> {
    this.requireOwnMunicipality(file);
    const order = {
      by,
      record: { reason, decision },
      action: 'strategy.import',
      subject: `strategy:${file.strategy.slug}`,
      facts: { version: file.version.number },
    };
    return this.amending.amend(order, async (amendment) => {
      await this.organisation.read(amendment, file);
      await this.indicators.read(amendment, file);
      await this.version.read(amendment, file);
      return amendment.changes;
    });
  }

  /** Targets are about the municipality of the settings; a strategy of another one would show nothing at all. */
  private requireOwnMunicipality({ territories }: StrategyFile): void {
    const { territory } = this.settings;
    const own = territories.find(({ kind }) => kind === 'municipality');
    if (!own || own.code === territory) return;
    if (territory === '') throw new DomainError('strategy.no-municipality');
    throw new DomainError('strategy.other-municipality', { code: own.code, name: own.name.sv, own: territory });
  }
}
