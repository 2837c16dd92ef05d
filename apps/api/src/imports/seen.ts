import type { FigureRow } from './figure-row.js';
import type { Limits } from './row-indicator.js';

/** What a file turned out to hold while it streamed by. */
export class Seen {
  rows = 0;
  /** Some row says when it becomes public. */
  hasTimes = false;
  /** Limits that some row lies outside of, by indicator. */
  readonly outside = new Map<string, Limits>();
  readonly indicators = new Map<string, { first: FigureRow; decimals: number }>();
  readonly territories = new Map<string, string>();

  add(row: FigureRow): void {
    this.rows++;
    this.hasTimes ||= row.publishAt !== undefined;
    if (row.outside) this.outside.set(row.indicator, row.outside);
    const decimals = row.value === undefined ? 0 : (String(row.value).split('.')[1]?.length ?? 0);
    const known = this.indicators.get(row.indicator);
    if (known) known.decimals = Math.max(known.decimals, decimals);
    else this.indicators.set(row.indicator, { first: row, decimals });
    if (!this.territories.has(row.territory)) this.territories.set(row.territory, row.territoryName);
  }
}
