import { Module } from '@nestjs/common';
import { ReorganisationRound } from './reorganisation-round.js';
import { ReorganisingModule } from './reorganising.module.js';

/** What the serving program does by itself on the day of a planned reorganisation. */
@Module({ imports: [ReorganisingModule], providers: [ReorganisationRound] })
export class ReorganisationRoundModule {}
