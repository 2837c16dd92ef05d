import { Injectable } from '@nestjs/common';
import type { VersionComparisonView } from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import { VersionComparisonQuery } from '../public-pages/version-comparison.query.js';
import { comparedDraft } from './compared-draft.js';
import { contentsOf } from './draft-content.js';
import { DraftRepository } from './draft.repository.js';
import { DraftSurroundingsQuery } from './draft-surroundings.query.js';

/** A draft beside an adopted version. */
@Injectable()
export class DraftComparisonQuery {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly surroundings: DraftSurroundingsQuery,
    private readonly comparison: VersionComparisonQuery,
  ) {}

  /** With the version of the number, else with the one in force. Throws `draft.not-found` and `version.not-found`. */
  async run(id: number, number: number | undefined, asOf: AsOf): Promise<VersionComparisonView> {
    const { title } = await this.drafts.draft(id);
    const parts = contentsOf(await this.drafts.parts(id));
    return this.comparison.beside(comparedDraft(title, parts, await this.surroundings.read()), number, asOf);
  }
}
