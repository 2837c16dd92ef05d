import { Injectable } from '@nestjs/common';
import type { DefinitionInForce, DefinitionRevision, NewIndicator } from '@slusen/contracts';
import { DomainError, type DefinitionContent } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { AddIndicator } from '../indicators/add-indicator.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { ReviseDefinition } from '../indicators/revise-definition.js';
import type { RequestKey } from '../platform/preconditions.js';
import type { Revised } from '../platform/revisions.js';
import { TargetRepository } from '../targets/target.repository.js';
import { Amending } from '../observations/amending.js';

/** Which definition a request is about, by which revision it was made from, and its name for what it wants done. */
export interface DefinitionRequest {
  readonly slug: string;
  readonly revision: number;
  readonly key: RequestKey;
}

/** Definitions as a screen revises them: read, change, send back with a reason. */
@Injectable()
export class DefinitionDesk {
  constructor(
    private readonly amending: Amending,
    private readonly indicators: IndicatorRepository,
    private readonly targets: TargetRepository,
    private readonly reviseDefinition: ReviseDefinition,
    private readonly addIndicator: AddIndicator,
  ) {}

  /** Throws `indicator.not-found`. */
  async read(slug: string): Promise<DefinitionInForce> {
    return viewOf(slug, await this.inForce(slug));
  }

  /** Returns the definition then in force. Throws as `ReviseDefinition.revise` does. */
  revise(by: Account, { slug, revision, key }: DefinitionRequest, sent: DefinitionRevision): Promise<DefinitionInForce> {
    const { definition, reason, decision } = sent;
    const order = { by, record: { reason, decision }, action: 'definition.revise', subject: `indicator:${slug}` };
    return this.amending.amendOnce(order, key, async (amendment) => {
      const around = await this.indicators.surroundings();
      const targets = await this.targets.ofIndicator(slug);
      const breaks = await this.indicators.breaksInForce(slug);
      await this.reviseDefinition.revise(amendment, { slug, definition, around, targets, breaks, expected: revision });
      return viewOf(slug, await this.inForce(slug));
    });
  }

  /** Adds something that is measured. Throws as `AddIndicator.add` does. */
  add(by: Account, key: RequestKey, { slug, definition }: NewIndicator): Promise<DefinitionInForce> {
    const order = { by, record: {}, action: 'indicator.add', subject: `indicator:${slug}` };
    return this.amending.amendOnce(order, key, async (amendment) => {
      const around = await this.indicators.surroundings();
      await this.addIndicator.add(amendment, { slug, definition, around, targets: [], breaks: [] });
      return viewOf(slug, await this.inForce(slug));
    });
  }

  private async inForce(slug: string): Promise<Revised<DefinitionContent>> {
    const definition = await this.indicators.definition(slug);
    if (!definition) throw new DomainError('indicator.not-found', { indicator: slug });
    return definition;
  }
}

function viewOf(indicator: string, { revision, content }: Revised<DefinitionContent>): DefinitionInForce {
  const { irregularYears, perLocality, balance, synonyms, formula, breakdown } = content;
  const lists = { irregularYears: [...irregularYears], perLocality: [...perLocality], balance: [...balance] };
  const later = {
    synonyms: synonyms && { sv: [...synonyms.sv], en: [...synonyms.en] },
    formula: formula && { kind: formula.kind, parts: [...formula.parts] },
    breakdown: breakdown && { ...breakdown, groups: [...breakdown.groups] },
  };
  return { indicator, revision, definition: { ...content, ...lists, ...later } };
}
