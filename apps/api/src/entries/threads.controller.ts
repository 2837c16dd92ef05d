import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  newMessage,
  openQuestions,
  thread,
  threadQuery,
  writtenMessage,
  type NewMessage,
  type OpenQuestions,
  type Thread,
  type ThreadQuery,
  type WrittenMessage,
} from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { IdempotencyKey, type RequestKey } from '../platform/preconditions.js';
import { Returns } from '../platform/returns.js';
import { ReadThread } from './read-thread.js';
import { WriteMessage } from './write-message.js';

/** What officials ask and answer about figures; never public. */
@Controller('api/threads')
export class ThreadsController {
  constructor(
    private readonly readThread: ReadThread,
    private readonly writeMessage: WriteMessage,
  ) {}

  @Get()
  @Returns(thread)
  read(@ActingNow() acting: Acting, @Query({ schema: threadQuery }) query: ThreadQuery): Promise<Thread> {
    return this.readThread.of(acting, query);
  }

  @Get('questions')
  @Returns(openQuestions)
  questions(@ActingNow() acting: Acting): Promise<OpenQuestions> {
    return this.readThread.questionsTo(acting);
  }

  @Post()
  @Returns(writtenMessage, 201)
  write(
    @ActingNow() acting: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: newMessage }) sent: NewMessage,
  ): Promise<WrittenMessage> {
    return this.writeMessage.write(acting, key, sent);
  }
}
