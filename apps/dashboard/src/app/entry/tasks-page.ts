import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Task, TaskAnswerView } from '@slusen/contracts';
import { missingText } from '@slusen/domain';
import { EmptyState, ExampleMark, injectLanguage, injectWord, LocalizedText, PeriodPipe, WithUnitPipe } from '@slusen/ui';
import { EntriesApi } from '../data/entries-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { TaskAnswer } from './task-answer.js';
import { daysText, stateText } from './task-days.js';

/** The groups of the list, in the order things should be done. */
const GROUPS = [
  ['returned', 'overdue', 'due', 'draft', 'preliminary'],
  ['submitted'],
  ['done'],
] as const satisfies readonly (readonly Task['state'][])[];

/** What a reporter is to hand in, what waits for review, and what is done. */
@Component({
  selector: 'app-tasks-page',
  imports: [EmptyState, ExampleMark, LocalizedText, PageState, PeriodPipe, RouterLink, TaskAnswer, WithUnitPipe],
  templateUrl: './tasks-page.html',
})
export class TasksPage {
  protected readonly texts = {
    heading: $localize`:@@tasks.heading:Mina uppgifter`,
    toDo: (count: string | number) => $localize`:@@tasks.to-do:Att göra (${count}:count:)`,
    enter: $localize`:@@tasks.enter:Fyll i`,
    makeFinal: $localize`:@@tasks.make-final:Se över`,
    goOn: $localize`:@@tasks.go-on:Fortsätt`,
    nothingAdvice: $localize`:@@tasks.nothing-advice:Nya uppgifter kommer hit när nästa period är slut.`,
    waiting: $localize`:@@tasks.waiting:Väntar på granskning`,
    done: $localize`:@@tasks.done:Nyligen klart`,
  };
  protected readonly tasks = inject(EntriesApi).tasks();
  private readonly language = injectLanguage();
  protected readonly missingWord = injectWord(missingText);
  protected readonly groups = computed(() => {
    const items = this.tasks.hasValue() ? this.tasks.value().items : [];
    const [toDo = [], waiting = [], done = []] = GROUPS.map((states) => items.filter(({ state }) => states.some((one) => one === state)));
    return { toDo, waiting, done };
  });

  constructor() {
    inject(PageHead).set($localize`:@@tasks.title:Mina uppgifter`);
  }

  /** Its last day has passed, begun or not, and it has no value. */
  protected isLate({ state, lastDay }: Task): boolean {
    return this.tasks.hasValue() && state !== 'preliminary' && lastDay < this.tasks.value().today;
  }

  /** What waits to become final has a figure: it is asked for nothing else. */
  protected mayAnswer({ state }: Task): boolean {
    return state !== 'preliminary';
  }

  /** Shows what was just said where it was said; the page is read again when people come back to it. */
  protected take(task: Task, answer: TaskAnswerView): void {
    this.tasks.update((list) => list && { ...list, items: list.items.map((one) => (one === task ? { ...one, answer } : one)) });
  }

  protected days(task: Task): string {
    return this.tasks.hasValue() ? daysText(task, this.tasks.value().today, this.language) : '';
  }

  protected stateText(task: Task): string {
    return this.tasks.hasValue() ? stateText(task, this.tasks.value().today, this.language) : '';
  }
}
