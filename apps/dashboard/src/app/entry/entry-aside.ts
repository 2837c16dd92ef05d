import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryForm } from '@slusen/contracts';
import { roundName } from '@slusen/domain';
import { DayPipe, ExampleMark, injectWord, LocalizedText, PeriodPipe, WithUnitPipe } from '@slusen/ui';
import { EntryValues } from './entry-values.js';

const SHOWN = 8;
/** A year of months and last year's own, since that is what a month is compared with. */
const SHOWN_MONTHS = 13;

/** What a reporter wants to see beside the form: the last values, the definition, how it was counted last time. */
@Component({
  selector: 'app-entry-aside',
  imports: [DayPipe, EntryValues, ExampleMark, LocalizedText, PeriodPipe, RouterLink, WithUnitPipe],
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
      @if (view.expected !== undefined) {
        <h2 class="h3">
          {{ texts.expected }}
          @if (view.target?.isExample) {
            &ngsp;<ui-example-mark />
          }
        </h2>
        <p>{{ view.expected | withUnit: view.indicator }}</p>
      }
      @if (view.round; as round) {
        <p class="soft">
          {{ texts.round }} <a [routerLink]="['/omgangar', round]">{{ roundName(round) }}</a>
        </p>
      }
      <p class="soft">{{ view.lastDay < view.today ? texts.wasDue(view.lastDay | day) : texts.due(view.lastDay | day) }}</p>
    </aside>
  `,
})
export class EntryAside {
  protected readonly texts = {
    definition: $localize`:@@aside.definition:Så är det definierat`,
    lastTime: (period: string | number) => $localize`:@@aside.last-time:Så räknades det förra gången (${period}:period:)`,
    history: $localize`:@@aside.history:Senaste värdena`,
    correct: $localize`:@@aside.correct:Välj en period för att rätta dess värde.`,
    older: $localize`:@@aside.older:Äldre värden`,
    none: $localize`:@@aside.none:Det här blir det första värdet.`,
    round: $localize`:@@aside.round:Ingår i`,
    expected: $localize`:@@aside.expected:Målbanan för perioden`,
    due: (lastDay: string | number) => $localize`:@@aside.due:Sista dag är den ${lastDay}:lastDay:.`,
    wasDue: (lastDay: string | number) => $localize`:@@aside.was-due:Sista dag var den ${lastDay}:lastDay:.`,
  };
  protected readonly roundName = injectWord(roundName);
  readonly form = input.required<EntryForm>();
  private readonly shown = computed(() => (this.form().indicator.cadence === 'month' ? SHOWN_MONTHS : SHOWN));
  protected readonly latest = computed(() => this.form().history.slice(-this.shown()).toReversed());
  protected readonly older = computed(() => this.form().history.slice(0, -this.shown()).toReversed());
}
