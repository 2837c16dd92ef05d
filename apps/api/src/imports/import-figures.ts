import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import type { AsOf } from '../platform/as-of.js';
import { Publications } from '../observations/publications.js';
import { Transactions } from '../platform/transactions.js';
import { figureParts } from './figure-parts.js';
import { checkFigures, type CheckedFile } from './check-figures.js';
import { compareFigures, type Counts } from './compare-figures.js';
import { ImportFault, refuse } from './import-fault.js';
import type { ImportOrder, ImportResult, ImportStage } from './import-order.js';
import { ImportRegister } from './import-register.js';
import { keepBackFew } from './keep-back-few.js';
import { placedFault } from './mapping/mapped-records.js';
import { namesOf } from './newcomers.js';
import { PublishFigures } from './publish-figures.js';
import { RefusedWhole } from './refusals.js';
import type { FileNote } from './readers/file-note.js';
import { stageFigures } from './stage-figures.js';

/** A figure that somebody approves meanwhile makes the import begin anew; each of them does so once at most, and few are approved in that time. */
const ATTEMPTS = 12;

/** A file that was compared with what is there; its figures and differences stand in tables of the transaction. */
export interface LookedAtFile {
  readonly file: CheckedFile;
  readonly counts: Counts;
  readonly notes: readonly FileNote[];
}

/** What goes with a publication, in its transaction. */
export interface Around {
  /** Throws where it is not to be, before anything is recorded. */
  readonly before: (client: pg.ClientBase, looked: LookedAtFile) => Promise<void>;
  readonly after: (run: number) => Promise<void>;
}

/** Imports a file of figures, everything or nothing: it is staged, checked, compared with what is there, and published as one run. */
@Injectable()
export class ImportFigures {
  constructor(
    private readonly transactions: Transactions,
    private readonly permissions: Permissions,
    private readonly register: ImportRegister,
    private readonly publisher: PublishFigures,
    private readonly publications: Publications,
  ) {}

  /** Throws ImportFault with every refused row (a hundred at most), or `permission.forbidden`. */
  async import(acting: Acting, order: ImportOrder): Promise<ImportResult> {
    this.permissions.require(acting.account, 'import.answer');
    return this.publish(acting, order);
  }

  /** Looks at a file as far as an import would without recording anything of it, and does the work there. Throws ImportFault. */
  look<T>({ asOf }: Acting, order: ImportOrder, work: (client: pg.ClientBase, looked: LookedAtFile) => Promise<T>): Promise<T> {
    return placed(
      this.transactions.run(async () => {
        const client = await this.transactions.connection();
        return work(client, await this.lookIn(client, asOf, order));
      }, ATTEMPTS),
    );
  }

  /** Whether it may be is for whoever calls it to ask. Throws ImportFault. */
  async publish(acting: Acting, order: ImportOrder, around?: Around): Promise<ImportResult> {
    const { result, touched } = await placed(this.transactions.run(() => this.publishIn(acting, order, around), ATTEMPTS));
    if (touched.length > 0) this.publications.announce({ indicators: touched });
    return result;
  }

  private async lookIn(client: pg.ClientBase, asOf: AsOf, order: ImportOrder): Promise<LookedAtFile> {
    const tell = (stage: ImportStage, rows: number): void => order.onProgress?.(stage, rows);
    await prepare(client);
    const parts = order.read ? order.read(order) : figureParts(order, { tellsAll: false });
    const staged = await stageFigures(client, parts, (rows) => tell('read', rows));
    const refusals = (await order.refusals?.(client)) ?? new RefusedWhole();
    tell('check', staged.rows);
    await oneAtATime(client);
    const file = await checkFigures(client, { staged, refusals, register: await this.register.read(order, asOf) });
    await keepBackFew(client, refusals);
    tell('compare', file.rows);
    return { file, counts: await compareFigures(client, file, { order, refusals }), notes: staged.notes };
  }

  private async publishIn(
    { account: approver, asOf }: Acting,
    order: ImportOrder,
    around: Around | undefined,
  ): Promise<{ result: ImportResult; touched: string[] }> {
    const client = await this.transactions.connection();
    const looked = await this.lookIn(client, asOf, order);
    const { file, counts, notes } = looked;
    await around?.before(client, looked);
    const result = { rows: file.rows, rounded: file.rounded, notes, ...counts, ...namesOf(file.newcomers) };
    const differing = counts.added + counts.changed;
    if (differing === 0) return { result, touched: [] };
    order.onProgress?.('publish', differing);
    return { result, touched: await this.publisher.publish(client, { approver, order, file, counts }, around?.after) };
  }
}

/** What is refused, at the place where it stands in the file. */
async function placed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ImportFault) refuse(error.faults.map(placedFault));
    throw error;
  }
}

/**
 * A file is one statement however long it is; what a request may take does not bind it, and its rows are sorted and hashed in memory. A
 * server that can see so (not on Windows) ends the statement of a program that was killed within a second, and lets go of its locks.
 */
async function prepare(client: pg.ClientBase): Promise<void> {
  await client.query(`set local statement_timeout = '10min'`);
  await client.query(`set local work_mem = '64MB'`);
  await client.query(`select set_config('client_connection_check_interval', '1s', true) where version() !~* 'windows|mingw|visual c'`);
}

/** Two files may bring the same indicator, and know nothing of each other: the second is checked when the first is there. */
async function oneAtATime(client: pg.ClientBase): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('slusen.import'))`);
}
