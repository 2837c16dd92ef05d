import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { EntriesController, EntryDeskController } from './entries.controller.js';
import { EntryDesk } from './entry-desk.js';
import { EntryFormQuery } from './entry-form.query.js';
import { GridAsideQuery } from './grid-aside.query.js';
import { GridCellWriter } from './grid-cell-writer.js';
import { GridUnderwayQuery } from './grid-underway.query.js';
import { GridController } from './grid.controller.js';
import { GridPlacesQuery } from './grid-places.query.js';
import { GridQuery } from './grid.query.js';
import { GridSeriesQuery } from './grid-series.query.js';
import { SaveGrid } from './save-grid.js';
import { SubmitGrid } from './submit-grid.js';
import { FormEntryQuery } from './form-entry.query.js';
import { FormGoalsQuery } from './form-goals.query.js';
import { FormSeriesQuery } from './form-series.query.js';
import { EntryPublisher } from './entry-publisher.js';
import { EntryViewQuery } from './entry-view.query.js';
import { AttachFile } from './attach-file.js';
import { AttachmentRepository } from './attachment.repository.js';
import { AttachmentRow } from './attachment.row.js';
import { AttachmentsController } from './attachments.controller.js';
import { ChangeDraft } from './change-draft.js';
import { EntryChanges } from './entry-changes.js';
import { EntryPlaces } from './entry-places.js';
import { EntryRepository } from './entry.repository.js';
import { OwnIndicatorsQuery } from './own-indicators.query.js';
import { KeptBackQuery } from './kept-back.query.js';
import { PlausibilityQuery } from './plausibility.query.js';
import { MessageHandlers } from './message-handlers.js';
import { MessageRecords } from './message-records.js';
import { ReadThread } from './read-thread.js';
import { ThreadFigures } from './thread-figures.js';
import { ThreadsController } from './threads.controller.js';
import { ThreadsQuery } from './threads.query.js';
import { WriteMessage } from './write-message.js';
import { OwnHistoryQuery } from './own-history.query.js';
import { WorkFilesController } from './work-files.controller.js';
import { OwnQuickReasons } from './quick-reasons.js';
import { QuickReasonsController } from './quick-reasons.controller.js';
import { QuickReasonsRow } from './quick-reasons.row.js';
import { ReadEntry } from './read-entry.js';
import { RecordEntry } from './record-entry.js';
import { ReporterDesk } from './reporter-desk.js';
import { ReviewQueueQuery } from './review-queue.query.js';
import { AnswerTask } from './answer-task.js';
import { AskingQuery } from './asking.query.js';
import { DecideTime } from './decide-time.js';
import { TaskAnswersController } from './task-answers.controller.js';
import { TaskAnswerRecords } from './task-answer-records.js';
import { TaskAnswersQuery } from './task-answers.query.js';
import { SaveEntry } from './save-entry.js';
import { StatusEffectsQuery } from './status-effects.query.js';
import { StepHandlers } from './step-handlers.js';
import { TimeHandlers } from './time-handlers.js';
import { StepEntry } from './step-entry.js';
import { RoundProgressController } from './round-progress.controller.js';
import { RoundPeopleQuery } from './round-people.query.js';
import { RoundProgressQuery } from './round-progress.query.js';
import { SeriesPlacesQuery } from './series-places.query.js';
import { AwaitedTasksQuery } from './awaited-tasks.query.js';
import { RecordedPeriodsQuery } from './recorded-periods.query.js';
import { WaitingLinesQuery } from './waiting-lines.query.js';
import { TaskListQuery } from './task-list.query.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([AttachmentRow, QuickReasonsRow]),
    FollowUpModule,
    IndicatorsModule,
    RoundsModule,
    StrategyModule,
    TargetsModule,
  ],
  controllers: [
    AttachmentsController,
    EntriesController,
    EntryDeskController,
    GridController,
    QuickReasonsController,
    RoundProgressController,
    TaskAnswersController,
    ThreadsController,
    WorkFilesController,
  ],
  providers: [
    AttachFile,
    AttachmentRepository,
    ChangeDraft,
    AnswerTask,
    AskingQuery,
    DecideTime,
    TaskAnswerRecords,
    TaskAnswersQuery,
    EntryDesk,
    EntryPublisher,
    EntryFormQuery,
    EntryRepository,
    EntryViewQuery,
    EntryChanges,
    EntryPlaces,
    FormEntryQuery,
    FormGoalsQuery,
    FormSeriesQuery,
    OwnIndicatorsQuery,
    MessageHandlers,
    MessageRecords,
    OwnHistoryQuery,
    OwnQuickReasons,
    ReadThread,
    ThreadFigures,
    ThreadsQuery,
    WriteMessage,
    GridAsideQuery,
    GridCellWriter,
    GridPlacesQuery,
    GridQuery,
    GridSeriesQuery,
    GridUnderwayQuery,
    SaveGrid,
    SubmitGrid,
    KeptBackQuery,
    PlausibilityQuery,
    ReadEntry,
    RecordEntry,
    ReporterDesk,
    ReviewQueueQuery,
    SaveEntry,
    StatusEffectsQuery,
    StepEntry,
    StepHandlers,
    TimeHandlers,
    AwaitedTasksQuery,
    RecordedPeriodsQuery,
    RoundPeopleQuery,
    RoundProgressQuery,
    SeriesPlacesQuery,
    TaskListQuery,
    WaitingLinesQuery,
  ],
  exports: [AwaitedTasksQuery, EntryDesk, EntryRepository, MessageHandlers, StepHandlers, TimeHandlers, RecordEntry, SaveEntry, StepEntry],
})
export class EntriesModule {}
