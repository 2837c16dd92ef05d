import { afterNextRender, Component, computed, inject, signal } from '@angular/core';
import type { NotificationsView } from '@slusen/contracts';
import type { AccountRole, NotificationChoice } from '@slusen/domain';
import { Banner, FormField } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { NotificationsApi } from '../data/notifications-api.js';
import { problemText } from '../data/problem-texts.js';
import { DAYS_TEXTS, notificationTexts } from './notification-texts.js';

/** The choices that are numbers of days, or never. */
type DaysChoice = keyof typeof DAYS_TEXTS;
/** What is offered; whoever has said another number keeps it among them. */
const OFFERED: Readonly<Record<DaysChoice, readonly number[]>> = {
  daysBefore: [1, 2, 3, 5, 7, 14],
  everyDaysAfter: [1, 2, 3, 7, 14],
  queueAfter: [1, 2, 3, 7, 14],
};

/** What one is written to about: only what one's roles can bring, saved with a button, and taken back with another. */
@Component({
  selector: 'app-notifications',
  imports: [Banner, FormField],
  templateUrl: './notifications.html',
})
export class Notifications {
  protected readonly texts = notificationTexts();
  private readonly api = inject(NotificationsApi);
  private readonly account = inject(CurrentAccount).view;
  protected readonly view = signal<NotificationsView | undefined>(undefined);
  /** As it stands on the screen, saved or not. */
  protected readonly choice = signal<NotificationChoice | undefined>(undefined);
  private readonly before = signal<NotificationChoice | undefined>(undefined);
  protected readonly mayUndo = computed(() => this.before() !== undefined);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');
  protected readonly done = signal('');
  protected readonly isReporter = computed(() => this.has('reporter'));
  protected readonly isReviewer = computed(() => this.has('reviewer'));

  constructor() {
    afterNextRender(() => void this.attempt(async () => this.show(await this.api.own())));
  }

  protected options(which: DaysChoice): readonly number[] {
    const chosen = this.choice()?.[which];
    return [...new Set([...OFFERED[which], ...(chosen === undefined ? [] : [chosen])])].sort((a, b) => a - b);
  }

  protected daysText(which: DaysChoice, days: number): string {
    return DAYS_TEXTS[which](days);
  }

  /** An empty value is never. */
  protected sayDays(which: DaysChoice, value: string): void {
    this.say({ [which]: value ? Number(value) : undefined });
  }

  protected say(changes: Partial<NotificationChoice>): void {
    this.done.set('');
    this.choice.update((choice) => choice && { ...choice, ...changes });
  }

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    const before = this.view()?.choice;
    return this.attempt(async () => {
      await this.put(this.choice());
      this.before.set(before);
      this.done.set(this.texts.saved);
    });
  }

  protected undo(): Promise<void> {
    return this.attempt(async () => {
      await this.put(this.before());
      this.before.set(undefined);
      this.done.set(this.texts.undone);
    });
  }

  private async put(choice: NotificationChoice | undefined): Promise<void> {
    if (choice) this.show(await this.api.choose(choice));
  }

  private show(view: NotificationsView): void {
    this.view.set(view);
    this.choice.set(view.choice);
  }

  private has(wanted: AccountRole): boolean {
    return this.account()?.roles.some(({ role }) => role === wanted) ?? false;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy() || !(this.isReporter() || this.isReviewer())) return;
    this.isBusy.set(true);
    this.problem.set('');
    this.done.set('');
    try {
      await work();
    } catch (error) {
      this.problem.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
