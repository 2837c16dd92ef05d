import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryForm } from '@slusen/contracts';
import { endName, parsePeriod, roundName } from '@slusen/domain';
import { DayPipe, injectLanguage, injectWord, LocalizedText, PeriodPipe, WithUnitPipe } from '@slusen/ui';
import { DepartmentPeople } from './department-people.js';
import { EntryValues } from './entry-values.js';
import { GoalPathName } from './goal-path-name.js';
import { goalPaths } from './goal-paths.js';

const SHOWN = 8;
/** A year of months and last year's own, since that is what a month is compared with. */
const SHOWN_MONTHS = 13;

/** What a reporter wants to see beside the form: the last values, the definition, how it was counted last time. */
@Component({
  selector: 'app-entry-aside',
  imports: [DayPipe, DepartmentPeople, EntryValues, GoalPathName, LocalizedText, PeriodPipe, RouterLink, WithUnitPipe],
  template: `
    @let view = form();
    <aside class="entry-side" i18n-aria-label="@@aside.label" aria-label="Att jämföra med">
      <h2 class="h3">{{ texts.definition }}</h2>
      <p [uiText]="view.indicator.definition"></p>
      @if (view.lastTime; as last) {
        <h2 class="h3">{{ texts.lastTime(last.period | period: view) }}</h2>
        @if (last.comment) {
          <p lang="sv">{{ last.comment }}</p>
        }
        @if (last.sourceNote) {
          <p class="soft" lang="sv">{{ last.sourceNote }}</p>
        }
      }
      <h2 class="h3">{{ texts.history }}</h2>
      @if (latest().length) {
        <p class="soft small">{{ texts.correct }}</p>
        <app-entry-values [form]="view" [points]="latest()" />
        @if (older().length) {
          <details class="disclosure">
            <summary>{{ texts.older }}</summary>
            <div class="content"><app-entry-values [form]="view" [points]="older()" /></div>
          </details>
        }
      } @else {
        <p>{{ texts.none }}</p>
      }
      @for (path of paths(); track $index) {
        @if (path.expected !== undefined) {
          <h2 class="h3"><app-goal-path-name [path]="path" [term]="path.term" /></h2>
          <p>{{ path.expected | withUnit: view.indicator }}</p>
        }
      }
      @if (view.round; as round) {
        <p class="soft">
          {{ texts.round }} <a [routerLink]="['/omgangar', round]">{{ roundName(round) }}</a>
        </p>
      }
      <app-department-people [people]="view.people" [reviewUntil]="view.reviewUntil" />
      <p class="soft">{{ view.lastDay < view.today ? texts.wasDue(view.lastDay | day) : texts.due(view.lastDay | day) }}</p>
    </aside>
  `,
})
export class EntryAside {
  protected readonly texts = {
    definition: $localize`:@@aside.definition:Så är det definierat`,
    lastTime: (period: string | number) => $localize`:@@aside.last-time:Så räknades det för ${period}:period:`,
    history: $localize`:@@aside.history:Senaste värdena`,
    correct: $localize`:@@aside.correct:Välj en period för att rätta dess värde.`,
    older: $localize`:@@aside.older:Äldre värden`,
    none: $localize`:@@aside.none:Det här blir det första värdet.`,
    round: $localize`:@@aside.round:Ingår i`,
    expected: $localize`:@@aside.expected:Målbanan för perioden`,
    expectedTwelveMonths: (month: string | number) =>
      $localize`:@@aside.expected-twelve-months:Målbanan för tolv månader till och med ${month}:month:`,
    due: (lastDay: string | number) => $localize`:@@aside.due:Sista dag är den ${lastDay}:lastDay:.`,
    wasDue: (lastDay: string | number) => $localize`:@@aside.was-due:Sista dag var den ${lastDay}:lastDay:.`,
  };
  protected readonly roundName = injectWord(roundName);
  readonly form = input.required<EntryForm>();
  private readonly language = injectLanguage();
  /** What each goal expects, of the figure or of the twelve months that end with it. */
  protected readonly paths = computed(() => {
    const form = this.form();
    const month = endName(parsePeriod(form.period), this.language, { measure: 'rolling-12-months', reporting: form.reporting });
    return [
      ...goalPaths(form, 'value').map((path) => ({ ...path, term: this.texts.expected })),
      ...goalPaths(form, 'rolling-12-months').map((path) => ({ ...path, term: this.texts.expectedTwelveMonths(month) })),
    ];
  });
  private readonly shown = computed(() => (this.form().indicator.cadence === 'month' ? SHOWN_MONTHS : SHOWN));
  protected readonly latest = computed(() => this.form().history.slice(-this.shown()).toReversed());
  protected readonly older = computed(() => this.form().history.slice(0, -this.shown()).toReversed());
}
