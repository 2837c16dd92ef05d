import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { textIn, type Localized } from '@slusen/domain';
import { DataTable, DayPipe, injectLanguage, LocalizedText, PeriodPipe } from '@slusen/ui';
import { RoundsApi } from '../data/rounds-api.js';
import { PageState } from '../shell/page-state.js';
import { injectMayPlan } from './may-plan.js';
import { byDepartment, byPerson, shownTasks, standingOf, STANDS } from './round-standing.js';
import { departmentColumns, personColumns, taskColumns } from './standing-columns.js';
import { standingTexts } from './standing-texts.js';
import { TimeDecisionForm } from './time-decision.js';

/** How far a round has come: as a whole, by department and person, task by task, and what it does not ask for yet. */
@Component({
  selector: 'app-round-standing',
  imports: [DataTable, DayPipe, LocalizedText, PageState, PeriodPipe, TimeDecisionForm],
  templateUrl: './round-standing-panel.html',
})
export class RoundStanding {
  protected readonly texts = standingTexts();
  readonly period = input.required<string>();
  /** Which tasks are shown, as the address says it. */
  readonly forvaltning = input<string>();
  readonly lage = input<string>();
  private readonly router = inject(Router);
  private readonly language = injectLanguage();
  protected readonly progress = inject(RoundsApi).progress(this.period);
  private readonly today = computed(() => (this.progress.hasValue() ? this.progress.value().today : ''));
  private readonly tasks = computed(() => (this.progress.hasValue() ? this.progress.value().tasks : []));
  protected readonly whole = computed(() => standingOf(this.tasks(), this.today()));
  protected readonly departments = computed(() => (this.progress.hasValue() ? byDepartment(this.progress.value()) : []));
  protected readonly persons = computed(() => byPerson(this.tasks()));
  protected readonly stands = STANDS;
  protected readonly chosen = computed(() => STANDS.find((stand) => stand === this.lage()));
  protected readonly shown = computed(() =>
    shownTasks(this.tasks(), { department: this.forvaltning() ?? '', stand: this.chosen(), today: this.today() }),
  );
  /** Whoever plans rounds says who gets more time. */
  protected readonly mayDecide = injectMayPlan();
  protected readonly requests = computed(() =>
    this.tasks().flatMap((task) => (task.answer?.kind === 'more-time' ? [{ ...task, answer: task.answer }] : [])),
  );
  protected readonly departmentColumns = departmentColumns(this.language);
  protected readonly personColumns = personColumns(this.language);
  protected readonly taskColumns = computed(() => taskColumns({ language: this.language, today: this.today() }));
  protected readonly nameOf = (name: Localized): string => textIn(name, this.language).text;

  protected go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate(['/omgangar', this.period()], { queryParams, queryParamsHandling: 'merge' });
  }
}
