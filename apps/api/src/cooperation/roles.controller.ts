import { Get } from '@nestjs/common';
import { roleMatrix, type RoleMatrix } from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { PublicController } from '../platform/public-answer.js';
import { Returns } from '../platform/returns.js';
import { RoleMatrixQuery } from './role-matrix.query.js';

@PublicController('api/roles')
export class RolesController {
  constructor(private readonly matrix: RoleMatrixQuery) {}

  @Get()
  @Returns(roleMatrix)
  all(@Known() asOf: AsOf): Promise<RoleMatrix> {
    return this.matrix.run(asOf);
  }
}
