import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActionView } from '@slusen/contracts';
import { actionFieldWord, actionStatusWord, dateLabel, textIn } from '@slusen/domain';
import { ExampleMark, injectLanguage, LocalizedText } from '@slusen/ui';
import { ActionsApi } from '../data/actions-api.js';
import { Breadcrumbs } from '../shell/breadcrumbs.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { ActionState } from './action-state.js';

/** An action for a goal: what, who, when, how far it has come, and everything that was said of it. */
@Component({
  selector: 'app-action-page',
  imports: [ActionState, Breadcrumbs, ExampleMark, LocalizedText, PageState, RouterLink],
  templateUrl: './action-page.html',
})
export class ActionPage {
  protected readonly texts = {
    eyebrow: $localize`:@@action.eyebrow:Åtgärd`,
    example: $localize`:@@action.example:Åtgärden är påhittad för demonstrationen: ingen har åtagit sig den.`,
    goal: $localize`:@@action.goal:Mål`,
    goalGone: $localize`:@@action.goal-gone:(hör till en tidigare version av strategin)`,
    lead: $localize`:@@action.lead:Leds av`,
    partners: $localize`:@@action.partners:Tillsammans med`,
    place: $localize`:@@action.place:Ort`,
    indicator: $localize`:@@action.indicator:Följs med indikatorn`,
    history: $localize`:@@action.history:Vad som har hänt`,
    historyLead: $localize`:@@action.history-lead:Det senaste står först. Inget tas bort.`,
    entered: $localize`:@@action.entered:Åtgärden lades in.`,
    status: (word: string) => $localize`:@@action.status-now:Status: ${word}:word:.`,
    changed: (fields: string) => $localize`:@@action.changed:Ändrat: ${fields}:fields:.`,
  };
  /** Bound from the route `/atgard/:slug`. */
  readonly slug = input.required<string>();
  protected readonly page = inject(ActionsApi).action(this.slug);
  protected readonly language = injectLanguage();
  protected readonly above = computed(() => {
    if (!this.page.hasValue()) return [];
    const { goal } = this.page.value();
    return goal.isInForce ? [{ link: `/mal/${goal.slug}`, name: goal.name }] : [];
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (this.page.hasValue()) head.set(textIn(this.page.value().title, this.language).text);
    });
  }

  protected dayOf(date: string): string {
    return dateLabel(date, this.language);
  }

  /** What a step told: that the action was entered, or what of it was changed; its status wherever it is new. */
  protected toldIn({ revision, status, changed }: ActionView['history'][number]): string {
    const said = this.texts.status(actionStatusWord(status, this.language));
    if (revision === 1) return `${this.texts.entered} ${said}`;
    const other = changed.filter((field) => field !== 'status').map((field) => actionFieldWord(field, this.language));
    const told = other.length > 0 ? [this.texts.changed(other.join(', '))] : [];
    return [...(changed.includes('status') ? [said] : []), ...told].join(' ');
  }
}
