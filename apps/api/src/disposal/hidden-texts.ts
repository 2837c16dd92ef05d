import { Injectable } from '@nestjs/common';
import type { DisposalList, MaskPlace } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { MaskingQuery } from '../masking/masking.query.js';
import { MaskingRepository, placeText } from '../masking/masking.repository.js';
import { Publications } from '../observations/publications.js';
import { statement, Statements } from '../platform/statements.js';

const STANDING = statement({
  name: 'disposal.standing',
  text: `select not exists (select from removable_text($1, $2)) as is_kept, is_disposed($1, $2, $3) as is_gone`,
});
/** Whether what is hidden is never removed, and whether it was removed before. */
interface Standing {
  readonly is_kept: boolean;
  readonly is_gone: boolean;
}

/** What is hidden, and whether what stands under it may be removed. */
@Injectable()
export class HiddenTexts {
  constructor(
    private readonly query: MaskingQuery,
    private readonly maskings: MaskingRepository,
    private readonly statements: Statements,
    private readonly publications: Publications,
  ) {}

  /** Without what a disposal has left: there is nothing to remove any more. */
  async list(by: Account): Promise<DisposalList['hidden']> {
    const { hidden } = await this.query.hidden(by);
    const standing = await Promise.all(hidden.map(async (one) => ({ ...one, ...(await this.standing(one.place)) })));
    return standing
      .filter((one) => !one.is_gone)
      .map(({ place, about, page, decision, at, is_kept: isKept }) => ({
        ...{ place, about, decision, at, isKept },
        ...(page === undefined ? {} : { page }),
      }));
  }

  /** The maskings of places that nothing was removed from yet, by their numbers. Throws `disposal.kept` or `masking.not-hidden`. */
  async maskingsOf(places: readonly MaskPlace[]): Promise<number[]> {
    const latest = await this.maskings.latest(places);
    const found: number[] = [];
    for (const place of places) {
      const masking = latest.get(placeText(place));
      if (!masking || masking.isLifted) throw new DomainError('masking.not-hidden', { place: placeText(place) });
      const standing = await this.standing(place);
      if (standing.is_kept) throw new DomainError('disposal.kept', { place: placeText(place) });
      if (!standing.is_gone) found.push(masking.id);
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

  private async standing({ table, row, field }: MaskPlace): Promise<Standing> {
    const [line] = await this.statements.rows<Standing>(STANDING, [table, field, row]);
    return line ?? { is_kept: true, is_gone: false };
  }
}
