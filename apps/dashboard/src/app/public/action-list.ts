import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ExampleMark, LocalizedText } from '@slusen/ui';
import { ActionsApi, type ActionsOf } from '../data/actions-api.js';
import { ActionState } from './action-state.js';

/** What is done for a goal, or by an actor: each action with how far it has come and the way to its page. */
@Component({
  selector: 'app-action-list',
  imports: [ActionState, ExampleMark, LocalizedText, RouterLink],
  template: `
    <section class="section" aria-labelledby="atgarder">
      <h2 id="atgarder">{{ texts.heading }}</h2>
      @if (list.hasValue()) {
        <ul class="plain-list ruled">
          @for (action of list.value().items; track action.slug) {
            <li>
              <a [routerLink]="['/atgard', action.slug]" [uiText]="action.title"></a>
              @if (action.isExample) {
                &ngsp;<ui-example-mark />
              }
              <app-action-state [action]="action" />
              <p class="small soft">
                @if (isOfGoal()) {
                  {{ texts.leads }} <a [routerLink]="['/samverkan', action.lead.slug]" [uiText]="action.lead.name"></a>
                } @else {
                  {{ texts.goal }} <span [uiText]="action.goal.name"></span>
                }
              </p>
            </li>
          } @empty {
            <li class="soft">{{ isOfGoal() ? texts.noneForGoal : texts.noneOfActor }}</li>
          }
        </ul>
      } @else if (list.error()) {
        <p class="soft" role="status">{{ texts.failed }}</p>
      } @else {
        <p class="soft" role="status">{{ texts.loading }}</p>
      }
    </section>
  `,
})
export class ActionList {
  protected readonly texts = {
    heading: $localize`:@@actions.heading:Åtgärder`,
    leads: $localize`:@@actions.leads:Leds av`,
    goal: $localize`:@@actions.goal:För målet`,
    noneForGoal: $localize`:@@actions.none-for-goal:Inga åtgärder är inlagda för målet än.`,
    noneOfActor: $localize`:@@actions.none-of-actor:Varken leder eller medverkar i någon åtgärd som är inlagd.`,
    failed: $localize`:@@actions.failed:Åtgärderna går inte att hämta just nu.`,
    loading: $localize`:@@actions.loading:Hämtar åtgärder …`,
  };
  readonly of = input.required<ActionsOf>();
  protected readonly list = inject(ActionsApi).list(this.of);
  protected readonly isOfGoal = computed(() => 'goal' in this.of());
}
