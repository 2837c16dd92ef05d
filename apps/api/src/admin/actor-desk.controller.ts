import { Body, Controller, Post } from '@nestjs/common';
import { newActor, reference, type NewActor, type Reference } from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { IdempotencyKey, type RequestKey } from '../platform/preconditions.js';
import { Returns } from '../platform/returns.js';
import { ActorDesk } from './actor-desk.js';

/** Who does something for a goal or answers for figures, as they are added. */
@Controller('api/admin/actors')
export class ActorDeskController {
  constructor(private readonly desk: ActorDesk) {}

  @Post()
  @Returns(reference, 201)
  add(@ActingNow() { account }: Acting, @IdempotencyKey() key: RequestKey, @Body({ schema: newActor }) sent: NewActor): Promise<Reference> {
    return this.desk.add(account, key, sent);
  }
}
