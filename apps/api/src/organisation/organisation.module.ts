import { Module } from '@nestjs/common';
import { ActorQuery } from './actor.query.js';
import { AddActor } from './add-actor.js';
import { AddTerritory } from './add-territory.js';
import { OrganisationRepository } from './organisation.repository.js';
import { ReviseActor } from './revise-actor.js';
import { ReviseTerritory } from './revise-territory.js';
import { TerritoryQuery } from './territory.query.js';

const PROVIDERS = [ActorQuery, AddActor, AddTerritory, OrganisationRepository, ReviseActor, ReviseTerritory, TerritoryQuery];

@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class OrganisationModule {}
