import { Controller, Get, Param } from '@nestjs/common';
import { roundPeriod, roundProgress, type RoundProgress } from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Returns } from '../platform/returns.js';
import { RoundProgressQuery } from './round-progress.query.js';

/** How far a round has come. */
@Controller('api/rounds/:period/progress')
export class RoundProgressController {
  constructor(private readonly progress: RoundProgressQuery) {}

  @Get()
  @Returns(roundProgress)
  of(@ActingNow() acting: Acting, @Param('period', { schema: roundPeriod }) period: string): Promise<RoundProgress> {
    return this.progress.of(acting, period);
  }
}
