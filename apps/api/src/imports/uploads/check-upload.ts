import { Injectable } from '@nestjs/common';
import type { ImportOutcome } from '@slusen/contracts';
import type pg from 'pg';
import type { Acting } from '../../identity/acting.js';
import { Permissions } from '../../identity/permissions.js';
import { IndicatorQuery } from '../../indicators/indicator.query.js';
import { Transactions } from '../../platform/transactions.js';
import { ImportFault, refuse, type RowFault } from '../import-fault.js';
import { ImportFigures, type LookedAtFile } from '../import-figures.js';
import type { ImportUploadRow } from './import-upload.row.js';
import { digestOf, indicatorsIn, writePreview, writeRefused } from './preview-rows.js';
import { isQuestion, refusalOf } from './refusal-words.js';
import { UploadBench } from './upload-bench.js';

/** Changes are told in the preview, and asked about when the file is confirmed. */
const NOT_YET = '–';

/** Checks a file that was sent by the page, and writes down what it would change, or why it is refused. */
@Injectable()
export class CheckUpload {
  constructor(
    private readonly figures: ImportFigures,
    private readonly indicators: IndicatorQuery,
    private readonly permissions: Permissions,
    private readonly transactions: Transactions,
    private readonly bench: UploadBench,
  ) {}

  async check(upload: ImportUploadRow, path: string): Promise<void> {
    const acting = await this.bench.actingAs(upload.accountId);
    const order = { ...this.bench.orderOf(upload, path), reason: NOT_YET };
    try {
      await this.figures.look(acting, order, async (client, looked) => {
        await this.requireOwn(client, acting);
        await writePreview(client, upload.id);
        await this.bench.settle(upload, {
          state: 'checked',
          outcome: outcomeOf(looked, upload),
          digest: await digestOf(client),
          progress: null,
        });
      });
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      await this.keepRefused(upload, error.faults);
    }
  }

  /** Throws ImportFault with the indicators that whoever sends the file does not report. */
  private async requireOwn(client: pg.ClientBase, { account, asOf }: Acting): Promise<void> {
    const found = await indicatorsIn(client);
    const known = await this.indicators.byIds(
      found.map(({ id }) => id),
      asOf,
    );
    const faults = found.flatMap(({ id, row }): RowFault[] => {
      const indicator = known.get(id);
      if (this.permissions.may(account, 'import.prepare', { department: indicator?.owner?.slug })) return [];
      return [{ row, column: 'indicator', code: 'indicator.not-yours', facts: { indicator: indicator?.name.sv ?? '' } }];
    });
    refuse(faults);
  }

  private keepRefused(upload: ImportUploadRow, faults: readonly RowFault[]): Promise<void> {
    return this.transactions.run(async () => {
      await writeRefused(await this.transactions.connection(), upload.id, faults);
      const questions = faults.filter(isQuestion).map(refusalOf);
      const counts = { rows: 0, added: 0, changed: 0, unchanged: 0, rounded: 0, notes: [] };
      const outcome = { ...counts, refused: faults.length, questions, ...isAnew(upload) };
      await this.bench.settle(upload, { state: 'checked', outcome, digest: null, progress: null });
    });
  }
}

const isAnew = ({ outcome }: ImportUploadRow): Pick<ImportOutcome, 'isAnew'> => (outcome?.isAnew ? { isAnew: true } : {});

function outcomeOf({ file, counts, notes }: LookedAtFile, upload: ImportUploadRow): ImportOutcome {
  const { rows, rounded } = file;
  return {
    rows,
    rounded,
    added: Number(counts.added),
    changed: Number(counts.changed),
    unchanged: Number(counts.unchanged),
    notes: [...notes],
    refused: 0,
    questions: [],
    ...isAnew(upload),
  };
}
