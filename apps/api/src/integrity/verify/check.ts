import type pg from 'pg';

/** Something that is not as it must be: where it is, and what is wrong there. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

/** Collects what a check finds; keeps the first of very many, and counts them all. */
export class Faults {
  readonly kept: Fault[] = [];
  readonly notes: string[] = [];
  count = 0;

  add(where: string, what: string): void {
    this.count++;
    if (this.kept.length < MOST_KEPT) this.kept.push({ where, what });
  }

  /** Something that is no fault, but worth knowing. */
  note(sentence: string): void {
    this.notes.push(sentence);
  }
}

const MOST_KEPT = 100;

/** One invariant, checked on one snapshot of the database; returns how many things it looked at. */
export interface Check {
  /** What holds when nothing is found: "revision numbers are gapless". */
  readonly name: string;
  run(client: pg.ClientBase, faults: Faults): Promise<number>;
}

/** How a check went. */
export interface CheckResult {
  readonly name: string;
  readonly looked: number;
  readonly ms: number;
  readonly faultCount: number;
  /** The first of them, when there are very many. */
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
}

/** Runs a check; one that cannot be carried out is a fault too, never silence. */
export async function runCheck(check: Check, client: pg.ClientBase): Promise<CheckResult> {
  const faults = new Faults();
  const start = performance.now();
  let looked = 0;
  // What fails in here must not end the transaction that the next check reads in.
  await client.query('savepoint before_check');
  try {
    looked = await check.run(client, faults);
  } catch (error) {
    faults.add('the check itself', `it could not be carried out: ${(error as Error).message}`);
  }
  await client.query('rollback to savepoint before_check');
  const ms = Math.round(performance.now() - start);
  return { name: check.name, looked, ms, faultCount: faults.count, faults: faults.kept, notes: faults.notes };
}
