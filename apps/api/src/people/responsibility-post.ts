import { Injectable } from '@nestjs/common';
import { addDays, deputyMail, endOfStockholmDay, handOverMail, type DeputyMail, type HandOverMail } from '@slusen/domain';
import { Post, type NewMail } from '../mail/post.js';
import { Settings } from '../platform/settings.js';

/** Whom a mail is for; without an address nothing is written. */
interface Receiver {
  readonly id: string;
  readonly name: string;
  readonly email?: string | null | undefined;
}

/** Where everything that is to be done stands. */
const TASKS = '/mina-uppgifter';
/** For how many days after the first one it is news that something was taken over. */
const NEWS_DAYS = 14;

/** Writes to people about what they answer for from now on. */
@Injectable()
export class ResponsibilityPost {
  constructor(
    private readonly post: Post,
    private readonly settings: Settings,
  ) {}

  /** In a transaction: to whoever is to stand in. */
  async deputy(to: Receiver, named: Omit<DeputyMail, 'name' | 'address'>): Promise<void> {
    await this.write(to, { kind: 'deputy', usefulUntil: endOfStockholmDay(named.to), ...deputyMail({ ...named, ...this.places(to) }) });
  }

  /** In a transaction: to whoever takes over. */
  async handedOver(to: Receiver, received: Omit<HandOverMail, 'name' | 'address'>): Promise<void> {
    const usefulUntil = endOfStockholmDay(addDays(received.day, NEWS_DAYS));
    await this.write(to, { kind: 'handed-over', usefulUntil, ...handOverMail({ ...received, ...this.places(to) }) });
  }

  private places({ name }: Receiver): { readonly name: string; readonly address: string } {
    return { name, address: String(new URL(TASKS, this.settings.config.publicUrl)) };
  }

  private async write({ id, email }: Receiver, mail: Omit<NewMail, 'accountId' | 'address'>): Promise<void> {
    if (email) await this.post.ask({ accountId: id, address: email, ...mail });
  }
}
