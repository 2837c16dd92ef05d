import { Module } from '@nestjs/common';
import { NightlyProcess } from './nightly-process.js';
import { NightlyRound } from './nightly-round.js';
import { NightlyStanding } from './nightly-standing.js';

/** The serving program's own copy and check, every night. */
@Module({ providers: [NightlyProcess, NightlyRound, NightlyStanding] })
export class NightlyModule {}
