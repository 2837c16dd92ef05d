import { Module } from '@nestjs/common';
import { CooperationModule } from '../cooperation/cooperation.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PublicPagesModule } from '../public-pages/public-pages.module.js';
import { ChartImageController } from './chart-image/chart-image.controller.js';
import { ReleaseCalendarFileController } from './release-calendar-file.controller.js';
import { RevisionsController } from './revisions.controller.js';
import { RolesFileController } from './roles-file.controller.js';
import { SeriesController } from './series.controller.js';
import { SeriesViewQuery } from './series-view.query.js';

/** What machines read. A picture draws what the indicator's page says, so pages stand to the left. */
@Module({
  imports: [CooperationModule, IndicatorsModule, OrganisationModule, PublicPagesModule],
  controllers: [RolesFileController, ChartImageController, ReleaseCalendarFileController, RevisionsController, SeriesController],
  providers: [SeriesViewQuery],
  exports: [SeriesViewQuery],
})
export class OpenDataModule {}
