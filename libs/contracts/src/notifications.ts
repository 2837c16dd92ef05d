import { NOTIFICATION_DAYS } from '@slusen/domain';
import * as z from 'zod';

const days = z.int().min(1).max(NOTIFICATION_DAYS).optional();

/** What somebody is written to about; a number of days that is absent is never. */
export const notificationChoice = z
  .strictObject({
    daysBefore: days,
    onLastDay: z.boolean(),
    everyDaysAfter: days,
    returned: z.boolean(),
    approved: z.boolean(),
    timeDecided: z.boolean(),
    queueAfter: days,
    asked: z.boolean(),
  })
  .meta({ id: 'NotificationChoice' });
export type NotificationChoiceSent = z.output<typeof notificationChoice>;

/** What one chose, and whether it comes to anything: no mail is sent without a mail server, nor to whoever has no address. */
export const notificationsView = z
  .object({ choice: notificationChoice, isMailSent: z.boolean(), hasAddress: z.boolean() })
  .meta({ id: 'Notifications' });
export type NotificationsView = z.output<typeof notificationsView>;
