import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EntriesModule } from '../entries/entries.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { MailModule } from '../mail/mail.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { DayOfReminders } from './day-of-reminders.js';
import { MailedFigure } from './mailed-figure.js';
import { MessageMails } from './message-mails.js';
import { NotificationChoiceRow } from './notification-choice.row.js';
import { NotificationChoices } from './notification-choices.js';
import { NotificationsController } from './notifications.controller.js';
import { RemindedPeopleQuery } from './reminded-people.query.js';
import { ReminderClock } from './reminder-clock.js';
import { ReminderPost } from './reminder-post.js';
import { SendReminders } from './send-reminders.js';
import { StepMails } from './step-mails.js';
import { TimeMails } from './time-mails.js';
import { UploadMails } from './upload-mails.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([NotificationChoiceRow]),
    EntriesModule,
    ImportsModule,
    IndicatorsModule,
    MailModule,
    OrganisationModule,
  ],
  controllers: [NotificationsController],
  providers: [
    DayOfReminders,
    MailedFigure,
    MessageMails,
    NotificationChoices,
    RemindedPeopleQuery,
    ReminderClock,
    ReminderPost,
    SendReminders,
    StepMails,
    TimeMails,
    UploadMails,
  ],
})
export class RemindersModule {}
