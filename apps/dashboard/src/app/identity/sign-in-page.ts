import { afterNextRender, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { SignInWays } from '@slusen/contracts';
import { Banner, injectLanguage } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { IdentityApi } from '../data/identity-api.js';
import { ruleText } from '../data/problem-texts.js';
import { mayOpen } from '../data/page-access.js';
import { Session } from '../data/session.js';
import { PageHead } from '../shell/page-head.js';
import { safeReturn } from './safe-return.js';
import { SignInForm } from './sign-in-form.js';

/** Where people begin their work, the first that is theirs. */
const DESKS = ['mina-uppgifter', 'granskning', 'oversikt'] as const;
/** Faults that an address may name: those of the municipality's own sign-in, and that it was tried too often. */
const TOLD = /^(?:provider\.[a-z-]+|session\.throttled)$/;

/** Where those who work with the figures sign in: with the municipality's own sign-in, where there is one, or with a password. */
@Component({
  selector: 'app-sign-in-page',
  imports: [Banner, RouterLink, SignInForm],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  protected readonly texts = {
    heading: $localize`:@@sign-in.heading:Logga in`,
    who: $localize`:@@sign-in.who:För dig som rapporterar, granskar eller följer upp kommunens mål. Alla siffror går att läsa utan konto.`,
    lost: $localize`:@@sign-in.lost:Har du glömt lösenordet?`,
    withPassword: $localize`:@@sign-in.with-password:Eller med användarnamn och lösenord`,
  };
  /** Bound from the query: where someone was on the way to. */
  readonly tillbaka = input<string>();
  /** Bound from the query: the code of what went wrong with the municipality's sign-in. */
  readonly fel = input<string>();
  /** Bound from the query: the municipality's sign-in has just let somebody in. */
  readonly klar = input<string>();
  private readonly router = inject(Router);
  private readonly current = inject(CurrentAccount);
  private readonly session = inject(Session);
  private readonly api = inject(IdentityApi);
  private readonly language = injectLanguage();
  private readonly ways = signal<SignInWays | undefined>(undefined);
  protected readonly isKnown = computed(() => this.ways() !== undefined);

  protected readonly fault = computed(() => (TOLD.test(this.fel() ?? '') ? ruleText(this.fel() ?? '') : ''));
  protected readonly provider = computed(() => {
    const { provider } = this.ways() ?? {};
    if (!provider) return undefined;
    const { name } = provider;
    const words = name
      ? $localize`:@@sign-in.with:Logga in med ${name}:name:`
      : $localize`:@@sign-in.with-municipality:Logga in med kommunens inloggning`;
    return { words, address: this.api.providerAddress(safeReturn(this.tillbaka()), this.language) };
  });

  constructor() {
    inject(PageHead).set($localize`:@@sign-in.title:Logga in`);
    afterNextRender(() => void this.begin());
  }

  /** Whoever is signed in already has no business here. */
  private async begin(): Promise<void> {
    if (this.klar() || this.current.isLikely()) await this.session.load();
    if (this.current.account()) this.goOn();
    // A password does without an answer.
    else this.ways.set(await this.api.ways().catch(() => ({})));
  }

  protected goOn(): void {
    const returnTo = safeReturn(this.tillbaka());
    const isHeldUp = this.current.view()?.needsSecondFactor;
    if (isHeldUp) void this.router.navigate(['/konto'], { queryParams: returnTo ? { tillbaka: returnTo } : {}, replaceUrl: true });
    else void this.router.navigateByUrl(returnTo || this.firstPage(), { replaceUrl: true });
  }

  /** The first of the desks that is open to whoever signed in. */
  private firstPage(): string {
    return `/${DESKS.find((path) => mayOpen(this.current.view(), path)) ?? 'konto'}`;
  }
}
