import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MessageHandlers, type SaidMessage } from '../entries/message-handlers.js';
import { MailedFigure } from './mailed-figure.js';
import { NotificationChoices } from './notification-choices.js';
import { RemindedPeopleQuery } from './reminded-people.query.js';
import { ReminderPost } from './reminder-post.js';

/** Writes to whoever is asked about a figure, and to whoever gets an answer, if they want to know. */
@Injectable()
export class MessageMails implements OnModuleInit {
  constructor(
    private readonly messages: MessageHandlers,
    private readonly people: RemindedPeopleQuery,
    private readonly choices: NotificationChoices,
    private readonly figures: MailedFigure,
    private readonly post: ReminderPost,
  ) {}

  onModuleInit(): void {
    this.messages.add((said) => this.tell(said));
  }

  private async tell({ figure, to, ...said }: SaidMessage): Promise<void> {
    const [person] = await this.people.these([to]);
    if (!person || !(await this.choices.of(person.id)).asked) return;
    await this.post.asked(person, await this.figures.of(figure), said);
  }
}
