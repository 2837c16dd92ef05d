import { Component, computed, inject, input } from '@angular/core';
import { DATA_LICENCES, licenceText, type SiteSetting } from '@slusen/domain';
import { FormField, injectLanguage, TypedText } from '@slusen/ui';
import { SettingsDesk } from './settings-desk.js';
import { settingTexts } from './setting-texts.js';

const KINDS: Partial<Record<SiteSetting, string>> = { contactEmail: 'email', contactTelephone: 'tel', dataProtectionOfficer: 'email' };

/** One setting: a field, or what the environment says in its place. */
@Component({
  selector: 'app-setting-field',
  imports: [FormField, TypedText],
  template: `
    @if (isLocked()) {
      <div class="field">
        <p class="setting-name">{{ text().label }}</p>
        <p>{{ desk.text(setting()) }}</p>
        <p class="hint">{{ lockedText() }}</p>
      </div>
    } @else if (setting() === 'licence') {
      <fieldset class="choices">
        <legend>{{ text().label }}</legend>
        <p class="small soft">{{ text().hint }}</p>
        @for (item of licences; track item.licence) {
          <label>
            <input
              type="radio"
              name="licence"
              [checked]="desk.text('licence') === item.licence"
              (change)="desk.type('licence', item.licence)"
            />
            {{ item.text }}
          </label>
        }
      </fieldset>
    } @else {
      <ui-form-field [label]="text().label" [hint]="text().hint" [fault]="desk.fault(setting())" [for]="setting()">
        <input
          autocomplete="off"
          [type]="kind()"
          [readOnly]="isFixed()"
          [uiTypedText]="desk.text(setting())"
          (typed)="desk.type(setting(), $event)"
        />
        @if (setting() === 'accent') {
          <label class="colour-choice small">
            <input type="color" [value]="colour()" (input)="desk.type('accent', $any($event.target).value)" />
            {{ texts.pick }}
          </label>
        }
      </ui-form-field>
    }
  `,
})
export class SettingField {
  protected readonly texts = { pick: $localize`:@@settings.pick-colour:Välj en färg` };
  readonly setting = input.required<SiteSetting>();
  protected readonly desk = inject(SettingsDesk);
  private readonly language = injectLanguage();
  private readonly words = settingTexts();
  protected readonly text = computed(() => this.words[this.setting()]);
  protected readonly kind = computed(() => KINDS[this.setting()] ?? 'text');
  protected readonly licences = DATA_LICENCES.map((licence) => ({ licence, text: licenceText(licence, this.language) }));
  private readonly stored = computed(() => this.desk.of(this.setting()));
  protected readonly isLocked = computed(() => this.stored()?.origin === 'environment');
  protected readonly isFixed = computed(
    () => this.setting() === 'code' && this.stored()?.origin === 'stored' && (this.desk.view()?.isCodeFixed ?? false),
  );
  protected readonly colour = computed(() => (/^#[0-9a-f]{6}$/i.test(this.desk.text('accent')) ? this.desk.text('accent') : '#1f4e79'));
  protected readonly lockedText = computed(
    () => $localize`:@@settings.locked:Sätts i miljön (${this.stored()?.variable ?? ''}:variable:) och kan inte ändras här.`,
  );
}
