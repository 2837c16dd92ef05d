import { Component, computed, input, output } from '@angular/core';
import type { FollowerView, PlannedReorganisation } from '@slusen/contracts';
import { FOLLOWER_KINDS, textIn, type FollowerKind, type Localized } from '@slusen/domain';
import { injectLanguage, LocalizedText } from '@slusen/ui';
import { FOLLOWER_TEXTS, REORGANISE_TEXTS } from './reorganise-texts.js';

/** Whoever takes over something. */
type Taker = PlannedReorganisation['into'][number];

/** What follows an actor, by its kind; of one that is divided with who takes each, chosen or decided. */
@Component({
  selector: 'app-follower-list',
  imports: [LocalizedText],
  template: `
    @for (group of groups(); track group.kind) {
      <h3>{{ kindTexts[group.kind] }} ({{ group.items.length }})</h3>
      <ul class="plain-list ruled">
        @for (one of group.items; track one.thing) {
          @let to = takerOf()(one.thing);
          <li>
            <span [uiText]="one.name"></span>
            @if (takers().length > 0 && !isDecided()) {
              <select
                class="input"
                [attr.aria-label]="texts.to + ': ' + nameText(one.name)"
                (change)="given.emit([one.thing, taker.value])"
                #taker
              >
                <option value="">{{ texts.choose }}</option>
                @for (other of takers(); track other.slug) {
                  <option [value]="other.slug" [selected]="other.slug === to">{{ other.name.sv }}</option>
                }
              </select>
            } @else {
              @for (other of takers(); track other.slug) {
                @if (other.slug === to) {
                  <span class="soft">→ <span [uiText]="other.name"></span></span>
                }
              }
            }
          </li>
        }
      </ul>
    } @empty {
      <p class="soft">{{ texts.followsNone }}</p>
    }
  `,
})
export class FollowerList {
  protected readonly texts = REORGANISE_TEXTS;
  protected readonly kindTexts = FOLLOWER_TEXTS;
  readonly followers = input.required<readonly FollowerView[]>();
  /** Of one that is divided: between whom. */
  readonly takers = input<readonly Taker[]>([]);
  /** Empty until it is said. */
  readonly takerOf = input<(thing: string) => string>(() => '');
  readonly isDecided = input(false);
  readonly given = output<readonly [thing: string, to: string]>();
  private readonly language = injectLanguage();
  protected readonly groups = computed(() => grouped(this.followers()));

  protected nameText(name: Localized): string {
    return textIn(name, this.language).text;
  }
}

function grouped(followers: readonly FollowerView[]): { readonly kind: FollowerKind; readonly items: readonly FollowerView[] }[] {
  return FOLLOWER_KINDS.map((kind) => ({ kind, items: followers.filter((one) => one.kind === kind) })).filter(
    ({ items }) => items.length > 0,
  );
}
