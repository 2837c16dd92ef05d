import { Injectable } from '@nestjs/common';
import { DomainError, endOfStockholmDay, stockholmDate, type Instant, type IsoDate } from '@slusen/domain';
import * as z from 'zod';
import type { AsOf } from './as-of.js';
import { AwaitedWriters } from './awaited-writers.js';
import { Clock } from './clock.js';
import { statement, Statements } from './statements.js';

const date = z.iso.date();
const moment = z.iso.datetime({ offset: true });

/** There is no year 0, and the database knows none. */
const FIRST: Instant = '0001-01-01T00:00:00.000Z';

const BEGUN = statement({ name: 'moment.begun', text: 'select at from record order by seq limit 1' });

/** Makes the moment of a reading: the only place below which nobody asks what time it is. */
@Injectable()
export class Moments {
  private begun: Instant | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly statements: Statements,
    private readonly writers: AwaitedWriters,
  ) {}

  /** The program's clock. */
  instant(): Instant {
    return this.clock.now().toISOString();
  }

  /** Now, with all that has been recorded. */
  now(): AsOf {
    return { today: this.clock.today(), known: undefined };
  }

  /**
   * What somebody asks for: an instant with its offset, or a date (until the end of that day in Stockholm; today's means now).
   * Throws `known.malformed` or `known.in-future`. Waits for changes that are being committed at this moment or before, so that the
   * answer for a moment in the past is the same for ever.
   */
  async at(wanted: string | undefined): Promise<AsOf> {
    if (wanted === undefined) return this.now();
    const known = this.instantOf(wanted);
    if (known === undefined) return this.now();
    if (known < FIRST) throw new DomainError('known.malformed', { known: wanted.slice(0, 40) });
    await this.writers.passed();
    return { today: stockholmDate(known), known };
  }

  /** Nothing can be said of a time before anything was recorded; throws `history.not-found`. What was recorded first is so for ever. */
  async requireHistory({ known }: AsOf): Promise<void> {
    if (known === undefined) return;
    this.begun ??= (await this.statements.rows<{ at: Date }>(BEGUN))[0]?.at.toISOString();
    if (this.begun === undefined || known < this.begun)
      throw new DomainError('history.not-found', { known, since: this.begun ?? this.instant() });
  }

  /** The instant to the millisecond, as instants are recorded; undefined for now. */
  private instantOf(wanted: string): Instant | undefined {
    const now = this.clock.now().toISOString();
    if (date.safeParse(wanted).success) return endOfDay(wanted, { today: stockholmDate(now) });
    if (!moment.safeParse(wanted).success) throw new DomainError('known.malformed', { known: wanted.slice(0, 40) });
    return past(new Date(wanted).toISOString(), now);
  }
}

/** Dates are compared before their ends are asked for: the last day that can be written has none. */
function endOfDay(wanted: IsoDate, { today }: { readonly today: IsoDate }): Instant | undefined {
  if (wanted > today) throw new DomainError('known.in-future', { known: wanted });
  return wanted === today ? undefined : endOfStockholmDay(wanted);
}

function past(instant: Instant, now: Instant): Instant {
  if (instant > now) throw new DomainError('known.in-future', { known: instant });
  return instant;
}
