import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActionSummary } from '@slusen/contracts';
import { actionStateText, dateLabel, isEnded } from '@slusen/domain';
import { ExampleMark, injectLanguage, LocalizedText } from '@slusen/ui';
import { ActionsApi } from '../data/actions-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';

/** The actions that whoever is signed in answers for: first those that wait for a word. */
@Component({
  selector: 'app-action-desk-page',
  imports: [ExampleMark, LocalizedText, PageState, RouterLink],
  template: `
    <h1>{{ texts.heading }}</h1>
    <p class="lead">{{ texts.lead }}</p>
    @if (desk.hasValue()) {
      <p>
        <a class="button" routerLink="/ny-atgard">{{ texts.plan }}</a>
      </p>
      @for (group of groups(); track group.heading) {
        <section class="section">
          <h2>{{ group.heading }}</h2>
          <ul class="plain-list ruled">
            @for (action of group.items; track action.slug) {
              <li>
                <a [routerLink]="['/atgarder', action.slug]" [uiText]="action.title"></a>
                @if (action.isExample) {
                  &ngsp;<ui-example-mark />
                }
                <p class="small">
                  <strong>{{ stateOf(action) }}</strong> · <span [uiText]="action.lead.name"></span>
                </p>
              </li>
            }
          </ul>
        </section>
      } @empty {
        <p class="soft">{{ texts.none }}</p>
      }
    } @else {
      <app-page-state [of]="desk" />
    }
  `,
})
export class ActionDeskPage {
  protected readonly texts = {
    heading: $localize`:@@action-desk.heading:Åtgärder`,
    lead: $localize`:@@action-desk.lead:Det som din förvaltning, eller nämnden den hör till, leder. Säg till här när något har hänt.`,
    plan: $localize`:@@action-desk.plan:Lägg in en åtgärd`,
    none: $localize`:@@action-desk.none:Inga åtgärder är inlagda än.`,
    waiting: $localize`:@@action-desk.waiting:Väntar på besked`,
    underWay: $localize`:@@action-desk.under-way:På gång`,
    ended: $localize`:@@action-desk.ended:Avslutade`,
    still: (days: number) => $localize`:@@action-desk.still:inget nytt på ${days}:days: dagar`,
    until: (day: string) => $localize`:@@action-desk.until:till och med ${day}:day:`,
    past: (day: string) => $localize`:@@action-desk.past:skulle ha varit klar ${day}:day:`,
  };
  protected readonly desk = inject(ActionsApi).desk();
  private readonly language = injectLanguage();
  protected readonly groups = computed(() => {
    const items = this.desk.hasValue() ? this.desk.value().items : [];
    const isWaiting = ({ isPastItsEnd, standstillDays }: ActionSummary): boolean => isPastItsEnd || standstillDays !== undefined;
    const open = items.filter(({ status }) => !isEnded(status));
    return [
      { heading: this.texts.waiting, items: open.filter(isWaiting) },
      { heading: this.texts.underWay, items: open.filter((action) => !isWaiting(action)) },
      { heading: this.texts.ended, items: items.filter(({ status }) => isEnded(status)) },
    ].filter((group) => group.items.length > 0);
  });

  constructor() {
    inject(PageHead).set($localize`:@@action-desk.title:Åtgärder`);
  }

  /** What has ended goes on until no day. */
  protected stateOf(action: ActionSummary): string {
    const { status, endsOn, isPastItsEnd, standstillDays } = action;
    const state = actionStateText(action, this.language);
    if (isEnded(status)) return state;
    const day = dateLabel(endsOn, this.language);
    if (isPastItsEnd) return `${state}, ${this.texts.past(day)}`;
    return standstillDays === undefined ? `${state}, ${this.texts.until(day)}` : `${state}, ${this.texts.still(standstillDays)}`;
  }
}
