import { Injectable } from '@nestjs/common';
import type { StrategyFile } from '@slusen/contracts';
import { InvalidInput } from '../platform/invalid-input.js';
import { contentsOf, readDraft } from './draft-content.js';
import { DraftRepository } from './draft.repository.js';
import { DraftSurroundingsQuery } from './draft-surroundings.query.js';

/** Whether a draft could be adopted as it is. */
@Injectable()
export class DraftSoundness {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly surroundings: DraftSurroundingsQuery,
  ) {}

  /** The file of what is adopted. Throws InvalidInput with every fault, by the part where it is mended. */
  async require(id: number): Promise<StrategyFile> {
    const { file, faults } = readDraft(contentsOf(await this.drafts.parts(id)), await this.surroundings.read());
    if (!file) throw new InvalidInput(faults.map(({ part, path, code }) => ({ path: [part, path].filter(Boolean), message: code })));
    return file;
  }

  nextNumber(): Promise<number> {
    return this.surroundings.nextNumber();
  }
}
