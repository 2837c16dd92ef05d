import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import { statement, Statements } from '../platform/statements.js';

/**
 * What a commit made public (or will at `publishAt`); 'everything' after an import of a strategy. 'hidden': something that was public is not
 * to be shown any more, so that not even for want of a newer one may an old copy be.
 */
export type Publication = { readonly indicators: readonly string[] } | 'everything' | 'hidden';

/** The channel on which processes on one database tell each other. */
export const CHANNEL = 'slusen_publication';
/** A notification holds 8,000 bytes at most; a longer list is said as "everything". */
const LONGEST = 7000;

const NOTIFY = statement({ name: 'publication.notify', text: 'select pg_notify($1, $2)' });

/** Tells who keeps copies of what was read that something was published. */
@Injectable()
export class Publications {
  private readonly subject = new Subject<Publication>();
  readonly stream = this.subject.asObservable();
  private isHearing = false;

  constructor(private readonly statements: Statements) {}

  /** Whether other processes are heard now; while they are not, no copy can be known to be up to date. */
  get areHeard(): boolean {
    return this.isHearing;
  }

  /** Said by whoever listens. What was published before it began is unknown, so copies made before are old, and something in them may be hidden. */
  hear(isHearing: boolean): void {
    this.isHearing = isHearing;
    if (isHearing) this.announce('hidden');
  }

  /** In this process; said after the commit, never before. */
  announce(publication: Publication): void {
    this.subject.next(publication);
  }

  /** To every other process on the database, with the commit of the transaction under way. */
  async tellOthers(publication: Publication): Promise<void> {
    const text = JSON.stringify(publication);
    await this.statements.rows(NOTIFY, [CHANNEL, text.length > LONGEST ? '"everything"' : text]);
  }
}
