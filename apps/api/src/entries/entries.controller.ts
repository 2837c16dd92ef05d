import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  entryFigure,
  entryForm,
  entryStep,
  entryView,
  freeText,
  newEntry,
  ownIndicators,
  period,
  queueQuery,
  requiredText,
  reviewQueue,
  slug,
  taskList,
  type EntryFigure,
  type EntryForm,
  type EntryStep,
  type EntryView,
  type NewEntry,
  type OwnIndicators,
  type QueueQuery,
  type ReviewQueue,
  type TaskList,
} from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { Returns, ReturnsVersion } from '../platform/returns.js';
import { Settings } from '../platform/settings.js';
import { EntryDesk } from './entry-desk.js';
import { OwnIndicatorsQuery } from './own-indicators.query.js';
import { ReadEntry } from './read-entry.js';
import { RecordEntry } from './record-entry.js';
import { SaveEntry } from './save-entry.js';
import { StepEntry } from './step-entry.js';

const entryId = z.uuid();
const formQuery = z.strictObject({
  indicator: slug,
  period,
  territory: requiredText(20).optional(),
  breakdown: freeText(80).default(''),
});

/** Changes of entries. */
@Controller('api/entries')
export class EntriesController {
  constructor(
    private readonly recordEntry: RecordEntry,
    private readonly saveEntry: SaveEntry,
    private readonly stepEntry: StepEntry,
    private readonly readEntry: ReadEntry,
  ) {}

  @Post()
  @ReturnsVersion(entryView, 201)
  record(@ActingNow() acting: Acting, @IdempotencyKey() key: RequestKey, @Body({ schema: newEntry }) input: NewEntry): Promise<EntryView> {
    return this.recordEntry.record(acting, key, input);
  }

  @Get(':id')
  @ReturnsVersion(entryView)
  read(@ActingNow() acting: Acting, @Param('id', { schema: entryId }) id: string): Promise<EntryView> {
    return this.readEntry.read(acting, id);
  }

  @Put(':id')
  @ReturnsVersion(entryView)
  save(
    @ActingNow() acting: Acting,
    @Param('id', { schema: entryId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: entryFigure }) figure: EntryFigure,
  ): Promise<EntryView> {
    return this.saveEntry.save(acting, { id, version }, figure);
  }

  @Post(':id/steps')
  @ReturnsVersion(entryView)
  step(
    @ActingNow() acting: Acting,
    @Param('id', { schema: entryId }) id: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: entryStep }) step: EntryStep,
  ): Promise<EntryView> {
    return this.stepEntry.take(acting, { id, version, key }, step);
  }
}

/** What reporters and reviewers have before them. */
@Controller('api')
export class EntryDeskController {
  constructor(
    private readonly desk: EntryDesk,
    private readonly indicators: OwnIndicatorsQuery,
    private readonly settings: Settings,
  ) {}

  @Get('tasks')
  @Returns(taskList)
  listTasks(@ActingNow() acting: Acting): Promise<TaskList> {
    return this.desk.tasksOf(acting);
  }

  @Get('own-indicators')
  @Returns(ownIndicators)
  listIndicators(@ActingNow() acting: Acting): Promise<OwnIndicators> {
    return this.indicators.own(acting);
  }

  @Get('entry-form')
  @Returns(entryForm)
  form(@ActingNow() acting: Acting, @Query({ schema: formQuery }) query: z.output<typeof formQuery>): Promise<EntryForm> {
    return this.desk.formFor(acting, { ...query, territory: query.territory ?? this.settings.territory });
  }

  @Get('review-queue')
  @Returns(reviewQueue)
  review(@ActingNow() acting: Acting, @Query({ schema: queueQuery }) query: QueueQuery): Promise<ReviewQueue> {
    return this.desk.queueOf(acting, query);
  }
}
