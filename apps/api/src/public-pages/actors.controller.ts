import { Get, Param } from '@nestjs/common';
import { actorList, actorView, type ActorList, type ActorView } from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { Returns } from '../platform/returns.js';
import { ActorsQuery } from './actors.query.js';
import { pathName } from '../platform/path-name.js';
import { PublicController } from '../platform/public-answer.js';

@PublicController('api/actors')
export class ActorsController {
  constructor(private readonly query: ActorsQuery) {}

  @Get()
  @Returns(actorList)
  all(@Known() asOf: AsOf): Promise<ActorList> {
    return this.query.all(asOf);
  }

  @Get(':slug')
  @Returns(actorView)
  one(@Param('slug', { schema: pathName }) slug: string, @Known() asOf: AsOf): Promise<ActorView> {
    return this.query.bySlug(slug, asOf);
  }
}
