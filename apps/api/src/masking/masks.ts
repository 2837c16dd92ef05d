import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { Publications } from '../observations/publications.js';
import { MaskedLines } from './masked-lines.js';

/** What stands in the place of each hidden field of a row; null where nothing does. */
export type Notes = ReadonlyMap<string, string | null>;

/** Rows that have something hidden, by table and key. */
type Hidden = ReadonlyMap<string, Notes>;

/** Other processes tell at once when something is hidden; should that be lost, it is hidden here after this time all the same. */
const OLDEST_MS = 10_000;

/** What is hidden now, kept in memory: it is asked about with every row that is read. */
@Injectable()
export class Masks implements OnModuleDestroy {
  private kept: { readonly since: number; readonly reading: Promise<Hidden>; hidden?: Hidden } | undefined;
  private readonly subscription: Subscription;

  constructor(
    private readonly lines: MaskedLines,
    publications: Publications,
  ) {
    this.subscription = publications.stream.subscribe((publication) => {
      // A figure that was published hides nothing and shows nothing again.
      if (typeof publication === 'string') this.kept = undefined;
    });
  }

  onModuleDestroy(): void {
    this.subscription.unsubscribe();
  }

  /** What is hidden; at once where it is known, so that a reading of many rows need not wait for each. */
  now(): Hidden | Promise<Hidden> {
    if (this.kept && performance.now() - this.kept.since < OLDEST_MS) return this.kept.hidden ?? this.kept.reading;
    const kept: NonNullable<typeof this.kept> = { since: performance.now(), reading: this.read() };
    this.kept = kept;
    kept.reading.then(
      (hidden) => (kept.hidden = hidden),
      () => this.forget(kept),
    );
    return kept.reading;
  }

  /** The row as it may be shown, for what is read by a statement. */
  async shown<Row extends object>(table: string, key: string | number, row: Row): Promise<Row> {
    const notes = (await this.now()).get(placeOf(table, String(key)));
    return notes ? (Object.assign({}, row, ...[...notes].map(([field, note]) => insteadOf(row, field, note))) as Row) : row;
  }

  /** A failure is not kept. */
  private forget(kept: typeof this.kept): void {
    if (this.kept === kept) this.kept = undefined;
  }

  private async read(): Promise<Hidden> {
    const hidden = new Map<string, Map<string, string | null>>();
    for (const { table_name, row_key, field, note } of await this.lines.read()) {
      const row = placeOf(table_name, row_key);
      hidden.set(row, (hidden.get(row) ?? new Map<string, string | null>()).set(field, note));
    }
    return hidden;
  }
}

/** What stands instead of a field: of a value that it is confidential, and nothing of what makes it; of each answer to a question the note. */
function insteadOf(row: object, field: string, note: string | null): object {
  if (field === 'value')
    return {
      value: null,
      missing: 'confidential',
      ...('calculation' in row && { calculation: null, numerator: null, denominator: null, parts: null }),
    };
  if (field !== 'answers') return { [field]: note };
  const { answers = [] } = row as { answers?: readonly object[] };
  return { answers: answers.map((answer) => ({ ...answer, comment: note })) };
}

/** A row of history in one text. */
export const placeOf = (table: string, row: string): string => `${table} ${row}`;
