import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UploadHandlers, type ReviewedUpload } from '../imports/upload-handlers.js';
import { NotificationChoices } from './notification-choices.js';
import { RemindedPeopleQuery } from './reminded-people.query.js';
import { ReminderPost } from './reminder-post.js';

/** Writes to whoever sent a file of figures what became of it: as of a figure that came back or was approved, if they want to know. */
@Injectable()
export class UploadMails implements OnModuleInit {
  constructor(
    private readonly uploads: UploadHandlers,
    private readonly people: RemindedPeopleQuery,
    private readonly choices: NotificationChoices,
    private readonly post: ReminderPost,
  ) {}

  onModuleInit(): void {
    this.uploads.add((upload) => this.tell(upload));
  }

  private async tell(upload: ReviewedUpload): Promise<void> {
    const kind = upload.became === 'published' ? 'approved' : 'returned';
    if (!(await this.choices.of(upload.accountId))[kind]) return;
    for (const sender of await this.people.these([upload.accountId])) await this.post.file(sender, upload);
  }
}
