import { Body, Controller, Param, Post } from '@nestjs/common';
import { newTaskAnswer, taskAnswerView, timeDecision, type NewTaskAnswer, type TaskAnswerView, type TimeDecision } from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { IdempotencyKey, type RequestKey } from '../platform/preconditions.js';
import { Returns } from '../platform/returns.js';
import { AnswerTask } from './answer-task.js';
import { DecideTime } from './decide-time.js';

/** What is said of tasks instead of a figure. */
@Controller('api/tasks/answers')
export class TaskAnswersController {
  constructor(
    private readonly answerTask: AnswerTask,
    private readonly decideTime: DecideTime,
  ) {}

  @Post()
  @Returns(taskAnswerView, 201)
  answer(
    @ActingNow() acting: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: newTaskAnswer }) sent: NewTaskAnswer,
  ): Promise<TaskAnswerView> {
    return this.answerTask.answer(acting, key, sent);
  }

  @Post(':id/decision')
  @Returns(taskAnswerView, 201)
  decide(
    @ActingNow() acting: Acting,
    @Param('id', { schema: z.coerce.number().pipe(z.int().min(1).max(2_147_483_647)) }) id: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: timeDecision }) sent: TimeDecision,
  ): Promise<TaskAnswerView> {
    return this.decideTime.decide(acting, { id, key }, sent);
  }
}
