import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTOR_ROLES, type ActorRole } from '@slusen/domain';
import type { IndicatorPageView } from '@slusen/contracts';
import { cadenceWord, DayPipe, LocalizedText, missingWord, PeriodPipe, roleWord, WithUnitPipe } from '@slusen/ui';

/** What the indicator is, who answers for it, when the next value comes, what was corrected and where the series breaks. */
@Component({
  selector: 'app-indicator-facts',
  imports: [DayPipe, LocalizedText, PeriodPipe, RouterLink, WithUnitPipe],
  templateUrl: './indicator-facts.html',
})
export class IndicatorFacts {
  readonly page = input.required<IndicatorPageView>();
  protected readonly cadence = computed(() => cadenceWord(this.page().indicator.cadence));
  protected readonly direction = computed(() => {
    const { direction } = this.page().indicator;
    if (direction === 'none') return $localize`:@@facts.direction-none:Varken högre eller lägre är bättre i sig`;
    return direction === 'increase' ? $localize`:@@facts.direction-up:Högre är bättre` : $localize`:@@facts.direction-down:Lägre är bättre`;
  });
  protected readonly missingWord = missingWord;

  protected roleOf(role: string): string {
    return ACTOR_ROLES.includes(role as ActorRole) ? roleWord(role as ActorRole) : role;
  }
}
