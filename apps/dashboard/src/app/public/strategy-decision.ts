import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StartPageView } from '@slusen/contracts';
import { dateLabel, textIn } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';

/** Which decision a page's goals rest on: "Antagen av kommunfullmäktige hösten 2017". */
@Component({
  selector: 'app-strategy-decision',
  imports: [RouterLink],
  template: `<p class="soft">
    {{ sentence() }} <a routerLink="/strategi">{{ texts.whole }}</a>
  </p>`,
})
export class StrategyDecision {
  protected readonly texts = {
    whole: $localize`:@@decision.whole:Läs hela strategin`,
  };
  readonly strategy = input.required<StartPageView['strategy']>();
  private readonly language = injectLanguage();

  protected readonly sentence = computed(() => {
    const { name, body, paragraph, dnr } = this.strategy();
    const title = textIn(name, this.language).text;
    const reference = [paragraph, dnr && $localize`:@@decision.dnr:diarienummer ${dnr}:dnr:`].filter(Boolean).join(', ');
    const by = textIn(body, this.language).text;
    const adopted = $localize`:@@decision.adopted:${title}:title:, antagen av ${by}:body: ${this.when()}:when:`;
    return reference ? `${adopted} (${reference}).` : `${adopted}.`;
  });

  private when(): string {
    const { decidedOn, decidedOnText } = this.strategy();
    if (decidedOn) return $localize`:@@decision.on:den ${dateLabel(decidedOn, this.language)}:date:`;
    return decidedOnText ? textIn(decidedOnText, this.language).text : '';
  }
}
