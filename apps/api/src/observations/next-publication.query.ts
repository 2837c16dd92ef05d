import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/statements.js';

const NEXT = { name: 'publication.next', text: 'select min(publish_at) as at from observation where publish_at > now()' };

/** When the next embargoed figure becomes public, of which no announcement tells. */
@Injectable()
export class NextPublicationQuery {
  constructor(private readonly statements: Statements) {}

  /** Milliseconds; never, when no figure waits. */
  async at(): Promise<number> {
    const [next] = await this.statements.rows<{ at: Date | null }>(NEXT);
    return next?.at?.getTime() ?? Number.POSITIVE_INFINITY;
  }
}
