import { Module } from '@nestjs/common';
import { RoundClock } from './round-clock.js';
import { RoundsModule } from './rounds.module.js';

/** The serving program's own rounds, every day: commands ask for none. */
@Module({ imports: [RoundsModule], providers: [RoundClock] })
export class RoundClockModule {}
