import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTOR_KINDS, actorKindHeading, actorRoleWord } from '@slusen/domain';
import { EmptyState, ExampleMark, injectWord, LocalizedText } from '@slusen/ui';
import { ActorsApi } from '../data/actors-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';

/** Who does what: every actor, by kind, with its role in each goal. */
@Component({
  selector: 'app-actor-list-page',
  imports: [EmptyState, ExampleMark, LocalizedText, PageState, RouterLink],
  template: `
    <h1>{{ texts.heading }}</h1>
    <p class="lead">{{ texts.lead }}</p>
    <p>
      <a routerLink="/roller">{{ texts.matrix }}</a>
    </p>
    @if (list.hasValue()) {
      @if (hasExamples()) {
        <p class="small soft"><ui-example-mark />&ngsp;{{ texts.examples }}</p>
      }
      @for (group of groups(); track group.kind) {
        <section class="section">
          <h2>{{ group.heading }}</h2>
          <ul class="cards">
            @for (actor of group.actors; track actor.slug) {
              <li class="card">
                <h3>
                  <a class="card-link" [routerLink]="['/samverkan', actor.slug]" [uiText]="actor.name"></a>
                  @if (actor.isExample) {
                    &ngsp;<ui-example-mark />
                  }
                </h3>
                <ul class="plain-list small">
                  @for (held of actor.roles; track $index) {
                    <li>
                      {{ roleWord(held.role) }}: <span [uiText]="held.goal.name"></span>
                      @if (held.isExample) {
                        &ngsp;<ui-example-mark />
                      }
                    </li>
                  } @empty {
                    <li class="soft">{{ texts.noRole }}</li>
                  }
                </ul>
              </li>
            }
          </ul>
        </section>
      } @empty {
        <ui-empty-state i18n-heading="@@actors.none" heading="Inga aktörer är inlagda än" />
      }
    } @else {
      <app-page-state [of]="list" />
    }
  `,
})
export class ActorListPage {
  protected readonly texts = {
    heading: $localize`:@@actors.heading:Vem gör vad`,
    lead: $localize`:@@actors.lead:Målen nås inte av kommunen ensam. Här står vad var och en gör.`,
    examples: $localize`:@@actors.examples:Mål, roller och aktörer som är märkta ”exempel” är påhittade för demonstrationen: ingen har åtagit sig rollerna.`,
    matrix: $localize`:@@actors.matrix:Alla roller i en tabell, med luckor`,
    noRole: $localize`:@@actors.no-role:Har ingen roll i något mål än.`,
  };
  protected readonly list = inject(ActorsApi).list();
  protected readonly roleWord = injectWord(actorRoleWord);
  private readonly headingOf = injectWord(actorKindHeading);
  protected readonly hasExamples = computed(
    () => this.list.hasValue() && this.list.value().items.some(({ isExample, roles }) => isExample || roles.some((held) => held.isExample)),
  );
  protected readonly groups = computed(() => {
    const actors = this.list.hasValue() ? this.list.value().items : [];
    return ACTOR_KINDS.map((kind) => ({
      kind,
      heading: this.headingOf(kind),
      actors: actors.filter((actor) => actor.kind === kind),
    })).filter((group) => group.actors.length > 0);
  });

  constructor() {
    inject(PageHead).set($localize`:@@actors.title:Vem gör vad`);
  }
}
