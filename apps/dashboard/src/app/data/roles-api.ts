import { Injectable } from '@angular/core';
import type { RoleMatrix } from '@slusen/contracts';
import { reading, type Reading } from './reading.js';

/** Who does what for which goal, in one table. The reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class RolesApi {
  matrix(): Reading<RoleMatrix> {
    return reading<RoleMatrix>(() => '/api/roles');
  }
}
