import { Injectable } from '@nestjs/common';
import {
  addDays,
  approvedMail,
  askedMail,
  endOfStockholmDay,
  fileMail,
  reminderMail,
  returnedMail,
  timeDecidedMail,
  type AskedMail,
  type DecidedTime,
  type FigureInMail,
  type IsoDate,
} from '@slusen/domain';
import type { SaidMessage } from '../entries/message-handlers.js';
import type { ReviewedUpload } from '../imports/upload-handlers.js';
import { Post } from '../mail/post.js';
import { Clock } from '../platform/clock.js';
import { Settings } from '../platform/settings.js';
import { statement, Statements } from '../platform/statements.js';
import { Transactions } from '../platform/transactions.js';
import type { DueReminder } from './day-of-reminders.js';
import type { Addressed } from './reminded-people.query.js';

const CLAIM = statement({
  name: 'reminder.claim',
  text: 'insert into reminded_day (account_id, day) values ($1, $2) on conflict do nothing returning day',
});
const PAGES = { tasks: '/mina-uppgifter', choice: '/konto', review: '/granskning' };
/** What was said to somebody about a figure. */
type ToldMessage = Omit<AskedMail, 'figure' | 'address'> & Pick<SaidMessage, 'desk'>;

/** For how many days what came back or was approved is news. */
const NEWS_DAYS = 7;

/** Puts what is to be said into mails. */
@Injectable()
export class ReminderPost {
  constructor(
    private readonly post: Post,
    private readonly statements: Statements,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** One message for each person and day: a second one asked for is none. It is of use until the next. */
  async remind({ id, name, email }: Addressed, { figures, queue }: DueReminder, day: IsoDate): Promise<void> {
    const { publicUrl } = this.settings.config;
    const [tasksAddress, choiceAddress] = [PAGES.tasks, PAGES.choice].map((path) => String(new URL(path, publicUrl))) as [string, string];
    const content = reminderMail({ name, figures, queue, tasksAddress, choiceAddress });
    await this.transactions.run(async () => {
      if ((await this.statements.rows(CLAIM, [id, day])).length === 0) return;
      const usefulUntil = endOfStockholmDay(addDays(day, 1));
      await this.post.ask({ kind: 'reminder', accountId: id, address: email, usefulUntil, ...content });
    });
  }

  /** Within the transaction in which it came back. */
  async returned(to: Addressed, figure: FigureInMail, reason: string): Promise<void> {
    await this.tell(to, 'returned', returnedMail(to.name, { figure, reason }));
  }

  /** Within the transaction in which it was approved. */
  async approved(to: Addressed, figure: FigureInMail): Promise<void> {
    await this.tell(to, 'approved', approvedMail(to.name, figure));
  }

  /** Within the transaction in which it became so. */
  async file(to: Addressed, { id, file, became, reason }: ReviewedUpload): Promise<void> {
    const address = String(new URL(`/importera/${id}`, this.settings.config.publicUrl));
    await this.tell(
      to,
      became === 'published' ? 'approved' : 'returned',
      fileMail(to.name, { file: file.replace(/\p{C}/gu, ' '), became, reason, address }),
    );
  }

  /** Within the transaction in which it was decided. */
  async timeDecided(to: Addressed, decided: DecidedTime): Promise<void> {
    await this.tell(to, 'time-decided', timeDecidedMail(to.name, decided));
  }

  /** Within the transaction in which it was said. */
  async asked(to: Addressed, figure: FigureInMail, { desk, ...said }: ToldMessage): Promise<void> {
    const address = String(new URL(PAGES[desk], this.settings.config.publicUrl));
    await this.tell(to, 'asked', askedMail(to.name, { ...said, figure, address }));
  }

  private async tell(
    { id, email }: Addressed,
    kind: 'returned' | 'approved' | 'time-decided' | 'asked',
    content: ReturnType<typeof returnedMail>,
  ): Promise<void> {
    const usefulUntil = endOfStockholmDay(addDays(this.clock.today(), NEWS_DAYS));
    await this.post.ask({ kind, accountId: id, address: email, usefulUntil, ...content });
  }
}
