import { afterNextRender, Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { CurrentAccount } from '../data/current-account.js';
import { mayOpen } from '../data/page-access.js';
import { Session } from '../data/session.js';
import { PageHead } from '../shell/page-head.js';
import { safeReturn } from './safe-return.js';
import { SignInForm } from './sign-in-form.js';

/** Where people begin their work, the first that is theirs. */
const DESKS = ['mina-uppgifter', 'granskning', 'oversikt'] as const;

/** Where those who work with the figures sign in. */
@Component({
  selector: 'app-sign-in-page',
  imports: [SignInForm],
  template: `
    <div class="prose">
      <h1>{{ texts.heading }}</h1>
      <p>{{ texts.who }}</p>
      <app-sign-in-form (done)="goOn()" />
    </div>
  `,
})
export class SignInPage {
  protected readonly texts = {
    heading: $localize`:@@sign-in.heading:Logga in`,
    who: $localize`:@@sign-in.who:För dig som rapporterar, granskar eller följer upp kommunens mål. Alla siffror går att läsa utan konto.`,
  };
  /** Bound from the query: where someone was on the way to. */
  readonly tillbaka = input<string>();
  private readonly router = inject(Router);
  private readonly current = inject(CurrentAccount);
  private readonly session = inject(Session);

  constructor() {
    inject(PageHead).set($localize`:@@sign-in.title:Logga in`);
    afterNextRender(() => void this.passOn());
  }

  /** Whoever is signed in already has no business here. */
  private async passOn(): Promise<void> {
    if (this.current.isLikely()) await this.session.load();
    if (this.current.account()) this.goOn();
  }

  protected goOn(): void {
    void this.router.navigateByUrl(safeReturn(this.tillbaka()) || this.firstPage(), { replaceUrl: true });
  }

  /** The first of the desks that is open to whoever signed in. */
  private firstPage(): string {
    return `/${DESKS.find((path) => mayOpen(this.current.view(), path)) ?? 'konto'}`;
  }
}
