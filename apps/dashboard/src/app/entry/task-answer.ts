import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Task, TaskAnswerView } from '@slusen/contracts';
import { addDays, ANSWER_DAYS, dateLabel, taskAnswerFault, taskAnswerText, type IsoDate } from '@slusen/domain';
import { FormField, injectLanguage, TypedText } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { EntriesApi } from '../data/entries-api.js';
import { problemText, ruleText } from '../data/problem-texts.js';

/** What a reporter can say of a figure instead of entering it. */
type Kind = 'later' | 'more-time';

/** What was said of a task, and a form to say that the figure is not there yet or that more time is needed. */
@Component({
  selector: 'app-task-answer',
  imports: [FormField, TypedText],
  templateUrl: './task-answer.html',
})
export class TaskAnswer {
  readonly task = input.required<Task>();
  readonly today = input.required<IsoDate>();
  /** What tells its fields from those of other tasks on the page. */
  readonly place = input.required<number>();
  readonly answered = output<TaskAnswerView>();
  protected readonly texts = {
    open: $localize`:@@task-answer.open:Finns siffran inte än?`,
    later: $localize`:@@task-answer.later:Finns inte än, påminn mig den …`,
    moreTime: $localize`:@@task-answer.more-time:Be om mer tid till den …`,
    day: $localize`:@@task-answer.day:Dag`,
    reason: $localize`:@@task-answer.reason:Varför?`,
    reasonHint: $localize`:@@task-answer.reason-hint:Den som håller i uppföljningen läser det och svarar.`,
    send: $localize`:@@task-answer.send:Skicka`,
    saved: $localize`:@@task-answer.saved:Svaret är sparat.`,
    what: $localize`:@@task-answer.what:Vad vill du svara?`,
  };
  private readonly api = inject(EntriesApi);
  private readonly language = injectLanguage();
  protected readonly kind = signal<Kind>('later');
  protected readonly until = signal('');
  protected readonly reason = signal('');
  protected readonly isBusy = signal(false);
  protected readonly fault = signal('');
  protected readonly isSaved = signal(false);
  /** Sent with the answer; a new one once there was an answer from the server. */
  private key = crypto.randomUUID();
  protected readonly days = computed(() => ({ first: addDays(this.today(), 1), last: addDays(this.today(), ANSWER_DAYS) }));
  protected readonly said = computed(() => {
    const { answer } = this.task();
    return answer && { ...answer, text: taskAnswerText(answer, this.language), day: dateLabel(answer.on, this.language) };
  });

  protected choose(kind: Kind): void {
    this.kind.set(kind);
    this.fault.set('');
  }

  /** The form closes when it was taken, and leaves the focus where it was opened. */
  protected async send(event: Event, form: HTMLDetailsElement, opener: HTMLElement): Promise<void> {
    event.preventDefault();
    const { indicator, period, territory, breakdown, lastDay } = this.task();
    const reason = this.kind() === 'more-time' ? this.reason().trim() : '';
    const said = { kind: this.kind(), until: this.until(), ...(reason ? { reason } : {}) };
    const fault = taskAnswerFault(said, this.today(), lastDay);
    this.fault.set(fault ? ruleText(fault) : '');
    if (fault || this.isBusy()) return;
    this.isBusy.set(true);
    this.isSaved.set(false);
    try {
      const figure = { indicator: indicator.slug, period, territory: territory.code, breakdown };
      this.answered.emit(await this.api.answer({ ...figure, ...said }, this.key));
      this.key = crypto.randomUUID();
      this.isSaved.set(true);
      form.open = false;
      opener.focus();
    } catch (error) {
      this.fault.set(problemText(error));
      // Without an answer it may have been done: the same key asks for the same thing again.
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
    } finally {
      this.isBusy.set(false);
    }
  }
}
