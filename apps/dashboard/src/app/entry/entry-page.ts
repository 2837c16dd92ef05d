import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { textIn } from '@slusen/domain';
import { ExampleMark, injectLanguage, LocalizedText, PeriodPipe } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { EntriesApi, type FigureAddress } from '../data/entries-api.js';
import { problemText } from '../data/problem-texts.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { EntryAside } from './entry-aside.js';
import { EntryEditor } from './entry-editor.js';
import { FigureThread } from './figure-thread.js';
import { LeaveQuestion } from './leave-question.js';
import { OpenedTasks } from './opened-tasks.js';

/** One figure of one period: what is entered, beside what was entered before. */
@Component({
  selector: 'app-entry-page',
  imports: [EntryAside, EntryEditor, ExampleMark, FigureThread, LocalizedText, PageState, PeriodPipe, RouterLink],
  providers: [LeaveQuestion],
  template: `
    @if (form.hasValue()) {
      @let view = form.value();
      <p class="breadcrumbs">
        <a routerLink="/mina-uppgifter">{{ texts.back }}</a>
      </p>
      <p class="eyebrow">
        {{ view.period | period: view }}, <span [uiText]="view.territory.name"></span>
        @if (view.breakdown) {
          <span>, {{ view.breakdown }}</span>
        }
      </p>
      <h1>
        <span [uiText]="view.indicator.name"></span>
        @if (view.indicator.isExample) {
          &ngsp;<ui-example-mark />
        }
      </h1>
      @if (view.reporting === 'year-to-date') {
        <p>
          <strong>{{ texts.yearToDate(view.period | period: view) }}</strong>
        </p>
      }
      @if (view.isOngoing) {
        <p>{{ texts.ongoing }}</p>
      }
      <div class="columns">
        <app-entry-editor [form]="view" [address]="address()" />
        <app-entry-aside [form]="view" />
      </div>
      <app-figure-thread [figure]="address()" />
    } @else if (refusal()) {
      <p class="breadcrumbs">
        <a routerLink="/mina-uppgifter">{{ texts.back }}</a>
      </p>
      <h1>{{ texts.refused }}</h1>
      <p class="lead">{{ refusal() }}</p>
    } @else {
      <app-page-state [of]="form" />
    }
  `,
})
export class EntryPage {
  protected readonly texts = {
    back: $localize`:@@entry.back:Mina uppgifter`,
    refused: $localize`:@@entry.refused:Här går det inte att fylla i något värde`,
    badAddress: $localize`:@@entry.bad-address:Adressen är felskriven.`,
    yearToDate: (months: string | number) =>
      $localize`:@@entry.year-to-date:Värdet gäller ${months}:months:: räkna från årets början till och med periodens slut.`,
    ongoing: $localize`:@@entry.ongoing:Pågående period: ett värde som inte är slutligt visas för sig och räknas inte in i summor, läge eller trend.`,
  };
  /** Bound from the route `/inmatning/:indicator/:period?omrade=…&uppdelning=…`. */
  readonly indicator = input.required<string>();
  readonly period = input.required<string>();
  readonly omrade = input<string>();
  readonly uppdelning = input<string>();
  private readonly question = inject(LeaveQuestion);
  private readonly language = injectLanguage();

  protected readonly address = computed<FigureAddress>(() => ({
    indicator: this.indicator(),
    period: this.period(),
    ...(this.omrade() && { territory: this.omrade() }),
    ...(this.uppdelning() && { breakdown: this.uppdelning() }),
  }));
  protected readonly form = inject(EntriesApi).form(this.address);
  /** Why there is no form for such a period, in words; other faults are the page's own. */
  protected readonly refusal = computed(() => {
    const error = this.form.error();
    if (statusOf(error) === 400) return this.texts.badAddress;
    return statusOf(error) === 422 ? problemText(error) : undefined;
  });

  constructor() {
    const [head, opened] = [inject(PageHead), inject(OpenedTasks)];
    effect(() => {
      if (this.refusal()) head.set(this.texts.refused);
      if (this.form.hasValue()) opened.note(this.form.value());
      if (this.form.hasValue()) head.set(textIn(this.form.value().indicator.name, this.language).text);
    });
  }

  /** Asked by the router before it leaves the page. */
  mayLeave(): boolean | Promise<boolean> {
    return this.question.mayLeave();
  }
}
