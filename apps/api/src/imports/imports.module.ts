import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { ImportFigures } from './import-figures.js';
import { ImportRegister } from './import-register.js';

@Module({ imports: [IndicatorsModule], providers: [ImportFigures, ImportRegister], exports: [ImportFigures] })
export class ImportsModule {}
