import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Entry } from '@slusen/domain';
import { StepHandlers } from '../entries/step-handlers.js';
import { MailedFigure } from './mailed-figure.js';
import { NotificationChoices } from './notification-choices.js';
import { RemindedPeopleQuery } from './reminded-people.query.js';
import { ReminderPost } from './reminder-post.js';

/** Writes to those who answer for an entry, mostly its authors, when it came back, with the reason, and when it was approved, if they want to know. */
@Injectable()
export class StepMails implements OnModuleInit {
  constructor(
    private readonly steps: StepHandlers,
    private readonly people: RemindedPeopleQuery,
    private readonly choices: NotificationChoices,
    private readonly figures: MailedFigure,
    private readonly post: ReminderPost,
  ) {}

  onModuleInit(): void {
    this.steps.add((entry) => this.tell(entry));
  }

  private async tell(entry: Entry): Promise<void> {
    const { action, reason = '' } = entry.events.at(-1) ?? {};
    if (action !== 'return' && action !== 'approve') return;
    const kind = action === 'return' ? 'returned' : 'approved';
    for (const author of await this.people.answering(entry)) {
      if (!(await this.choices.of(author.id))[kind]) continue;
      const figure = await this.figures.of(entry);
      await (kind === 'returned' ? this.post.returned(author, figure, reason) : this.post.approved(author, figure));
    }
  }
}
