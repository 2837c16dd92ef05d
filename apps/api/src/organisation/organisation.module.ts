import { Module } from '@nestjs/common';
import { ActorQuery } from './actor.query.js';
import { TerritoryQuery } from './territory.query.js';

const PROVIDERS = [ActorQuery, TerritoryQuery];

@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class OrganisationModule {}
