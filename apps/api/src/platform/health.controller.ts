import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import * as z from 'zod';
import { Public } from './public.js';
import { Returns } from './returns.js';

const health = z.object({ status: z.literal('ok') });

@ApiExcludeController()
@Controller()
@Public()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process answers. */
  @Get('live')
  @Header('cache-control', 'no-store')
  @Returns(health)
  live(): z.input<typeof health> {
    return { status: 'ok' };
  }

  /** The database answers too (else 503 by the problem filter). */
  @Get('ready')
  @Header('cache-control', 'no-store')
  @Returns(health)
  async ready(): Promise<z.input<typeof health>> {
    await this.dataSource.query('select 1');
    return { status: 'ok' };
  }
}
