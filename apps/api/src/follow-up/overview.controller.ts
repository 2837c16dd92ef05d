import { Controller, Get } from '@nestjs/common';
import { overview, type OverviewView } from '@slusen/contracts';
import type { SignedIn } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { Caller } from '../identity/session.guard.js';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { Returns } from '../platform/returns.js';
import { OverviewQuery } from './overview.query.js';

@Controller('api')
export class OverviewController {
  constructor(
    private readonly permissions: Permissions,
    private readonly query: OverviewQuery,
  ) {}

  @Get('overview')
  @Returns(overview)
  all(@Caller() caller: SignedIn, @Known() asOf: AsOf): Promise<OverviewView> {
    this.permissions.require(caller, 'overview.read');
    return this.query.run(asOf);
  }
}
