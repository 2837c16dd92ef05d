import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorRevisionRow } from './actor-revision.row.js';
import { ActorQuery } from './actor.query.js';
import { ActorRow } from './actor.row.js';
import { AddActor } from './add-actor.js';
import { AddTerritory } from './add-territory.js';
import { OrganisationRepository } from './organisation.repository.js';
import { ReorganisationSuccessorRow } from './reorganisation-successor.row.js';
import { ReorganisationRepository } from './reorganisation.repository.js';
import { ReorganisationRow } from './reorganisation.row.js';
import { ReviseActor } from './revise-actor.js';
import { ReviseTerritory } from './revise-territory.js';
import { TerritoryRevisionRow } from './territory-revision.row.js';
import { TerritoryQuery } from './territory.query.js';
import { TerritoryRow } from './territory.row.js';

const PROVIDERS = [
  ActorQuery,
  AddActor,
  AddTerritory,
  OrganisationRepository,
  ReorganisationRepository,
  ReviseActor,
  ReviseTerritory,
  TerritoryQuery,
];

const ROWS = [ActorRow, ActorRevisionRow, ReorganisationRow, ReorganisationSuccessorRow, TerritoryRow, TerritoryRevisionRow];

@Module({ imports: [TypeOrmModule.forFeature(ROWS)], providers: PROVIDERS, exports: PROVIDERS })
export class OrganisationModule {}
