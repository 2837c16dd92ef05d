import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { existsSync } from 'node:fs';
import type { Subscription } from 'rxjs';
import { AuditTrail } from '../../identity/audit-trail.js';
import { Clock } from '../../platform/clock.js';
import { Settings } from '../../platform/settings.js';
import { statement, Statements } from '../../platform/statements.js';
import { outsideTransaction } from '../../platform/transactions.js';
import { headsFile, LATEST_HEAD, noteHead, type Head } from './head-lines.js';

const HEAD = statement({ name: 'heads.latest', text: LATEST_HEAD });
const EVERY_MS = 1000;
/** Longer than any transaction may take: what was sealed but is not there by then was undone. */
const MOST_ATTEMPTS = 600;

/**
 * Notes the head of the chain in a file of the data folder, at most once a second, after something was recorded. The head is read back, so
 * only what was committed is noted. A disk that fails is told of and stops nothing.
 */
@Injectable()
export class HeadsLog implements OnModuleDestroy {
  private readonly logger = new Logger('heads');
  private readonly subscription: Subscription;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  /** The last place sealed here, and the last one noted. */
  private awaited = 0;
  private noted = 0;
  private attempts = 0;

  constructor(
    audit: AuditTrail,
    private readonly settings: Settings,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {
    this.subscription = audit.sealed.subscribe(({ seq }) => {
      this.awaited = Math.max(this.awaited, seq);
      this.attempts = 0;
      // What is noted is read outside of the transaction that was sealed, which may still be undone.
      outsideTransaction(() => this.schedule());
    });
  }

  /**
   * Notes where the chain is now if nothing was ever noted here: the folder of an earlier version has no such file, and its history should not
   * have to wait for the next change. For the serving program only, since `verify` tells of a file that is gone.
   */
  async begin(): Promise<void> {
    if (!existsSync(headsFile(this.settings.config.dataDir))) await this.write();
  }

  async onModuleDestroy(): Promise<void> {
    this.subscription.unsubscribe();
    clearTimeout(this.timer);
    await this.writing;
    if (this.awaited > this.noted) await this.write();
  }

  private schedule(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.writing = this.write().finally(() => {
        this.timer = undefined;
        if (this.noted < this.awaited && ++this.attempts < MOST_ATTEMPTS) this.schedule();
      });
    }, EVERY_MS).unref();
  }

  private async write(): Promise<void> {
    try {
      const [head] = await this.statements.rows<Head>(HEAD);
      if (!head || head.seq <= this.noted) return;
      await noteHead(headsFile(this.settings.config.dataDir), { ...head, at: this.clock.now().toISOString(), isRestored: false });
      this.noted = head.seq;
    } catch (error) {
      this.logger.warn(`The head of the history could not be noted: ${(error as Error).message}`);
    }
  }
}
