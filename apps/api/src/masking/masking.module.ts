import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HidePlaces } from './hide-places.js';
import { LiftMasking } from './lift-masking.js';
import { MaskedLines } from './masked-lines.js';
import { MaskedReading } from './masked-reading.js';
import { MaskingController } from './masking.controller.js';
import { MaskingQuery } from './masking.query.js';
import { MaskingRepository } from './masking.repository.js';
import { MaskingRow } from './masking.row.js';
import { Masks } from './masks.js';

/** Part of every program that reads what is public. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([MaskingRow])],
  controllers: [MaskingController],
  providers: [HidePlaces, LiftMasking, MaskedLines, MaskedReading, MaskingQuery, MaskingRepository, Masks],
  exports: [HidePlaces, LiftMasking, MaskingQuery, MaskingRepository, Masks],
})
export class MaskingModule {}
