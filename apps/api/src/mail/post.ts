import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, type Instant, type MailContent, type MailKind } from '@slusen/domain';
import type { Repository } from 'typeorm';
import { Jobs } from '../jobs/jobs.js';
import { Clock } from '../platform/clock.js';
import { MailRow } from './mail.row.js';

/** A mail to somebody with an account, with a link in it that works until a moment. */
export interface NewMail extends MailContent {
  readonly kind: MailKind;
  readonly accountId: string;
  readonly address: string;
  readonly usefulUntil: Instant;
}

/** A line end in a header would begin another header: more receivers, another sender. */
const BREAKS_OUT = /\p{Cc}/u;

/** Takes mails: each is sent once the transaction that it follows from is committed. */
@Injectable()
export class Post {
  constructor(
    @InjectRepository(MailRow) private readonly mails: Repository<MailRow>,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Within a transaction. Throws `mail.header-broken`. */
  async ask({ usefulUntil, ...mail }: NewMail): Promise<void> {
    if (BREAKS_OUT.test(mail.address) || BREAKS_OUT.test(mail.subject)) throw new DomainError('mail.header-broken');
    const { identifiers } = await this.mails.insert({ ...mail, usefulUntil: new Date(usefulUntil), createdAt: this.clock.now() });
    await this.jobs.ask('mail.send', { mail: String(identifiers[0]?.['id']) });
  }
}
