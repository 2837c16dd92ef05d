import { Injectable } from '@nestjs/common';
import type { GridResult, GridResults, GridSubmission } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import type { RequestKey } from '../platform/preconditions.js';
import { problemOf } from '../platform/problem-of.js';
import { gridEntryIn } from './grid-entry.js';
import { ReadEntry } from './read-entry.js';
import { keyOfPart } from './save-grid.js';
import { StepEntry } from './step-entry.js';

/** Submits many entries, each by a step of its own: one that is refused keeps none of the others back. */
@Injectable()
export class SubmitGrid {
  constructor(
    private readonly permissions: Permissions,
    private readonly stepEntry: StepEntry,
    private readonly readEntry: ReadEntry,
  ) {}

  async submit(acting: Acting, key: RequestKey, { entries, reason }: GridSubmission): Promise<GridResults> {
    this.permissions.require(acting.account, 'task.read');
    const results: GridResult[] = [];
    for (const entry of entries) results.push(await this.submitted(acting, { ...entry, key: keyOfPart(key, entry) }, reason));
    return { results };
  }

  private async submitted(acting: Acting, request: Parameters<StepEntry['take']>[1], reason: string | undefined): Promise<GridResult> {
    try {
      return { outcome: 'saved', entry: gridEntryIn(await this.step(acting, request, reason)), questions: [] };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'entry.stale') return { outcome: 'conflict', entry: gridEntryIn(await this.readEntry.read(acting, request.id)) };
      return { outcome: 'refused', problem: problemOf(error) };
    }
  }

  /** The reason is for those that need one: a figure that is the first of its period has none to give. */
  private async step(acting: Acting, request: Parameters<StepEntry['take']>[1], reason: string | undefined) {
    try {
      return await this.stepEntry.take(acting, request, { action: 'submit' });
    } catch (error) {
      if (!reason || !(error instanceof DomainError) || error.code !== 'entry.reason-required') throw error;
      return this.stepEntry.take(acting, request, { action: 'submit', reason });
    }
  }
}
