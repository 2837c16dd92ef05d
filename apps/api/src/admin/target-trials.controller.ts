import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { targetTrial, triedTarget, type TargetTrial, type TriedTarget } from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { Returns } from '../platform/returns.js';
import { TargetTrialQuery } from './target-trial.query.js';

/** What a target would mean, before anybody decides it: nothing is stored. */
@Controller('api/admin/target-trials')
export class TargetTrialsController {
  constructor(
    private readonly trials: TargetTrialQuery,
    private readonly permissions: Permissions,
  ) {}

  @Post()
  @HttpCode(200)
  @Returns(targetTrial)
  attempt(@ActingNow() { account, asOf }: Acting, @Body({ schema: triedTarget }) tried: TriedTarget): Promise<TargetTrial> {
    this.permissions.require(account, 'target.decide');
    return this.trials.run(tried, asOf);
  }
}
