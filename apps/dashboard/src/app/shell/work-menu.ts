import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PagePath } from '@slusen/contracts/pages';
import { CurrentAccount } from '../data/current-account.js';
import { onReturn } from '../data/on-return.js';
import { mayOpen } from '../data/page-access.js';
import { Session } from '../data/session.js';
import { CurrentPath } from './current-path.js';
import { OwnIndicatorStrip } from './own-indicator-strip.js';
import { GuideStrip } from './guide-strip.js';

interface Desk {
  readonly path: PagePath;
  readonly name: string;
}

/** The way to each desk that whoever is signed in has the right to. */
@Component({
  selector: 'app-work-menu',
  imports: [GuideStrip, OwnIndicatorStrip, RouterLink],
  template: `
    @if (isShown()) {
      <nav class="work-nav site-nav" i18n-aria-label="@@shell.work-menu" aria-label="Mitt arbete">
        <ul class="page">
          @for (desk of desks(); track desk.path) {
            <li>
              <a [routerLink]="'/' + desk.path" [attr.aria-current]="desk === shown() ? path.ariaCurrent('/' + desk.path) : null">{{
                desk.name
              }}</a>
            </li>
          }
        </ul>
      </nav>
      <app-own-indicator-strip />
      <app-guide-strip />
    }
  `,
})
export class WorkMenu {
  protected readonly current = inject(CurrentAccount);
  protected readonly path = inject(CurrentPath);
  /** Until a second factor is set up where one is needed, only the account's page is open. */
  protected readonly isShown = computed(() => this.current.view()?.needsSecondFactor === false);
  private readonly session = inject(Session);
  private readonly all: readonly Desk[] = [
    { path: 'mina-uppgifter', name: $localize`:@@shell.tasks:Mina uppgifter` },
    { path: 'mina-indikatorer', name: $localize`:@@shell.own-indicators:Mina indikatorer` },
    { path: 'rutnat', name: $localize`:@@shell.grid:Rutnät` },
    { path: 'granskning', name: $localize`:@@shell.review:Granskning` },
    { path: 'omgangar', name: $localize`:@@shell.rounds:Omgångar` },
    { path: 'importera', name: $localize`:@@shell.importing:Läs in fil` },
    { path: 'atgarder', name: $localize`:@@shell.actions:Åtgärder` },
    { path: 'oversikt', name: $localize`:@@shell.overview:Översikt` },
    { path: 'administration/strategi', name: $localize`:@@shell.drafting:Strategin` },
    { path: 'administration', name: $localize`:@@shell.administration:Administration` },
    { path: 'administration/indikatorer', name: $localize`:@@shell.indicator-desk:Sköta indikatorer` },
    { path: 'dolj', name: $localize`:@@shell.masking:Dölj uppgifter` },
    { path: 'nycklar', name: $localize`:@@shell.machine-keys:Systemnycklar` },
  ];
  protected readonly desks = computed(() => this.all.filter(({ path }) => mayOpen(this.current.view(), path)));
  /** The desk one is at: of one within another, the inner, since a menu has one place that is here. */
  protected readonly shown = computed(() =>
    this.desks()
      .filter(({ path }) => this.path.ariaCurrent(`/${path}`) !== null)
      .reduce<Desk | undefined>((inner, desk) => (desk.path.length > (inner?.path.length ?? 0) ? desk : inner), undefined),
  );

  constructor() {
    // Rights may have been given or taken meanwhile.
    onReturn(() => void this.session.goOnSignedIn().catch(() => false));
  }
}
