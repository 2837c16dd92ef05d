import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { newDeputy, person, type NewDeputy, type Person } from '@slusen/contracts';
import * as z from 'zod';
import type { SignedIn } from '../identity/account.js';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Caller } from '../identity/session.guard.js';
import { IfMatch } from '../platform/preconditions.js';
import { ReturnsVersion } from '../platform/returns.js';
import { NameDeputy } from './name-deputy.js';
import { PersonQuery } from './person.query.js';

const accountId = z.uuid();

/** Who stands in for somebody who is away. */
@Controller('api/admin/people/:id/deputies')
export class DeputiesController {
  constructor(
    private readonly deputies: NameDeputy,
    private readonly people: PersonQuery,
  ) {}

  /** Sent twice, the second one finds another version of the person. */
  @Post()
  @ReturnsVersion(person, 201)
  async name(
    @Caller() by: SignedIn,
    @ActingNow() acting: Acting,
    @Param('id', { schema: accountId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: newDeputy }) sent: NewDeputy,
  ): Promise<Person> {
    await this.deputies.name(acting, { id, version }, sent);
    return this.people.read(by, id);
  }

  @Delete(':deputy')
  @HttpCode(204)
  end(
    @ActingNow() acting: Acting,
    @Param('id', { schema: accountId }) id: string,
    @Param('deputy', { schema: z.coerce.number().pipe(z.int().min(1).max(2_147_483_647)) }) deputy: number,
  ): Promise<void> {
    return this.deputies.end(acting, id, deputy);
  }
}
