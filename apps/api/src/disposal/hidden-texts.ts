import { Injectable } from '@nestjs/common';
import type { DisposalList, MaskPlace } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { MaskingQuery } from '../masking/masking.query.js';
import { MaskingRepository, placeText } from '../masking/masking.repository.js';
import { Publications } from '../observations/publications.js';
import { statement, Statements } from '../platform/statements.js';

const REMOVABLE = statement({
  name: 'disposal.removable',
  text: `select exists (select from removable_text($1, $2)) as is_removable`,
});

/** What is hidden, and whether what stands under it may be removed. */
@Injectable()
export class HiddenTexts {
  constructor(
    private readonly query: MaskingQuery,
    private readonly maskings: MaskingRepository,
    private readonly statements: Statements,
    private readonly publications: Publications,
  ) {}

  async list(by: Account): Promise<DisposalList['hidden']> {
    const { hidden } = await this.query.hidden(by);
    return Promise.all(
      hidden.map(async ({ place, about, page, decision, at }) => ({
        ...{ place, about, decision, at, isKept: !(await this.isRemovable(place)) },
        ...(page === undefined ? {} : { page }),
      })),
    );
  }

  /** The maskings of places, by their numbers. Throws `disposal.kept` or `masking.not-hidden`. */
  async maskingsOf(places: readonly MaskPlace[]): Promise<number[]> {
    const latest = await this.maskings.latest(places);
    const found: number[] = [];
    for (const place of places) {
      const masking = latest.get(placeText(place));
      if (!masking || masking.isLifted) throw new DomainError('masking.not-hidden', { place: placeText(place) });
      if (!(await this.isRemovable(place))) throw new DomainError('disposal.kept', { place: placeText(place) });
      found.push(masking.id);
    }
    return [...new Set(found)].sort((a, b) => a - b);
  }

  /** In the transaction: other processes forget what they keep once it is committed. */
  async tellOthers(): Promise<void> {
    await this.publications.tellOthers('hidden');
  }

  announce(): void {
    this.publications.announce('hidden');
  }

  private async isRemovable({ table, field }: MaskPlace): Promise<boolean> {
    const [line] = await this.statements.rows<{ is_removable: boolean }>(REMOVABLE, [table, field]);
    return line?.is_removable ?? false;
  }
}
