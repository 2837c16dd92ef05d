import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ObservationsModule } from '../observations/observations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CarryOutDisposal } from './carry-out-disposal.js';
import { DisposalLog } from './disposal-log.js';
import { DisposalPartRow } from './disposal-part.row.js';
import { DisposalQuery } from './disposal.query.js';
import { DisposalRepository } from './disposal.repository.js';
import { DisposalRow } from './disposal.row.js';
import { DisposalsController } from './disposals.controller.js';
import { HiddenTexts } from './hidden-texts.js';
import { LeaverQuery } from './leaver.query.js';
import { PseudonymController } from './pseudonym.controller.js';
import { PseudonymisePerson } from './pseudonymise-person.js';

/** What is removed for ever by a decision, and the trace that it leaves. */
@Module({
  imports: [TypeOrmModule.forFeature([DisposalPartRow, DisposalRow]), ObservationsModule, PeopleModule],
  controllers: [DisposalsController, PseudonymController],
  providers: [CarryOutDisposal, DisposalLog, DisposalQuery, DisposalRepository, HiddenTexts, LeaverQuery, PseudonymisePerson],
  exports: [CarryOutDisposal, PseudonymisePerson],
})
export class DisposalModule {}
