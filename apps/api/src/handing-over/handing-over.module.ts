import { Module } from '@nestjs/common';
import { EntriesModule } from '../entries/entries.module.js';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { PeopleModule } from '../people/people.module.js';
import { HandOver } from './hand-over.js';
import { HandOverController } from './hand-over.controller.js';
import { HandOverPreviewQuery } from './hand-over-preview.query.js';

@Module({
  imports: [EntriesModule, FollowUpModule, PeopleModule],
  controllers: [HandOverController],
  providers: [HandOver, HandOverPreviewQuery],
})
export class HandingOverModule {}
