import { Controller, Get, Header, Logger } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError } from '@slusen/domain';
import * as z from 'zod';
import { Clock } from './clock.js';
import { Public } from './public.js';
import { Readiness } from './readiness.js';
import { Returns } from './returns.js';
import { Transactions } from './transactions.js';

const alive = z.object({ status: z.literal('ok') });
const ready = alive.extend({ details: z.record(z.string(), z.record(z.string(), z.string())) });

/** Further apart than this, what was recorded would stand at another time than when it happened. */
const CLOCKS_APART_MS = 5000;
/** More rows than fit in so little memory, so that the database has to write them to its disk, which a full one refuses. */
const ON_DISK = `select clock_timestamp() as now, (select count(*) from generate_series(1, 20000)) as rows`;

@ApiExcludeController()
@Controller()
@Public()
export class HealthController {
  private readonly logger = new Logger('health');

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly readiness: Readiness,
  ) {}

  /** The process answers. */
  @Get('live')
  @Header('cache-control', 'no-store')
  @Returns(alive)
  live(): z.input<typeof alive> {
    return { status: 'ok' };
  }

  /** The database answers too, has room on its disk and goes by the same clock (else 503); and how goes what works by itself. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  @Returns(ready)
  async ready(): Promise<z.input<typeof ready>> {
    const before = this.clock.now().getTime();
    const there = await this.databaseTime();
    const after = this.clock.now().getTime();
    const apart = Math.max(before - there, there - after);
    if (apart > CLOCKS_APART_MS) {
      this.logger.error(`The clocks of the program and the database are ${Math.round(apart / 1000)} s apart; set both by the same source.`);
      throw new DomainError('service.unavailable', {});
    }
    return { status: 'ok', details: await this.readiness.details() };
  }

  private databaseTime(): Promise<number> {
    return this.transactions.run(async () => {
      const client = await this.transactions.connection();
      await client.query(`set local work_mem = '64kB'`);
      const { rows } = await client.query<{ now: Date }>(ON_DISK);
      return rows[0]?.now.getTime() ?? NaN;
    });
  }
}
