import { Injectable } from '@nestjs/common';
import { DEFINITION_WORDING, differencesOf, DomainError, isOtherwiseBrokenDown } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { nextRevision, requireLatest } from '../platform/revisions.js';
import { IndicatorRepository } from './indicator.repository.js';
import { requireDefinition, type DefinitionOrder } from './require-definition.js';

/** Defines an indicator otherwise than before, for a reason; the earlier definition stays for those who ask what was known then. */
@Injectable()
export class ReviseDefinition {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorRepository,
  ) {}

  /**
   * Returns the number of the revision in force. Throws `indicator.not-found`, `revision.stale`, `definition.has-figures` when figures
   * are recorded for other periods than the new cadence has, `definition.is-recorded` when any is and it is to be computed, `definition.is-broken-down` when parts are recorded that would be others, and InvalidInput for a definition that does not hang together.
   */
  async revise(amendment: Amendment, order: DefinitionOrder): Promise<number> {
    const { by } = amendment;
    this.permissions.require(by, 'definition.revise');
    const { slug, definition, around, expected } = order;
    const there = await this.indicators.definition(slug);
    if (!there) throw new DomainError('indicator.not-found', { indicator: slug });
    requireLatest(there.revision, expected);
    requireDefinition(order);
    const { cadence } = definition;
    if (cadence !== there.content.cadence && (await this.indicators.hasFiguresOfOtherPeriods(there.id, cadence)))
      throw new DomainError('definition.has-figures', { indicator: slug, cadence });
    if (definition.formula && !there.content.formula && (await this.indicators.hasFigures(there.id)))
      throw new DomainError('definition.is-recorded', { indicator: slug });
    if (isOtherwiseBrokenDown(there.content, definition) && (await this.indicators.hasParts(there.id)))
      throw new DomainError('definition.is-broken-down', { indicator: slug });
    const differences = differencesOf(DEFINITION_WORDING, [there.content, definition], await this.indicators.names());
    if (!amendment.permits({ kind: 'indicator', subject: there.content.name.sv, need: 'reason', differences })) return there.revision;
    const next = { id: there.id, revision: nextRevision(there), content: definition, around };
    await this.indicators.insertDefinition(next, amendment.columns('reason'));
    return next.revision;
  }
}
