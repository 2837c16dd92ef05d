import { Component, computed, inject } from '@angular/core';
import { FormField } from '@slusen/ui';
import { SettingsDesk } from './settings-desk.js';

/** The municipality's logo: which one is shown, another one, or none. */
@Component({
  selector: 'app-logo-field',
  imports: [FormField],
  template: `
    <ui-form-field [label]="texts.label" [hint]="texts.hint" [fault]="desk.fault('content')" for="logotyp">
      @if (logo(); as shown) {
        <p class="logo-shown"><img [src]="shown.address" [alt]="texts.shown" /></p>
      }
      <input
        #file
        class="input"
        id="logotyp"
        type="file"
        accept="image/png,image/svg+xml"
        aria-describedby="logotyp-hint logotyp-fault"
        [disabled]="desk.isBusy()"
        (change)="choose(file)"
      />
    </ui-form-field>
    @if (logo()) {
      <p>
        <button class="link-button" type="button" [disabled]="desk.isBusy()" (click)="remove()">{{ texts.remove }}</button>
      </p>
    }
  `,
})
export class LogoField {
  protected readonly texts = {
    label: $localize`:@@settings.logo:Logotyp`,
    hint: $localize`:@@settings.logo-hint:PNG eller SVG, högst 256 KiB. Den sparas så fort du har valt den. En SVG får bara innehålla former, färger och text.`,
    shown: $localize`:@@settings.logo-shown:Logotypen som visas nu`,
    remove: $localize`:@@settings.logo-remove:Ta bort logotypen`,
  };
  protected readonly desk = inject(SettingsDesk);
  protected readonly logo = computed(() => this.desk.view()?.logo);

  protected async choose(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    await this.desk.setLogo(await base64Of(file));
    // The same file can be chosen again once it was mended.
    input.value = '';
  }

  protected async remove(): Promise<void> {
    await this.desk.removeLogo();
  }
}

/** The bytes of a file as JSON carries them. */
async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
