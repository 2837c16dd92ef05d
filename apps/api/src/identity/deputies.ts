import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { DeputyPeriod } from '@slusen/domain';
import { LessThanOrEqual, MoreThanOrEqual, type Repository } from 'typeorm';
import { DeputyRow } from './deputy.row.js';

/** Who is to stand in for whom. */
export interface NamedDeputy extends DeputyPeriod {
  readonly account: string;
  readonly deputy: string;
}

/** Who stands in for whom; `heldRoles` reads what follows from it. */
@Injectable()
export class Deputies {
  constructor(@InjectRepository(DeputyRow) private readonly rows: Repository<DeputyRow>) {}

  /** Whether the deputy stands in for the person already on one of the days. */
  isNamed({ account: accountId, deputy: deputyId, from, to }: NamedDeputy): Promise<boolean> {
    return this.rows.existsBy({ accountId, deputyId, validFrom: LessThanOrEqual(to), validTo: MoreThanOrEqual(from) });
  }

  /** Whether somebody else stands in for the person on one of the days. */
  isAway(accountId: string, { from, to }: DeputyPeriod): Promise<boolean> {
    return this.rows.existsBy({ accountId, validFrom: LessThanOrEqual(to), validTo: MoreThanOrEqual(from) });
  }

  async add({ account: accountId, deputy: deputyId, from, to }: NamedDeputy): Promise<number> {
    const { identifiers } = await this.rows.insert({ accountId, deputyId, validFrom: from, validTo: to });
    return Number(identifiers[0]?.['id']);
  }

  /** The row that was there, or nothing. */
  async remove(accountId: string, id: number): Promise<DeputyRow | null> {
    const row = await this.rows.findOneBy({ id, accountId });
    if (row) await this.rows.delete({ id });
    return row;
  }
}
