import { Component, input, output } from '@angular/core';
import { Banner } from '@slusen/ui';

/** Recovery codes, shown once: to print, or to write down. */
@Component({
  selector: 'app-recovery-codes',
  imports: [Banner],
  template: `
    <ui-banner tone="success" [live]="true"
      ><p>{{ texts.on }}</p></ui-banner
    >
    <h3>{{ texts.heading }}</h3>
    <p>{{ texts.info }}</p>
    <p>{{ texts.whose }}</p>
    <ul class="codes">
      @for (code of codes(); track code) {
        <li>
          <code>{{ code }}</code>
        </li>
      }
    </ul>
    <div class="row">
      <button class="button secondary" type="button" (click)="print()">{{ texts.print }}</button>
      <button class="button" type="button" (click)="kept.emit()">{{ texts.kept }}</button>
    </div>
  `,
})
export class RecoveryCodeList {
  readonly codes = input.required<readonly string[]>();
  readonly username = input.required<string>();
  /** Somebody has written them down. */
  readonly kept = output();

  protected get texts() {
    const username = this.username();
    return {
      on: $localize`:@@second-factor.on-now:Tvåstegsverifieringen är på. Dina andra inloggningar är avslutade.`,
      heading: $localize`:@@second-factor.codes:Reservkoder`,
      info: $localize`:@@second-factor.codes-info:De visas bara nu. Skriv ut dem eller skriv av dem, och lägg dem där du har andra viktiga papper. Var och en släpper in dig en gång om du inte har telefonen.`,
      whose: $localize`:@@second-factor.codes-whose:Reservkoder för ${username}:username:`,
      print: $localize`:@@second-factor.print:Skriv ut`,
      kept: $localize`:@@second-factor.kept:Jag har sparat koderna`,
    };
  }

  protected print(): void {
    window.print();
  }
}
