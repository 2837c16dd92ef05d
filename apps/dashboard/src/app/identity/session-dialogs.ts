import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { CurrentAccount } from '../data/current-account.js';
import { Session } from '../data/session.js';
import { ModalDialog } from './modal-dialog.js';
import { SignInForm } from './sign-in-form.js';

const WARN_BEFORE = 2 * 60_000;
const LOOK_EVERY = 5_000;

/** Warns two minutes before a session ends, and lets someone whose session ended sign in again where they are. */
@Component({
  selector: 'app-session-dialogs',
  imports: [ModalDialog, SignInForm],
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
    other: $localize`:@@session.other:Logga in som någon annan`,
  };
  protected readonly account = inject(CurrentAccount).account;
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

  protected leave(): void {
    this.session.giveUp();
    void this.router.navigate(['/logga-in'], { queryParams: { tillbaka: this.router.url } });
  }
}
