import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  actionContent,
  actionDesk,
  actionList,
  actionSelection,
  actionView,
  type ActionDesk as ActionDeskView,
  type ActionInput,
  type ActionList,
  type ActionSelection,
  type ActionView,
} from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { pathName } from '../platform/path-name.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { PublicController } from '../platform/public-answer.js';
import { Returns, ReturnsVersion } from '../platform/returns.js';
import { ActionDesk } from './action-desk.js';
import { ActionDeskQuery } from './action-desk.query.js';
import { ActionsQuery } from './actions.query.js';

/** What is done for the goals, for everyone. */
@PublicController('api/actions')
export class ActionsController {
  constructor(private readonly actions: ActionsQuery) {}

  @Get()
  @Returns(actionList)
  list(@Query({ schema: actionSelection }) { known: _, ...asked }: ActionSelection, @Known() asOf: AsOf): Promise<ActionList> {
    return this.actions.list(asked, asOf);
  }

  @Get(':slug')
  @Returns(actionView)
  one(@Param('slug', { schema: pathName }) slug: string, @Known() asOf: AsOf): Promise<ActionView> {
    return this.actions.bySlug(slug, asOf);
  }
}

/** The same for whoever enters and changes it. */
@Controller('api/action-desk')
export class ActionDeskController {
  constructor(
    private readonly desk: ActionDesk,
    private readonly query: ActionDeskQuery,
  ) {}

  @Get()
  @Returns(actionDesk)
  before(@ActingNow() acting: Acting): Promise<ActionDeskView> {
    return this.query.of(acting);
  }

  @Get('actions/:slug')
  @ReturnsVersion(actionView)
  one(@ActingNow() acting: Acting, @Param('slug', { schema: pathName }) slug: string): Promise<ActionView> {
    return this.query.one(acting, slug);
  }

  @Post('actions')
  @ReturnsVersion(actionView, 201)
  plan(
    @ActingNow() acting: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: actionContent }) said: ActionInput,
  ): Promise<ActionView> {
    return this.desk.plan(acting, key, said);
  }

  @Put('actions/:slug')
  @ReturnsVersion(actionView)
  revise(
    @ActingNow() acting: Acting,
    @Param('slug', { schema: pathName }) slug: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: actionContent }) said: ActionInput,
  ): Promise<ActionView> {
    return this.desk.revise(acting, { slug, revision, key }, said);
  }
}
