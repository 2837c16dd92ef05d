import { Component, computed, input } from '@angular/core';
import type { GoalDifference, Reference, VersionComparisonView } from '@slusen/contracts';
import { actorRoleWord, reachWord } from '@slusen/domain';
import { injectLanguage, injectWord, LocalizedText } from '@slusen/ui';
import { changeText, comparedFieldText, placeText, sideText } from './comparison-texts.js';
import { TextDifferenceView } from './text-difference.js';

/** What one version of the strategy says otherwise than another, area by area, word by word and target by target. */
@Component({
  selector: 'app-version-comparison',
  imports: [LocalizedText, TextDifferenceView],
  templateUrl: './version-comparison.html',
})
export class VersionComparison {
  protected readonly texts = {
    before: $localize`:@@comparison.before:Tidigare`,
    after: $localize`:@@comparison.after:Senare`,
    strategy: $localize`:@@comparison.strategy:Strategin`,
    from: $localize`:@@comparison.from:från`,
    same: $localize`:@@comparison.same:De säger samma sak.`,
    roles: $localize`:@@comparison.roles:Roller`,
    measures: $localize`:@@comparison.measures:Indikatorer och målvärden`,
    noTarget: $localize`:@@comparison.no-target:inget målvärde`,
    was: $localize`:@@comparison.was:Var:`,
    becomes: $localize`:@@comparison.becomes:Blir:`,
  };
  readonly comparison = input.required<VersionComparisonView>();
  protected readonly language = injectLanguage();
  protected readonly roleWord = injectWord(actorRoleWord);
  protected readonly reachWord = injectWord(reachWord);
  protected readonly fieldText = comparedFieldText;
  protected readonly placeText = placeText;
  protected readonly changeText = changeText;
  protected readonly before = computed(() => sideText(this.comparison().before, this.language));
  protected readonly after = computed(() => sideText(this.comparison().after, this.language));
  protected readonly isSame = computed(() => this.comparison().texts.length + this.comparison().areas.length === 0);

  /** The heading says what something is called that is new or gone. */
  protected textsOf({ change, texts }: Pick<GoalDifference, 'change' | 'texts'>): GoalDifference['texts'] {
    return change === 'added' || change === 'removed' ? texts.filter(({ field }) => field !== 'name') : texts;
  }

  /** In a draft nobody may have named it yet. */
  protected nameOf({ name, slug }: Reference): Reference['name'] {
    return name.sv ? name : { sv: slug };
  }

  /** Whether how the way runs is otherwise: a text that stands on both sides says nothing. */
  protected hasOtherPath({ before, after }: GoalDifference['measures'][number]): boolean {
    return before?.path.sv !== after?.path.sv;
  }
}
