import { Injectable } from '@nestjs/common';
import type { DraftPart, DraftPartHistory, StrategyDraft, StrategyDraftList } from '@slusen/contracts';
import { DomainError, draftSteps } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { Adopters } from './adopters.js';
import { contentsOf, readDraft, type DraftSurroundings } from './draft-content.js';
import { DraftRepository } from './draft.repository.js';
import { standingOf } from './draft-standing.js';
import { DraftSurroundingsQuery } from './draft-surroundings.query.js';
import { MeasurabilityQuery } from './measurability.query.js';
import type { StrategyDraftRow } from './strategy-draft.row.js';

/** Drafts as those who write them see them. */
@Injectable()
export class DraftViewQuery {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly surroundings: DraftSurroundingsQuery,
    private readonly measurability: MeasurabilityQuery,
    private readonly adopters: Adopters,
  ) {}

  async list(): Promise<StrategyDraftList> {
    return { drafts: (await this.drafts.all()).map(lineOf), hasVersion: (await this.surroundings.nextNumber()) > 1 };
  }

  /** Throws `draft.not-found`. */
  async draft(id: number, account: Account): Promise<StrategyDraft> {
    const row = await this.drafts.draft(id);
    const parts = await this.drafts.parts(id);
    const around = await this.surroundings.read();
    const contents = contentsOf(parts);
    const { faults } = readDraft(contents, around);
    return {
      ...lineOf(row),
      steps: [...draftSteps(standingOf(row), account.id)],
      parts,
      faults: [...(faults ?? [])],
      measurable: await this.measurability.count(contents, around),
      choices: choicesIn(around),
      adopters: await this.adoptersOf(row),
    };
  }

  private async adoptersOf({ state, proposedById }: StrategyDraftRow): Promise<StrategyDraft['adopters']> {
    if (state !== 'proposed' || proposedById === null) return [];
    return (await this.adopters.besides(proposedById)).map(({ name }) => name);
  }

  /** A part as it was saved last. Throws `draft.not-found`, also for one that nobody saved. */
  async part(id: number, key: string): Promise<DraftPart> {
    const [latest] = await this.drafts.history(id, key);
    if (!latest) throw new DomainError('draft.not-found', { draft: id });
    return latest;
  }

  /** Throws `draft.not-found`. */
  async history(id: number, key: string): Promise<DraftPartHistory> {
    await this.drafts.draft(id);
    return { revisions: await this.drafts.history(id, key) };
  }
}

function lineOf({ id, title, version, state, proposedBy, updatedAt }: StrategyDraftRow): StrategyDraftList['drafts'][number] {
  return { id, title, version, state, proposedBy: proposedBy?.name, updatedAt: updatedAt.toISOString() };
}

function choicesIn({ actors, indicators }: DraftSurroundings): StrategyDraft['choices'] {
  return {
    actors: actors.map(({ slug, name }) => ({ slug, name })),
    indicators: indicators.map(({ slug, name, cadence, direction, unit }) => ({ slug, name, cadence, direction, unit })),
  };
}
