import { Injectable } from '@nestjs/common';
import type { Task } from '@slusen/contracts';
import {
  departmentsFor,
  isReviewReminded,
  remindOn,
  remindedOf,
  stockholmDate,
  type FigureInMail,
  type NotificationChoice,
  type QueueInMail,
  type Reminded,
} from '@slusen/domain';
import { EntryDesk } from '../entries/entry-desk.js';
import { TO_DO } from '../entries/task-of.js';
import type { Acting } from '../identity/acting.js';
import { policyAccount } from '../identity/permissions.js';
import { Settings } from '../platform/settings.js';
import { figureAddress, figureName } from './figure-address.js';

/** As many of what waits for review as a page of the queue has; how many there are is told of all. */
const PAGE = { limit: 100, offset: 0, order: 'longest' } as const;

/** What somebody is to be reminded of. */
export interface DueReminder {
  readonly figures: Reminded<FigureInMail>;
  readonly queue: QueueInMail | undefined;
}

/** Finds what somebody is to be reminded of on a day, in their own lists. */
@Injectable()
export class DayOfReminders {
  constructor(
    private readonly desk: EntryDesk,
    private readonly settings: Settings,
  ) {}

  /** Undefined when there is nothing to say. */
  async of(acting: Acting, choice: NotificationChoice): Promise<DueReminder | undefined> {
    const [figures, queue] = [await this.figures(acting, choice), await this.queue(acting, choice)];
    const isNothing = !queue && Object.values(figures).every(({ length }) => length === 0);
    return isNothing ? undefined : { figures, queue };
  }

  private async figures(acting: Acting, choice: NotificationChoice): Promise<Reminded<FigureInMail>> {
    if (!has(acting, 'task.read')) return { asked: [], soon: [], today: [], late: [] };
    const { items } = await this.desk.tasksOf(acting);
    const toDo = items.filter(({ state }) => TO_DO.includes(state));
    return remindedOf(
      toDo.map((task) => this.inMail(task)),
      choice,
      acting.asOf.today,
    );
  }

  private async queue(acting: Acting, choice: NotificationChoice): Promise<QueueInMail | undefined> {
    if (!has(acting, 'queue.read')) return undefined;
    const { items, total } = await this.desk.queueOf(acting, PAGE);
    const others = items.filter(({ isOwn }) => !isOwn);
    const [first] = others;
    const oldest = first && stockholmDate(first.submittedAt);
    if (!oldest || !isReviewReminded(oldest, choice, acting.asOf.today)) return undefined;
    return { count: total - (items.length - others.length), oldest, address: this.addressOf('/granskning') };
  }

  private inMail({ indicator, territory, breakdown, period, lastDay, answer }: Task): FigureInMail {
    const { config, territory: own } = this.settings;
    const place = { indicator: indicator.slug, period, territory: territory.code, breakdown };
    const name = figureName(indicator.name, territory.code === own ? undefined : territory.name);
    return { name, period, lastDay, remindOn: remindOn(answer), address: figureAddress(config.publicUrl, place) };
  }

  private addressOf(path: string): string {
    return String(new URL(path, this.settings.config.publicUrl));
  }
}

/** Whether somebody has such a list at all: of one department, or of several. */
const has = ({ account }: Acting, list: 'task.read' | 'queue.read'): boolean => departmentsFor(policyAccount(account), list).length > 0;
