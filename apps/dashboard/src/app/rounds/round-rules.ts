import { Component, computed, input, output } from '@angular/core';
import type { RoundList, RoundRuleView } from '@slusen/contracts';
import { cadenceWord, nextRoundOfRule, ROUND_CADENCES, upperFirst, USUAL_ROUND_RULE } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import type { Attempt } from '../data/attempt.js';
import { nextRoundText } from './next-round-text.js';
import { RoundRuleForm } from './round-rule-form.js';

/** The rules by which rounds come back, one for each cadence, so that nobody must remember them. */
@Component({
  selector: 'app-round-rules',
  imports: [RoundRuleForm],
  template: `
    <section class="section" aria-labelledby="aterkommande">
      <h2 id="aterkommande">{{ texts.heading }}</h2>
      <p class="prose">{{ texts.lead }}</p>
      @for (rule of rules(); track rule.cadence) {
        <details class="disclosure">
          <summary>{{ summary(rule) }}</summary>
          <div class="content">
            <app-round-rule-form [rule]="rule" [today]="list().today" [attempt]="attempt()" (changed)="changed.emit()" />
          </div>
        </details>
      }
    </section>
  `,
})
export class RoundRules {
  protected readonly texts = {
    heading: $localize`:@@round-rules.heading:Återkommande omgångar`,
    lead: $localize`:@@round-rules.lead:En regel lägger upp omgångarna av sig själv, så att ingen behöver komma ihåg dem. Ändras en regel gäller det omgångar som inte finns än; de som finns ändras var för sig.`,
    off: (cadence: string) => $localize`:@@round-rules.off:${cadence}:cadence:: av`,
  };
  readonly list = input.required<RoundList>();
  readonly attempt = input.required<Attempt>();
  readonly changed = output();
  private readonly language = injectLanguage();
  protected readonly rules = computed(() =>
    ROUND_CADENCES.map(
      (cadence): RoundRuleView =>
        this.list().rules.find((rule) => rule.cadence === cadence) ?? { cadence, revision: 0, ...USUAL_ROUND_RULE },
    ),
  );

  protected summary(rule: RoundRuleView): string {
    const cadence = upperFirst(cadenceWord(rule.cadence, this.language));
    return rule.isOn ? `${cadence}. ${nextRoundText(nextRoundOfRule(rule, this.list().today), this.language)}` : this.texts.off(cadence);
  }
}
