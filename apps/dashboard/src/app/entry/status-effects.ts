import { Component, input } from '@angular/core';
import type { EntryView, StatusEffect } from '@slusen/contracts';
import { injectLanguage, LocalizedText, PeriodPipe, StatusMark } from '@slusen/ui';

/** What a figure does to each goal once it is published: the status that is, the one that becomes, and how far from the target. */
@Component({
  selector: 'app-status-effects',
  imports: [LocalizedText, PeriodPipe, StatusMark],
  template: `
    @for (effect of effects(); track effect.goal.slug) {
      <p class="small status-effect">
        <span>
          {{ texts.status }}
          @if (effects().length > 1) {
            <span [uiText]="effect.goal.name"></span>
          }
        </span>
        @if (effect.then.period !== of().period) {
          @if (effect.then.period; as rests) {
            <span>{{ texts.elsewhere(rests | period: of()) }}</span>
          } @else {
            <ui-status-mark [status]="effect.then.status" [isFinal]="effect.then.isFinal" />
          }
        } @else if (isSame(effect)) {
          <ui-status-mark [status]="effect.then.status" [isFinal]="effect.then.isFinal" />
          <span>{{ texts.asNow }}</span>
        } @else {
          <ui-status-mark [status]="effect.now.status" [isFinal]="effect.now.isFinal" />
          <strong>{{ texts.becomes }}</strong>
          <ui-status-mark [status]="effect.then.status" [isFinal]="effect.then.isFinal" />
        }
        @if (effect.then.period === of().period && effect.then.distance; as distance) {
          <span>
            · {{ distance[language] }}
            @if (effect.now.distance; as before) {
              <span class="soft">{{ texts.now(before[language]) }}</span>
            }
          </span>
        }
      </p>
    }
  `,
})
export class StatusEffects {
  protected readonly texts = {
    status: $localize`:@@effect.status:Målstatus`,
    asNow: $localize`:@@effect.as-now:som nu`,
    becomes: $localize`:@@effect.becomes:blir`,
    now: (distance: string) => $localize`:@@effect.now:(nu ${distance}:distance:)`,
    elsewhere: (period: string) => $localize`:@@effect.elsewhere:ändras inte: den vilar på ${period}:period:`,
  };
  readonly effects = input.required<readonly StatusEffect[]>();
  /** The figure that it is the effect of. */
  readonly of = input.required<Pick<EntryView, 'period' | 'reporting'>>();
  protected readonly language = injectLanguage();

  protected isSame({ now, then }: StatusEffect): boolean {
    return now.status === then.status && now.isFinal === then.isFinal;
  }
}
