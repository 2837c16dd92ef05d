import { afterNextRender, Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../data/session.js';
import { PageHead } from '../shell/page-head.js';
import { safeReturn } from './signed-in.js';
import { SignInForm } from './sign-in-form.js';

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
  private readonly session = inject(Session);

  constructor() {
    inject(PageHead).set($localize`:@@sign-in.title:Logga in`);
    afterNextRender(async () => {
      await this.session.loadIfLikely();
      if (this.session.account()) this.goOn();
    });
  }

  protected goOn(): void {
    void this.router.navigateByUrl(safeReturn(this.tillbaka()) || this.firstPage(), { replaceUrl: true });
  }

  private firstPage(): string {
    if (this.session.has('reporter')) return '/mina-uppgifter';
    if (this.session.has('reviewer')) return '/granskning';
    return this.session.has('politician', 'strategist', 'administrator') ? '/oversikt' : '/konto';
  }
}
