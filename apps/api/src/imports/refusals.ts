import { MOST_FAULTS, refuse, type RowFault } from './import-fault.js';

/** What becomes of the rows of a file that cannot be taken. */
export interface Refusals {
  /** So many of a kind are looked for. */
  readonly most: number;
  /** Nobody wants to be told of more. */
  readonly isFull: boolean;
  readonly take: (faults: readonly RowFault[]) => Promise<void>;
  /** A stage is over: the file is refused, or goes on without these rows. */
  readonly settle: () => Promise<void>;
}

/** A file with such a row is refused. */
export class RefusedWhole implements Refusals {
  readonly most = MOST_FAULTS;
  private readonly faults: RowFault[] = [];

  get isFull(): boolean {
    return this.faults.length >= MOST_FAULTS;
  }

  take(faults: readonly RowFault[]): Promise<void> {
    this.faults.push(...faults);
    return Promise.resolve();
  }

  settle(): Promise<void> {
    refuse(this.faults);
    return Promise.resolve();
  }
}
