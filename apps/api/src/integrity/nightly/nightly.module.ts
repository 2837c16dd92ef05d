import { Module } from '@nestjs/common';
import { NightlyRound } from './nightly-round.js';

/** The serving program's own copy and check, every night. */
@Module({ providers: [NightlyRound] })
export class NightlyModule {}
