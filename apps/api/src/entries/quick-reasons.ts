import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { QuickReasons } from '@slusen/contracts';
import type { Repository } from 'typeorm';
import type { Account } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { QuickReasonsRow } from './quick-reasons.row.js';

/** What each reviewer often writes when something is sent back. */
@Injectable()
export class OwnQuickReasons {
  constructor(
    @InjectRepository(QuickReasonsRow) private readonly rows: Repository<QuickReasonsRow>,
    private readonly permissions: Permissions,
  ) {}

  async own(account: Account): Promise<QuickReasons> {
    this.permissions.require(account, 'queue.own-reasons');
    return { reasons: (await this.rows.findOneBy({ accountId: account.id }))?.reasons ?? [] };
  }

  /** Keeps the list as it is given, each reason once. */
  async keep(account: Account, { reasons }: QuickReasons): Promise<QuickReasons> {
    this.permissions.require(account, 'queue.own-reasons');
    await this.rows.upsert({ accountId: account.id, reasons: [...new Set(reasons)] }, ['accountId']);
    return this.own(account);
  }
}
