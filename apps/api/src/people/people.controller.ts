import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  newPerson,
  peopleList,
  peopleQuery,
  person,
  personAccess,
  personRoles,
  type NewPerson,
  type PeopleList,
  type PeopleQuery,
  type Person,
  type PersonAccess,
  type PersonRoles,
} from '@slusen/contracts';
import * as z from 'zod';
import type { SignedIn } from '../identity/account.js';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Caller } from '../identity/session.guard.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { Returns, ReturnsVersion } from '../platform/returns.js';
import { InvitePerson } from './invite-person.js';
import { PeopleListQuery } from './people-list.query.js';
import { PersonQuery } from './person.query.js';
import { SetAccess } from './set-access.js';
import { SetRoles } from './set-roles.js';

const accountId = z.uuid();

/** People with accounts: who they are, what they hold, and whether they may come in. */
@Controller('api/admin/people')
export class PeopleController {
  constructor(
    private readonly list: PeopleListQuery,
    private readonly one: PersonQuery,
    private readonly invitePerson: InvitePerson,
    private readonly setRoles: SetRoles,
    private readonly setAccess: SetAccess,
  ) {}

  @Get()
  @Returns(peopleList)
  people(@ActingNow() acting: Acting, @Query({ schema: peopleQuery }) query: PeopleQuery): Promise<PeopleList> {
    return this.list.list(acting, query);
  }

  @Post()
  @ReturnsVersion(person, 201)
  async invite(@Caller() by: SignedIn, @IdempotencyKey() key: RequestKey, @Body({ schema: newPerson }) sent: NewPerson): Promise<Person> {
    return this.one.read(by, await this.invitePerson.invite(by, key, sent));
  }

  @Get(':id')
  @ReturnsVersion(person)
  person(@Caller() by: SignedIn, @Param('id', { schema: accountId }) id: string): Promise<Person> {
    return this.one.read(by, id);
  }

  @Put(':id/roles')
  @ReturnsVersion(person)
  async roles(
    @Caller() by: SignedIn,
    @Param('id', { schema: accountId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: personRoles }) { roles }: PersonRoles,
  ): Promise<Person> {
    await this.setRoles.set(by, { id, version }, roles);
    return this.one.read(by, id);
  }

  @Put(':id/access')
  @ReturnsVersion(person)
  async access(
    @Caller() by: SignedIn,
    @Param('id', { schema: accountId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: personAccess }) sent: PersonAccess,
  ): Promise<Person> {
    await this.setAccess.set(by, { id, version }, sent);
    return this.one.read(by, id);
  }
}
