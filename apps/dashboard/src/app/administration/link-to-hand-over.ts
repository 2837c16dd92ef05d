import { Component, input } from '@angular/core';
import { FormField } from '@slusen/ui';
import { Attempt } from '../data/attempt.js';
import { AttemptNotice } from '../shell/attempt-notice.js';

/** A link that somebody is to get by hand, to be copied. */
@Component({
  selector: 'app-link-to-hand-over',
  imports: [AttemptNotice, FormField],
  template: `
    <ui-form-field [label]="texts.link" for="lank-att-lamna">
      <input #field class="input" id="lank-att-lamna" readonly [value]="link()" />
    </ui-form-field>
    <div class="row field">
      <button class="button" type="button" (click)="copy(field)">{{ texts.copy }}</button>
      <app-attempt-notice [of]="attempt" />
    </div>
  `,
})
export class LinkToHandOver {
  protected readonly texts = {
    link: $localize`:@@mails.link:Länk att lämna över`,
    copy: $localize`:@@mails.copy:Kopiera länken`,
    copied: $localize`:@@mails.copied:Länken är kopierad.`,
    copyByHand: $localize`:@@mails.copy-by-hand:Webbläsaren lät inte programmet kopiera. Länken är markerad, så kopiera den själv.`,
  };
  readonly link = input.required<string>();
  protected readonly attempt = new Attempt();

  protected copy(field: HTMLInputElement): Promise<void> {
    return this.attempt.make(async () => {
      try {
        await navigator.clipboard.writeText(this.link());
        return this.texts.copied;
      } catch {
        field.select();
        this.attempt.problem.set(this.texts.copyByHand);
        return '';
      }
    });
  }
}
