import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  gridDrafts,
  gridQuery,
  gridResults,
  gridSubmission,
  gridView,
  type GridDrafts,
  type GridRange,
  type GridResults,
  type GridSubmission,
  type GridView,
} from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { IdempotencyKey, type RequestKey } from '../platform/preconditions.js';
import { Returns } from '../platform/returns.js';
import { GridQuery } from './grid.query.js';
import { SaveGrid } from './save-grid.js';
import { SubmitGrid } from './submit-grid.js';

/** Many figures at once: indicators by periods, as in a spreadsheet. */
@Controller('api/grid')
export class GridController {
  constructor(
    private readonly permissions: Permissions,
    private readonly grid: GridQuery,
    private readonly saveGrid: SaveGrid,
    private readonly submitGrid: SubmitGrid,
  ) {}

  @Get()
  @Returns(gridView)
  read(@ActingNow() acting: Acting, @Query({ schema: gridQuery }) range: GridRange): Promise<GridView> {
    this.permissions.require(acting.account, 'task.read');
    return this.grid.of(acting, range);
  }

  @Post('drafts')
  @Returns(gridResults)
  save(
    @ActingNow() acting: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: gridDrafts }) { cells }: GridDrafts,
  ): Promise<GridResults> {
    return this.saveGrid.save(acting, key, cells);
  }

  @Post('submissions')
  @Returns(gridResults)
  submit(
    @ActingNow() acting: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: gridSubmission }) submission: GridSubmission,
  ): Promise<GridResults> {
    return this.submitGrid.submit(acting, key, submission);
  }
}
