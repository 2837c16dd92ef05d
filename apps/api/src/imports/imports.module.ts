import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { CreateNewcomers } from './create-newcomers.js';
import { ImportFigures } from './import-figures.js';
import { ImportRegister } from './import-register.js';
import { PublishFigures } from './publish-figures.js';
import { UploadHandlers } from './upload-handlers.js';

@Module({
  imports: [IndicatorsModule, OrganisationModule],
  providers: [CreateNewcomers, ImportFigures, ImportRegister, PublishFigures, UploadHandlers],
  exports: [ImportFigures, UploadHandlers],
})
export class ImportsModule {}
