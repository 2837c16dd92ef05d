import { Component, computed, input } from '@angular/core';
import type { DecidedIn as Decided } from '@slusen/contracts';
import { decidedText, textIn } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';

/** Which version decided something, and by which decision: "Version 1, kommunfullmäktige 12 juni 2023, § 12, KS 2023/100". */
@Component({
  selector: 'app-decided-in',
  template: `{{ text() }}`,
})
export class DecidedIn {
  readonly decided = input.required<Decided>();
  private readonly language = injectLanguage();
  protected readonly text = computed(() => {
    const { version, body, paragraph, dnr, ...when } = this.decided();
    const day = decidedText(when);
    const by = [textIn(body, this.language).text, day && textIn(day, this.language).text].filter(Boolean).join(' ');
    return [$localize`:@@decided.version:Version ${version}:number:`, by, paragraph, dnr].filter(Boolean).join(', ');
  });
}
