import { Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { RoleMatrixQuery } from '../cooperation/role-matrix.query.js';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { PublicController } from '../platform/public-answer.js';
import { Settings } from '../platform/settings.js';
import { rolesCsv } from './roles-csv.js';

/** Who does what for which goal, as a file. */
@PublicController('api')
export class RolesFileController {
  constructor(
    private readonly matrix: RoleMatrixQuery,
    private readonly settings: Settings,
  ) {}

  @Get('roles.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="roller.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async file(@Known() asOf: AsOf): Promise<string> {
    return rolesCsv(await this.matrix.run(asOf), this.settings.licence);
  }
}
