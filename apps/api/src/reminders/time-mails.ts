import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TimeHandlers, type TimeDecided } from '../entries/time-handlers.js';
import { MailedFigure } from './mailed-figure.js';
import { NotificationChoices } from './notification-choices.js';
import { RemindedPeopleQuery } from './reminded-people.query.js';
import { ReminderPost } from './reminder-post.js';

/** Writes to whoever asked for more time when it is granted or declined, if they want to know. */
@Injectable()
export class TimeMails implements OnModuleInit {
  constructor(
    private readonly decisions: TimeHandlers,
    private readonly people: RemindedPeopleQuery,
    private readonly choices: NotificationChoices,
    private readonly figures: MailedFigure,
    private readonly post: ReminderPost,
  ) {}

  onModuleInit(): void {
    this.decisions.add((decided) => this.tell(decided));
  }

  private async tell({ askedBy, figure, lastDay, until, reason }: TimeDecided): Promise<void> {
    const [reporter] = await this.people.these([askedBy]);
    if (!reporter || !(await this.choices.of(reporter.id)).timeDecided) return;
    await this.post.timeDecided(reporter, { figure: { ...(await this.figures.of(figure)), lastDay }, until, reason });
  }
}
