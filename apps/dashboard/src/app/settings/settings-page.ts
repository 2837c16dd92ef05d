import { afterNextRender, Component, inject, signal } from '@angular/core';
import { Banner } from '@slusen/ui';
import { PageHead } from '../shell/page-head.js';
import { ErrorPage } from '../shell/error-page.js';
import { LogoField } from './logo-field.js';
import { SettingField } from './setting-field.js';
import { SettingsDesk } from './settings-desk.js';

/** What the municipality sets of its own installation. */
@Component({
  selector: 'app-settings-page',
  imports: [Banner, ErrorPage, LogoField, SettingField],
  providers: [SettingsDesk],
  template: `
    @if (desk.failure() !== undefined) {
      <app-error-page [status]="desk.failure()!" />
    } @else {
      <h1>{{ texts.heading }}</h1>
      <p class="lead prose">{{ texts.lead }}</p>
      @if (desk.view()) {
        @if (desk.problem()) {
          <ui-banner tone="problem" [live]="true"
            ><p>{{ desk.problem() }}</p></ui-banner
          >
        }
        @if (isSaved()) {
          <ui-banner tone="success" [live]="true"
            ><p>{{ texts.saved }}</p></ui-banner
          >
        }
        <form (submit)="save($event)" novalidate>
          <h2>{{ texts.whose }}</h2>
          <app-setting-field setting="municipality" />
          <app-setting-field setting="code" />
          <h2>{{ texts.looks }}</h2>
          <app-logo-field />
          <app-setting-field setting="accent" />
          <h2>{{ texts.contact }}</h2>
          <app-setting-field setting="licence" />
          <app-setting-field setting="contactEmail" />
          <app-setting-field setting="contactTelephone" />
          <app-setting-field setting="dataProtectionOfficer" />
          <button class="button" type="submit" [disabled]="desk.isBusy()">{{ texts.save }}</button>
        </form>
      } @else {
        <p class="soft" role="status">{{ texts.loading }}</p>
      }
    }
  `,
})
export class SettingsPage {
  protected readonly texts = {
    heading: $localize`:@@settings.heading:Inställningar`,
    lead: $localize`:@@settings.lead:Det som sparas här syns på alla sidor genast. Vem som ändrade vad står i händelseloggen.`,
    whose: $localize`:@@settings.whose:Kommunen`,
    looks: $localize`:@@settings.looks:Utseende`,
    contact: $localize`:@@settings.contact:Licens och kontakt`,
    save: $localize`:@@settings.save:Spara`,
    saved: $localize`:@@settings.saved:Sparat. Sidorna visar det nu.`,
    loading: $localize`:@@settings.loading:Hämtar …`,
  };
  protected readonly desk = inject(SettingsDesk);
  protected readonly isSaved = signal(false);

  constructor() {
    inject(PageHead).set($localize`:@@settings.title:Inställningar`);
    afterNextRender(() => void this.desk.load());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaved.set(false);
    this.isSaved.set(await this.desk.save());
  }
}
