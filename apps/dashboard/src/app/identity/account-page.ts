import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { accountRoleWord, passwordFault, type AccountRole } from '@slusen/domain';
import { Banner, FormField, injectLanguage, LocalizedText } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { deputyText } from '../data/deputy-text.js';
import { IdentityApi } from '../data/identity-api.js';
import { problemText, ruleText } from '../data/problem-texts.js';
import { Session } from '../data/session.js';
import { PageHead } from '../shell/page-head.js';
import { Notifications } from './notifications.js';
import { OwnAbsences } from './own-absences.js';
import { safeReturn } from './safe-return.js';
import { SecondFactor } from './second-factor.js';

/** One's own account: roles, a second factor, a new password, when one is away, what one is written to about, signing out here or everywhere. */
@Component({
  selector: 'app-account-page',
  imports: [Banner, FormField, LocalizedText, Notifications, OwnAbsences, RouterLink, SecondFactor],
  templateUrl: './account-page.html',
})
export class AccountPage {
  protected readonly texts = {
    heading: $localize`:@@account.heading:Mitt konto`,
    name: $localize`:@@account.name:Namn`,
    username: $localize`:@@account.username:Användarnamn`,
    roles: $localize`:@@account.roles:Behörigheter`,
    noRoles: $localize`:@@account.no-roles:inga än`,
    askForRoles: $localize`:@@account.ask-for-roles:Du är inloggad, men har ingen behörighet här än. Be den som är administratör för målen i din kommun att ge dig den, och berätta vilket användarnamn du har. När det är gjort räcker det att ladda om sidan.`,
    goOn: $localize`:@@account.go-on:Fortsätt dit du var på väg`,
    changed: $localize`:@@account.changed:Lösenordet är bytt. Andra enheter där du var inloggad är utloggade.`,
    password: $localize`:@@account.password:Byt lösenord`,
    change: $localize`:@@account.change:Byt lösenord`,
    signOutHeading: $localize`:@@account.sign-out-heading:Logga ut`,
    signOutInfo: $localize`:@@account.sign-out-info:Har du lånat en dator, eller tappat en telefon? Logga ut överallt: då avslutas alla dina inloggningar, på alla enheter.`,
    signOut: $localize`:@@account.sign-out:Logga ut här`,
    signOutEverywhere: $localize`:@@account.sign-out-everywhere:Logga ut överallt`,
  };
  protected readonly asDeputy = (name: string): string => deputyText([name]);
  /** Bound from the query: where someone was on the way to who had to set up a second factor first. */
  readonly tillbaka = input<string>();
  protected readonly showsCodes = signal(false);
  protected readonly signedIn = inject(CurrentAccount).view;
  private readonly session = inject(Session);
  private readonly api = inject(IdentityApi);
  private readonly router = inject(Router);
  private readonly language = injectLanguage();
  protected readonly roleWord = (role: AccountRole): string => accountRoleWord(role, this.language);
  protected readonly problem = signal('');
  protected readonly isChanged = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly labels = {
    current: $localize`:@@account.current:Nuvarande lösenord`,
    next: $localize`:@@account.next:Nytt lösenord`,
    nextHint: $localize`:@@account.next-hint:Minst tolv tecken. Några ord i följd är lättare att minnas än ett krångligt.`,
  };

  /** Where to go on to, once nothing holds anybody up any more. */
  protected readonly goesOnTo = computed(() => {
    const address = safeReturn(this.tillbaka());
    if (!address || this.signedIn()?.needsSecondFactor || this.showsCodes()) return undefined;
    const { pathname, searchParams } = new URL(address, location.origin);
    return { path: pathname, query: Object.fromEntries(searchParams) };
  });

  constructor() {
    inject(PageHead).set($localize`:@@account.title:Mitt konto`);
  }

  protected async changePassword(event: Event, current: HTMLInputElement, next: HTMLInputElement): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isChanged.set(false);
    const fault = passwordFault(next.value);
    if (fault) return this.problem.set(ruleText(fault));
    this.isBusy.set(true);
    try {
      await this.api.changePassword({ current: current.value, next: next.value });
      this.problem.set('');
      this.isChanged.set(true);
      current.value = next.value = '';
    } catch (error) {
      this.problem.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  protected async signOut(everywhere: boolean): Promise<void> {
    try {
      await this.session.signOut({ everywhere });
      await this.router.navigateByUrl('/');
    } catch (error) {
      this.problem.set(problemText(error));
    }
  }
}
