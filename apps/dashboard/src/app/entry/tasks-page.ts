import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DepartmentPeople as People, RoundView, Task, TaskAnswerView } from '@slusen/contracts';
import { dateLabel, lastDayOfRound, missingText, roundName } from '@slusen/domain';
import { Banner, EmptyState, ExampleMark, injectLanguage, injectWord, LocalizedText, PeriodPipe, WithUnitPipe } from '@slusen/ui';
import { EntriesApi } from '../data/entries-api.js';
import { RoundsApi } from '../data/rounds-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { daysText, stateText } from '../data/task-days.js';
import { deputyText } from '../data/deputy-text.js';
import { DepartmentPeople } from './department-people.js';
import { MyQuestions } from './my-questions.js';
import { sharedReviewTexts } from './review-texts.js';
import { TaskAnswer } from './task-answer.js';

/** The groups of the list, in the order things should be done. */
const GROUPS = [
  ['returned', 'overdue', 'due', 'draft', 'preliminary'],
  ['submitted'],
  ['done'],
] as const satisfies readonly (readonly Task['state'][])[];

/** What a reporter is to hand in, what waits for review, and what is done. */
@Component({
  selector: 'app-tasks-page',
  imports: [
    Banner,
    DepartmentPeople,
    EmptyState,
    ExampleMark,
    LocalizedText,
    MyQuestions,
    PageState,
    PeriodPipe,
    RouterLink,
    TaskAnswer,
    WithUnitPipe,
  ],
  templateUrl: './tasks-page.html',
})
export class TasksPage {
  protected readonly texts = {
    ...sharedReviewTexts(),
    heading: $localize`:@@tasks.heading:Mina uppgifter`,
    toDo: (count: string | number) => $localize`:@@tasks.to-do:Att göra (${count}:count:)`,
    left: (count: number) =>
      count === 1 ? $localize`:@@tasks.round-left-one:en uppgift kvar.` : $localize`:@@tasks.round-left:${count}:count: uppgifter kvar.`,
    enter: $localize`:@@tasks.enter:Fyll i`,
    makeFinal: $localize`:@@tasks.make-final:Se över`,
    goOn: $localize`:@@tasks.go-on:Fortsätt`,
    nothingAdvice: $localize`:@@tasks.nothing-advice:Nya uppgifter kommer hit när nästa period är slut.`,
    waiting: $localize`:@@tasks.waiting:Väntar på granskning`,
    ownFile: $localize`:@@tasks.own-file:Mina uppgifter (CSV)`,
    done: $localize`:@@tasks.done:Nyligen klart`,
  };
  protected readonly tasks = inject(EntriesApi).tasks();
  private readonly language = injectLanguage();
  protected readonly missingWord = injectWord(missingText);
  protected readonly roundName = injectWord(roundName);
  protected readonly asDeputy = deputyText;
  protected readonly groups = computed(() => {
    const items = this.tasks.hasValue() ? this.tasks.value().items : [];
    const [toDo = [], waiting = [], done = []] = GROUPS.map((states) => items.filter(({ state }) => states.some((one) => one === state)));
    return { toDo, waiting, done };
  });

  /** The rounds that ask for what is to be done, the first to end first, with how much that is. */
  private readonly roundList = inject(RoundsApi).list(() => this.groups().toDo.some(({ round }) => round !== undefined));
  protected readonly rounds = computed(() => {
    const asked = Map.groupBy(this.groups().toDo, ({ round }) => round);
    const rounds = this.roundList.hasValue() ? this.roundList.value().items : [];
    return rounds
      .map((round) => ({ round, left: asked.get(round.period)?.length ?? 0 }))
      .filter(({ left }) => left > 0)
      .sort((a, b) => a.round.dueOn.localeCompare(b.round.dueOn));
  });

  constructor() {
    inject(PageHead).set($localize`:@@tasks.title:Mina uppgifter`);
  }

  /** Who else can give it, and who reviews it. */
  protected peopleOf({ department }: Task): People | undefined {
    return this.tasks.hasValue() ? this.tasks.value().people.find((one) => one.department === department.slug) : undefined;
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

  /** "Sista dag 20 oktober 2026, respit till 23 oktober 2026." */
  protected daysOfRound(round: RoundView): string {
    const [due, grace] = [round.dueOn, lastDayOfRound(round)].map((day) => dateLabel(day, this.language));
    return round.graceDays > 0
      ? $localize`:@@tasks.round-days-grace:Sista dag ${due}:due:, respit till ${grace}:grace:.`
      : $localize`:@@tasks.round-days:Sista dag ${due}:due:.`;
  }

  protected stateText(task: Task): string {
    return this.tasks.hasValue() ? stateText(task, this.tasks.value().today, this.language) : '';
  }
}
