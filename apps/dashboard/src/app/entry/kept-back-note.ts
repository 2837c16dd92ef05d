import { Component, computed, input } from '@angular/core';
import { enumerated, partName, WHOLE } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';

/** Which parts of a figure the public will not see, and why. */
@Component({ selector: 'app-kept-back-note', template: `{{ told() }}` })
export class KeptBackNote {
  readonly keptBack = input.required<readonly string[]>();
  /** Fewer than so many are not told of. */
  readonly threshold = input.required<number>();
  private readonly language = injectLanguage();
  protected readonly told = computed(() => {
    const total = $localize`:@@review.total:totalen`;
    const names = this.keptBack().map((key) => (key === WHOLE ? total : partName(key, this.language)));
    const parts = enumerated(names, this.language);
    return $localize`:@@review.kept-back-of:Visas inte för allmänheten: ${parts}:parts:. Färre än ${this.threshold()}:threshold: personer kan kännas igen.`;
  });
}
