import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { newPseudonym, person, pseudonymPreview, type NewPseudonym, type Person, type PseudonymPreview } from '@slusen/contracts';
import * as z from 'zod';
import type { SignedIn } from '../identity/account.js';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Caller } from '../identity/session.guard.js';
import { PersonQuery } from '../people/person.query.js';
import { IfMatch } from '../platform/preconditions.js';
import { Returns, ReturnsVersion } from '../platform/returns.js';
import { LeaverQuery } from './leaver.query.js';
import { PseudonymisePerson } from './pseudonymise-person.js';

const accountId = z.uuid();

/** Somebody who left: what goes with them, and the pseudonym that stays. */
@Controller('api/admin/people/:id/pseudonym')
export class PseudonymController {
  constructor(
    private readonly leaver: LeaverQuery,
    private readonly pseudonymise: PseudonymisePerson,
    private readonly people: PersonQuery,
  ) {}

  @Get('preview')
  @Returns(pseudonymPreview)
  preview(@ActingNow() { account }: Acting, @Param('id', { schema: accountId }) id: string): Promise<PseudonymPreview> {
    return this.leaver.preview(account, id);
  }

  @Put()
  @ReturnsVersion(person)
  async reduce(
    @Caller() by: SignedIn,
    @ActingNow() acting: Acting,
    @Param('id', { schema: accountId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: newPseudonym }) sent: NewPseudonym,
  ): Promise<Person> {
    await this.pseudonymise.reduce(acting, { id, version }, sent);
    return this.people.read(by, id);
  }
}
