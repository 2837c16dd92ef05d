import { Injectable } from '@nestjs/common';
import type { IsoDate, RoundsByDay } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import type { AsOf } from '../platform/as-of.js';
import { RoundMemory } from '../rounds/round-memory.js';
import { TaskAnswersQuery, type StandingAnswers } from './task-answers.query.js';

/** What says what is asked for, and until when: the day, the rounds besides the calendar of each indicator, and what was answered. */
export interface Asking {
  readonly today: IsoDate;
  readonly rounds: RoundsByDay;
  readonly answers: StandingAnswers;
}

/** Gathers what is asked for of indicators. */
@Injectable()
export class AskingQuery {
  constructor(
    private readonly rounds: RoundMemory,
    private readonly answers: TaskAnswersQuery,
  ) {}

  async of(indicators: readonly Indicator[], asOf: AsOf): Promise<Asking> {
    const [rounds, answers] = await Promise.all([this.rounds.byDay(asOf), this.answers.of(indicators)]);
    return { today: asOf.today, rounds, answers };
  }
}
