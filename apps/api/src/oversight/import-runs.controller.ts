import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  importRunList,
  importRunQuery,
  importRunView,
  type ImportRunList,
  type ImportRunQuery,
  type ImportRunView,
} from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Returns } from '../platform/returns.js';
import { ImportRunsQuery } from './import-runs.query.js';

/** Files of figures that were read in, and what each brought. */
@Controller('api/admin/imports')
export class ImportRunsController {
  constructor(private readonly runs: ImportRunsQuery) {}

  @Get()
  @Returns(importRunList)
  list(@ActingNow() acting: Acting, @Query({ schema: importRunQuery }) query: ImportRunQuery): Promise<ImportRunList> {
    return this.runs.list(acting, query);
  }

  @Get(':id')
  @Returns(importRunView)
  one(
    @ActingNow() acting: Acting,
    @Param('id', { schema: z.coerce.number().pipe(z.int().min(1).max(2_147_483_647)) }) id: number,
  ): Promise<ImportRunView> {
    return this.runs.one(acting, id);
  }
}
