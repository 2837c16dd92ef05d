import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { AbsencesController } from './absences.controller.js';
import { AccessController } from './access.controller.js';
import { AskReset } from './ask-reset.js';
import { DecideProposal } from './decide-proposal.js';
import { DeputiesController } from './deputies.controller.js';
import { EndSessions } from './end-sessions.js';
import { InvitePerson } from './invite-person.js';
import { LinkSender } from './link-sender.js';
import { LockedPair } from './locked-pair.js';
import { NameDeputy } from './name-deputy.js';
import { OwnAbsencesQuery } from './own-absences.query.js';
import { PasswordLinksController } from './password-links.controller.js';
import { PeopleController } from './people.controller.js';
import { PeopleListQuery } from './people-list.query.js';
import { PersonQuery } from './person.query.js';
import { ProposeRole } from './propose-role.js';
import { ResetFactor } from './reset-factor.js';
import { ResponsibilityPost } from './responsibility-post.js';
import { SendLink } from './send-link.js';
import { SetAccess } from './set-access.js';
import { SetRoles } from './set-roles.js';

@Module({
  imports: [MailModule],
  controllers: [AbsencesController, AccessController, DeputiesController, PasswordLinksController, PeopleController],
  providers: [
    ...[AskReset, DecideProposal, EndSessions, InvitePerson, LinkSender, NameDeputy, PeopleListQuery, PersonQuery],
    ...[ProposeRole, ResetFactor, SendLink, SetAccess, SetRoles, OwnAbsencesQuery, LockedPair, ResponsibilityPost],
  ],
  exports: [LockedPair, PersonQuery, ResponsibilityPost],
})
export class PeopleModule {}
