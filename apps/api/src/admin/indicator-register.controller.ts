import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { indicatorRegister, type IndicatorRegister } from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { Returns } from '../platform/returns.js';
import { registerCsv } from './indicator-register-csv.js';
import { IndicatorRegisterQuery } from './indicator-register.query.js';

/** The list of indicators as administrators and strategists keep it. */
@Controller('api/admin')
export class IndicatorRegisterController {
  constructor(
    private readonly register: IndicatorRegisterQuery,
    private readonly permissions: Permissions,
  ) {}

  @Get('indicators')
  @Returns(indicatorRegister)
  read(@ActingNow() { account, asOf }: Acting): Promise<IndicatorRegister> {
    this.permissions.require(account, 'definition.revise');
    return this.register.run(asOf);
  }

  @Get('indicators.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'The same as a file for Swedish Excel.', schema: { type: 'string' } })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="indikatorer.csv"')
  async file(@ActingNow() acting: Acting): Promise<string> {
    return registerCsv(await this.read(acting));
  }
}
