import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Banner, injectLanguage } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { CurrentAccount } from '../data/current-account.js';
import { IdentityApi } from '../data/identity-api.js';
import { problemText } from '../data/problem-texts.js';
import { Session } from '../data/session.js';
import { ModalDialog } from './modal-dialog.js';
import { SignInForm } from './sign-in-form.js';

const WARN_BEFORE = 2 * 60_000;
const LOOK_EVERY = 5_000;

/** Warns two minutes before a session ends, and lets someone whose session ended sign in again where they are. */
@Component({
  selector: 'app-session-dialogs',
  imports: [Banner, ModalDialog, SignInForm],
  templateUrl: './session-dialogs.html',
})
export class SessionDialogs {
  protected readonly texts = {
    warning: $localize`:@@session.warning:Är du kvar?`,
    minutes: (minutesLeft: string | number) =>
      $localize`:@@session.minutes:Du loggas ut om ${minutesLeft}:minutesLeft: minuter. Det du har skrivit finns kvar.`,
    minute: $localize`:@@session.minute:Du loggas ut om en minut. Det du har skrivit finns kvar.`,
    stay: $localize`:@@session.stay:Fortsätt vara inloggad`,
    ended: $localize`:@@session.ended:Du har loggats ut`,
    again: $localize`:@@session.again:Logga in igen så fortsätter du där du var. Inget du har skrivit är borta.`,
    elsewhere: $localize`:@@session.elsewhere:Logga in igen i en ny flik, och kom sedan tillbaka hit. Inget du har skrivit är borta.`,
    newTab: $localize`:@@session.new-tab:Logga in i en ny flik`,
    goOn: $localize`:@@session.go-on:Jag har loggat in`,
    stillOut: $localize`:@@session.still-out:Du är inte inloggad än. Logga in i den nya fliken först.`,
    other: $localize`:@@session.other:Logga in som någon annan`,
  };
  protected readonly account = inject(CurrentAccount).account;
  protected readonly newTabAddress = inject(IdentityApi).providerAddress('/konto', injectLanguage());
  protected readonly problem = signal('');
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly now = signal(Date.now());

  private readonly left = computed(() => (this.session.endsAt() ?? Infinity) - this.now());
  /** Whole minutes, at least one, so that nobody is told zero. */
  protected readonly minutesLeft = computed(() => Math.max(1, Math.ceil(this.left() / 60_000)));
  protected readonly needsSignIn = computed(() => this.session.isInterrupted() || this.left() <= 0);
  protected readonly isWarning = computed(() => !this.needsSignIn() && this.left() <= WARN_BEFORE);

  constructor() {
    const timer = setInterval(() => this.now.set(Date.now()), LOOK_EVERY);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected async stay(): Promise<void> {
    try {
      await this.session.renew();
    } catch {
      // It ended meanwhile, perhaps in another tab: the form asks who it is.
      this.session.endsAt.set(0);
    }
    this.now.set(Date.now());
  }

  /** Somebody else who signed in meanwhile must not go on with this person's work. */
  protected async goOn(): Promise<void> {
    try {
      this.problem.set('');
      if (!(await this.session.goOnSignedIn())) this.leave();
    } catch (error) {
      this.problem.set(statusOf(error) === 401 ? this.texts.stillOut : problemText(error));
    }
  }

  protected leave(): void {
    this.session.giveUp();
    void this.router.navigate(['/logga-in'], { queryParams: { tillbaka: this.router.url } });
  }
}
