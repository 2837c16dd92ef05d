import { Injectable } from '@nestjs/common';
import { DomainError, type DefinitionContent, type IsoDate } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { nextRevision } from '../platform/revisions.js';
import { IndicatorRepository } from './indicator.repository.js';
import { requireDefinition, type DefinitionOrder } from './require-definition.js';

/** Adds something that is measured, with its first definition. */
@Injectable()
export class AddIndicator {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorRepository,
  ) {}

  /**
   * `inForceFrom`: since when the version of a strategy that is adopted together with it is in force. Throws `indicator.exists`, and InvalidInput for a
   * definition that does not hang together.
   */
  async add(amendment: Amendment, order: DefinitionOrder, inForceFrom: IsoDate | null = null): Promise<void> {
    const { by } = amendment;
    this.permissions.require(by, 'indicator.add');
    const { slug, definition, around } = order;
    if ((await this.indicators.id(slug)) !== undefined) throw new DomainError('indicator.exists', { indicator: slug });
    requireDefinition(order);
    if (!amendment.permits(newIndicator(definition))) return;
    const id = await this.indicators.insert(slug, inForceFrom);
    await this.indicators.insertDefinition({ id, revision: nextRevision(), content: definition, around }, amendment.columns('nothing'));
  }
}

const newIndicator = ({ name }: DefinitionContent) =>
  ({ kind: 'indicator', subject: name.sv, isNew: true, need: 'nothing', differences: [] }) as const;
