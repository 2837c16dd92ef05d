import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StrategyDocument } from '@slusen/contracts';
import { ACTOR_ROLES, actorRoleWord, upperFirst } from '@slusen/domain';
import { ExampleMark, injectWord, LocalizedText } from '@slusen/ui';

/** Who does what for a goal: the roles that someone has, in their order, each with its actors. */
@Component({
  selector: 'app-role-holders',
  imports: [ExampleMark, LocalizedText, RouterLink],
  template: `
    <dl class="facts wide">
      @for (one of byRole(); track one.role) {
        <dt>{{ one.word }}</dt>
        <dd>
          <ul class="plain-list">
            @for (held of one.actors; track held.actor.slug) {
              <li>
                <a [routerLink]="['/samverkan', held.actor.slug]" [uiText]="held.actor.name"></a>
                @if (held.isExample) {
                  &ngsp;<ui-example-mark />
                }
                @if (held.note; as note) {
                  &ngsp;<span class="soft" [uiText]="note"></span>
                }
              </li>
            }
          </ul>
        </dd>
      }
    </dl>
  `,
})
export class RoleHolders {
  readonly roles = input.required<StrategyDocument['areas'][number]['goals'][number]['roles']>();
  private readonly word = injectWord(actorRoleWord);
  protected readonly byRole = computed(() =>
    ACTOR_ROLES.map((role) => ({
      role,
      word: upperFirst(this.word(role)),
      actors: this.roles().filter((one) => one.role === role),
    })).filter(({ actors }) => actors.length > 0),
  );
}
