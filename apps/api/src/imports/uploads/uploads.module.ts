import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportRunRow } from '../../observations/import-run.row.js';
import { IndicatorsModule } from '../../indicators/indicators.module.js';
import { ImportsModule } from '../imports.module.js';
import { ImportSourceRow } from './import-source.row.js';
import { ImportSources } from './import-sources.js';
import { ImportUploadRowRow } from './import-upload-row.row.js';
import { ImportUploadRow } from './import-upload.row.js';
import { ImportSourcesController, ImportsController } from './imports.controller.js';
import { PreviewQuery } from './preview.query.js';
import { CheckUpload } from './check-upload.js';
import { PublishUpload } from './publish-upload.js';
import { SendUpload } from './send-upload.js';
import { UploadBench } from './upload-bench.js';
import { UploadClock } from './upload-clock.js';
import { UploadDesk } from './upload-desk.js';
import { UploadSteps } from './upload-steps.js';
import { UploadViews } from './upload-views.js';
import { UploadWork } from './upload-work.js';
import { WithdrawRun } from './withdraw-run.js';

/** Files that are sent by the page: their work is done by jobs, which commands ask for none of. */
@Module({
  imports: [
    ImportsModule,
    IndicatorsModule,
    TypeOrmModule.forFeature([ImportRunRow, ImportSourceRow, ImportUploadRow, ImportUploadRowRow]),
  ],
  controllers: [ImportSourcesController, ImportsController],
  providers: [
    CheckUpload,
    ImportSources,
    PreviewQuery,
    PublishUpload,
    SendUpload,
    UploadBench,
    UploadClock,
    UploadDesk,
    UploadSteps,
    UploadViews,
    UploadWork,
    WithdrawRun,
  ],
})
export class UploadsModule {}
