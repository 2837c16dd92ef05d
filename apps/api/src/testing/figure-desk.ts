import { actingNow } from '../identity/acting.js';
import type { Account } from '../identity/account.js';
import { AccountQuery } from '../identity/account.query.js';
import { faultText, ImportFault, type RowFault } from '../imports/import-fault.js';
import { ImportFigures } from '../imports/import-figures.js';
import { STRICTLY, type ImportOrder, type ImportResult, type MayCreate } from '../imports/import-order.js';
import { Moments } from '../platform/moments.js';
import { FigureFiles } from './figure-file.js';
import type { Person } from './office.js';
import { wholeApplication, type WholeApplication } from './whole-application.js';

const TABLES = ['observation', 'series_head', 'import_run', 'audit_event', 'indicator', 'indicator_definition', 'territory'];

/** What imports of specs may make. */
export const NOTHING = STRICTLY.mayCreate;
export const ANYTHING: MayCreate = { indicators: true, areas: true };

/** Rows, new, changed and unchanged ones. */
export const brought = ({ rows, added, changed, unchanged }: ImportResult): number[] => [rows, added, changed, unchanged];

/** Where files of figures are imported: the whole application, and the reviewer who answers for them. */
export class FigureDesk {
  readonly files = new FigureFiles();

  private constructor(
    readonly whole: WholeApplication,
    readonly reviewer: Account,
  ) {}

  static async open(): Promise<FigureDesk> {
    const whole = await wholeApplication();
    return new FigureDesk(whole, await accountOf(whole, 'reviewer'));
  }

  async close(): Promise<void> {
    await this.whole.close();
    await this.files.clear();
  }

  run(path: string, more: Partial<ImportOrder> = {}): Promise<ImportResult> {
    return this.runAs(this.reviewer, path, more);
  }

  async runBy(person: Person, path: string): Promise<ImportResult> {
    return this.runAs(await accountOf(this.whole, person), path, {});
  }

  /** Why the file is refused; throws when it is taken. */
  async refusal(path: string, more: Partial<ImportOrder> = {}): Promise<readonly RowFault[]> {
    try {
      await this.run(path, more);
    } catch (error) {
      if (error instanceof ImportFault) return error.faults;
      throw error;
    }
    throw new Error('the file was taken');
  }

  /** Why the file is refused, as the command says it. */
  async refused(path: string, more: Partial<ImportOrder> = {}): Promise<readonly string[]> {
    return (await this.refusal(path, more)).map(faultText);
  }

  /** How many rows there are of what an import can leave. */
  async counts(): Promise<Record<string, number>> {
    const counted = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
    return (await this.whole.rows<Record<string, number>>(`select ${counted}`))[0] ?? {};
  }

  private runAs(account: Account, path: string, more: Partial<ImportOrder>): Promise<ImportResult> {
    const order = { path, source: 'Provet', ...STRICTLY, ...more };
    return this.whole.app.get(ImportFigures).import(actingNow(account, this.whole.app.get(Moments)), order);
  }
}

async function accountOf(whole: WholeApplication, person: Person): Promise<Account> {
  const account = await whole.app.get(AccountQuery).byUsername(person);
  if (!account) throw new Error(`No account ${person}`);
  return account;
}
