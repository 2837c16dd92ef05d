import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from 'typeorm';
import type { Account } from '../identity/account.js';
import type { Acting } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { Publications } from '../observations/publications.js';
import { Transactions, transactionClient } from '../platform/transactions.js';
import { ImportRunRow } from '../observations/import-run.row.js';
import { readFigureFile } from './figure-file.js';
import { checkAreaName, readFigureRow, type FigureRow, type Register } from './figure-row.js';
import { ImportFault, type RowFault } from './import-fault.js';
import { ImportRegister } from './import-register.js';
import { changesWithoutReason, compare, insertRevisions, postponedRows, repeatedRows, rowsOutsideLimits } from './import-statements.js';
import { Seen } from './seen.js';
import { stage } from './staging.js';

/** What an import is asked for. */
export interface ImportOrder {
  readonly path: string;
  /** Who the figures come from, as it is shown beside the run. */
  readonly source: string;
  /** Make indicators and areas that are not there yet. */
  readonly mayCreate: boolean;
  /** Why published figures change, and why figures lie outside the limits of their indicators, where they do. */
  readonly reason?: string | undefined;
}

/** What an import did, in rows. */
export interface ImportResult {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly newIndicators: readonly string[];
}

/** A run about to be stored. */
interface Run {
  readonly approver: Account;
  readonly order: ImportOrder;
  readonly result: ImportResult;
}

const MOST_FAULTS = 100;

/** Imports a file of figures: everything or nothing, streamed, compared with what is there, one audit event per run. */
@Injectable()
export class ImportFigures {
  constructor(
    private readonly transactions: Transactions,
    private readonly permissions: Permissions,
    private readonly register: ImportRegister,
    private readonly audit: AuditTrail,
    private readonly publications: Publications,
  ) {}

  /** Throws ImportFault with every refused row (a hundred at most), or `permission.forbidden`. */
  async run(acting: Acting, order: ImportOrder): Promise<ImportResult> {
    this.permissions.require(acting.account, 'import.approve');
    const { result, touched } = await this.transactions.run((manager) => this.runIn(manager, acting, order));
    if (touched.length > 0) this.publications.announce({ indicators: touched });
    return result;
  }

  private async runIn(
    manager: EntityManager,
    { account: approver, asOf }: Acting,
    order: ImportOrder,
  ): Promise<{ result: ImportResult; touched: string[] }> {
    const client = transactionClient();
    if (!client) throw new Error('An import runs in a transaction');
    // A file is one statement however long it is; what a request may take does not bind it.
    await client.query(`set local statement_timeout = '10min'`);
    const register = await this.register.read(order.mayCreate, asOf);
    const seen = new Seen();
    await stage(client, checkedRows(order.path, register, seen));
    if (seen.rows === 0) throw new ImportFault({ row: 1, code: 'file.empty', facts: {} });
    // What is there is locked before anything is recorded, as everywhere; only what the file brings comes after.
    const isComplete = await this.register.resolveSeries(manager);
    const newIndicators = isComplete ? [] : await this.register.createMissing(manager, approver, { seen, source: order.source });
    if (!isComplete) await this.register.resolveSeries(manager);
    refuse(await repeatedRows(manager));
    if (seen.hasTimes) refuse(await postponedRows(manager));
    const counts = await compare(manager);
    if (!order.reason) refuse(await unanswered(manager, counts, seen));
    const result = { rows: seen.rows, ...counts, newIndicators };
    if (counts.added + counts.changed === 0) return { result, touched: [] };
    const touched = await this.write(manager, { approver, order, result });
    return { result, touched };
  }

  private async write(manager: EntityManager, { approver, order, result }: Run): Promise<string[]> {
    const { rows, added, changed, unchanged, newIndicators } = result;
    const sha256 = await digestOf(order.path);
    const { identifiers } = await manager.insert(ImportRunRow, {
      ...{ source: order.source, fileName: basename(order.path), sha256, rows, added, changed, unchanged },
      reason: order.reason ?? null,
      approvedById: approver.id,
    });
    const run = Number(identifiers[0]?.['id']);
    const touched = await insertRevisions(manager, run, order.reason);
    await this.publications.tellOthers(manager, { indicators: touched });
    const facts = {
      source: order.source,
      file: basename(order.path),
      sha256: sha256.toString('hex'),
      rows,
      added,
      changed,
      unchanged,
      newIndicators,
      reason: order.reason ?? null,
    };
    await this.audit.record(manager, { action: 'import.run', subject: `import-run:${run}`, by: approver.id, facts });
    return touched;
  }
}

/** The rows that can be read; when any cannot, all that cannot are named at the end and nothing is stored. */
async function* checkedRows(path: string, register: Register, seen: Seen): AsyncGenerator<FigureRow> {
  const faults: RowFault[] = [];
  for await (const { row, cells } of readFigureFile(path)) {
    try {
      const figure = oneKind(readFigureRow(row, cells, register), seen, register);
      seen.add(figure);
      if (faults.length === 0) yield figure;
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      faults.push(...error.faults);
      if (faults.length >= MOST_FAULTS) break;
    }
  }
  refuse(faults);
}

/** What the file itself brings is what its first row says: an area one name, an indicator one name, cadence and unit. */
function oneKind(figure: FigureRow, seen: Seen, { indicators, territories }: Register): FigureRow {
  const areaName = territories.has(figure.territory) ? undefined : seen.territories.get(figure.territory);
  if (areaName !== undefined) checkAreaName(figure.row, { area: figure.territory, name: figure.territoryName, known: areaName });
  const first = indicators.has(figure.indicator) ? undefined : seen.indicators.get(figure.indicator)?.first;
  if (!first) return figure;
  const { row, period, unit, name } = figure;
  if (first.name !== name) throw new ImportFault({ row, code: 'indicator.ambiguous', facts: { indicator: name, known: first.name } });
  if (first.unit !== unit) throw new ImportFault({ row, code: 'unit.other', facts: { unit, expected: first.unit } });
  if (first.cadence !== figure.cadence)
    throw new ImportFault({ row, code: 'period.wrong-cadence', facts: { period, cadence: first.cadence } });
  return figure;
}

/** What only someone's reason answers: changes of what is there, and values outside their limits. A question, never a block. */
async function unanswered(manager: EntityManager, { changed }: { changed: number }, { outside }: Seen): Promise<RowFault[]> {
  const changes = changed > 0 ? await changesWithoutReason(manager) : [];
  const strange = outside.size > 0 ? await rowsOutsideLimits(manager, outside) : [];
  return [...changes, ...strange].sort((one, other) => one.row - other.row).slice(0, MOST_FAULTS);
}

function refuse(faults: readonly RowFault[]): void {
  if (faults.length > 0) throw new ImportFault(...faults);
}

async function digestOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest();
}
