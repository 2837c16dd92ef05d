import { Component, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { actorKindWord, actorRoleWord, textIn } from '@slusen/domain';
import { DayPipe, ExampleMark, injectLanguage, injectWord, LocalizedText } from '@slusen/ui';
import { ActorsApi } from '../data/actors-api.js';
import { Breadcrumbs } from '../shell/breadcrumbs.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { ActionList } from './action-list.js';

/** One actor and what it does for each goal. */
@Component({
  selector: 'app-actor-page',
  imports: [ActionList, Breadcrumbs, DayPipe, ExampleMark, LocalizedText, PageState, RouterLink],
  template: `
    @if (page.hasValue()) {
      @let view = page.value();
      <app-breadcrumbs [above]="above" />
      <p class="eyebrow">{{ kindWord(view.kind) }}</p>
      <h1>
        <span [uiText]="view.name"></span>
        @if (view.isExample) {
          &ngsp;<ui-example-mark />
        }
      </h1>
      @if (view.ended; as ended) {
        <p class="lead">
          {{ texts.ended }} {{ ended.from | day }} ({{ ended.decision }})
          @for (to of ended.into; track to.slug) {
            <span>→ <a [routerLink]="['/samverkan', to.slug]" [uiText]="to.name"></a></span>
          }
        </p>
      }
      @for (before of view.cameFrom; track before.actor.slug) {
        <p class="soft">
          {{ texts.cameFrom }} <a [routerLink]="['/samverkan', before.actor.slug]" [uiText]="before.actor.name"></a> {{ texts.on }}
          {{ before.from | day }}
        </p>
      }
      <ul class="plain-list ruled">
        @for (held of view.roles; track $index) {
          <li>
            <a [routerLink]="['/mal', held.goal.slug]" [uiText]="held.goal.name"></a>
            <strong>{{ roleWord(held.role) }}</strong>
            @if (held.isExample) {
              <ui-example-mark />
            }
            @if (held.note; as note) {
              <span class="small soft" [uiText]="note"></span>
            }
          </li>
        } @empty {
          <li class="soft">{{ texts.noRole }}</li>
        }
      </ul>
      <app-action-list [of]="{ actor: view.slug }" />
    } @else {
      <app-page-state [of]="page" />
    }
  `,
})
export class ActorPage {
  protected readonly texts = {
    noRole: $localize`:@@actor.no-role:Har ingen roll i något mål än.`,
    ended: $localize`:@@actor.ended:Upphörde den`,
    on: $localize`:@@actor.on:den`,
    cameFrom: $localize`:@@actor.came-from:Tog över efter`,
  };
  /** Bound from the route `/samverkan/:slug`. */
  readonly slug = input.required<string>();
  protected readonly page = inject(ActorsApi).actor(this.slug);
  protected readonly roleWord = injectWord(actorRoleWord);
  protected readonly kindWord = injectWord(actorKindWord);
  protected readonly above = [{ link: '/samverkan', name: { sv: 'Vem gör vad', en: 'Who does what' } }];

  constructor() {
    const head = inject(PageHead);
    const language = injectLanguage();
    effect(() => {
      if (this.page.hasValue()) head.set(textIn(this.page.value().name, language).text);
    });
  }
}
