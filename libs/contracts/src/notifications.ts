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
    queueAfter: days,
  })
  .meta({ id: 'NotificationChoice' });
export type NotificationChoiceSent = z.output<typeof notificationChoice>;
