import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { CreateMissing } from './create-missing.js';
import { ImportFigures } from './import-figures.js';
import { ImportRegister } from './import-register.js';

@Module({
  imports: [IndicatorsModule, OrganisationModule],
  providers: [CreateMissing, ImportFigures, ImportRegister],
  exports: [ImportFigures],
})
export class ImportsModule {}
