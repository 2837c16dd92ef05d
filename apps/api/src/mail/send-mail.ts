import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Jobs } from '../jobs/jobs.js';
import { Clock } from '../platform/clock.js';
import { MailRow } from './mail.row.js';
import { MailServer } from './mail-server.js';

/** What a server says may be a page long. */
const MOST_TOLD = 500;

/** Sends a mail, and forgets its text once it is sent. Without a mail server it waits for an administrator. */
@Injectable()
export class SendMail implements OnModuleInit {
  constructor(
    @InjectRepository(MailRow) private readonly mails: Repository<MailRow>,
    private readonly server: MailServer,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('mail.send', ({ mail }) => this.send(mail));
  }

  private async send(id: string): Promise<void> {
    if (!this.server.isThere) return void (await this.mails.update({ id }, { isKept: true }));
    const mail = await this.mails.findOneBy({ id });
    const now = this.clock.now();
    if (!mail || mail.sentAt || mail.text === null || mail.usefulUntil <= now) return;
    try {
      await this.server.deliver(mail);
    } catch (error) {
      await this.mails.update({ id }, { problem: (error as Error).message.slice(0, MOST_TOLD) });
      throw error;
    }
    await this.mails.update({ id }, { sentAt: this.clock.now(), text: null, problem: null });
  }
}
