import { Injectable } from '@nestjs/common';
import type { ImportOutcome } from '@slusen/contracts';
import type pg from 'pg';
import type { Acting } from '../../identity/acting.js';
import { Permissions } from '../../identity/permissions.js';
import { IndicatorQuery } from '../../indicators/indicator.query.js';
import { Transactions } from '../../platform/transactions.js';
import { ImportFault, type RowFault } from '../import-fault.js';
import { ImportFigures, type LookedAtFile } from '../import-figures.js';
import type { ImportUploadRow } from './import-upload.row.js';
import { KeptRefusals } from './kept-refusals.js';
import { countsOf, digestOf, indicatorsIn, questionsIn, writePreview, writeRefusals, writeRefused } from './preview-rows.js';
import { isQuestion, refusalOf } from './refusal-words.js';
import { UploadBench } from './upload-bench.js';

/** Changes are told in the preview, and asked about when the file is confirmed. */
const NOT_YET = '–';

/** Whose indicators are that belong to no department: nobody reviews them. */
const NOBODY = { slug: 'ingen', name: { sv: 'ingen förvaltning', en: 'no department' } };

type PlacedFile = LookedAtFile & Pick<ImportUploadRow, 'departments'>;

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
    let refusals: KeptRefusals | undefined;
    const keep = async (client: pg.ClientBase): Promise<KeptRefusals> => (refusals = await KeptRefusals.open(client));
    const order = { ...this.bench.orderOf(upload, path, { tellsAll: true }), reason: NOT_YET, refusals: keep };
    try {
      await this.figures.look(acting, order, async (client, looked) => {
        if (refusals) await this.refuseOthers(client, refusals, acting);
        await this.settle(client, upload, { ...looked, departments: await this.departmentsIn(client, acting) });
      });
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      await this.keepRefused(upload, error.faults);
    }
  }

  private async settle(client: pg.ClientBase, upload: ImportUploadRow, { file, notes, departments }: PlacedFile): Promise<void> {
    await writePreview(client, upload.id);
    await writeRefusals(client, upload.id);
    const counts = await countsOf(client, upload.id);
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const questions = (await questionsIn(client)).map(refusalOf);
    const outcome = { ...counts, rows, rounded: file.rounded, notes: [...notes], questions, ...isAnew(upload) };
    const digest = counts.refused > 0 ? null : await digestOf(client);
    await this.bench.settle(upload, { state: 'checked', outcome, digest, departments, progress: null });
  }

  private async departmentsIn(client: pg.ClientBase, { asOf }: Acting): Promise<PlacedFile['departments']> {
    const known = await this.indicators.byIds(await indicatorsIn(client), asOf);
    const owners = [...known.values()].map(({ owner }) => (owner ? { slug: owner.slug, name: owner.name } : NOBODY));
    return [...new Map(owners.map((owner) => [owner.slug, owner])).values()];
  }

  /** Whoever sends the file does not report all indicators. */
  private async refuseOthers(client: pg.ClientBase, refusals: KeptRefusals, { account, asOf }: Acting): Promise<void> {
    const found = await indicatorsIn(client);
    const known = await this.indicators.byIds(found, asOf);
    const isOwn = (id: number): boolean => this.permissions.may(account, 'import.prepare', { department: known.get(id)?.owner?.slug });
    await refusals.takeIndicators(
      found.filter((id) => !isOwn(id)),
      'indicator.not-yours',
    );
  }

  private keepRefused(upload: ImportUploadRow, faults: readonly RowFault[]): Promise<void> {
    return this.transactions.run(async () => {
      await writeRefused(await this.transactions.connection(), upload.id, faults);
      const questions = faults.filter(isQuestion).map(refusalOf);
      const counts = { rows: 0, added: 0, changed: 0, unchanged: 0, rounded: 0, notes: [] };
      const outcome = { ...counts, refused: faults.length, questions, ...isAnew(upload) };
      await this.bench.settle(upload, { state: 'checked', outcome, digest: null, departments: [], progress: null });
    });
  }
}

const isAnew = ({ outcome }: ImportUploadRow): Pick<ImportOutcome, 'isAnew'> => (outcome?.isAnew ? { isAnew: true } : {});
