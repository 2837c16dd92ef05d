import { afterNextRender, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PasswordLink } from '@slusen/contracts';
import { passwordFault } from '@slusen/domain';
import { Banner, FormField, MomentPipe, TypedText } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { PasswordLinksApi } from '../data/password-links-api.js';
import { problemText, ruleText } from '../data/problem-texts.js';
import { Session } from '../data/session.js';
import { PageHead } from '../shell/page-head.js';
import { linkFault, type LinkFault } from './link-faults.js';
import { SignInForm } from './sign-in-form.js';

/** Where the link of an invitation, or of a lost password, leads. Its secret stands after the #, which is sent nowhere until it is asked about. */
@Component({
  selector: 'app-choose-password-page',
  imports: [Banner, FormField, MomentPipe, RouterLink, SignInForm, TypedText],
  templateUrl: './choose-password-page.html',
})
export class ChoosePasswordPage {
  protected readonly texts = {
    reset: $localize`:@@choose.reset:Välj ett nytt lösenord`,
    invited: $localize`:@@choose.invited:Du är inbjuden till SLUSEN, där kommunen följer upp sina mål. Välj ett lösenord, så är kontot ditt.`,
    until: $localize`:@@choose.until:Länken fungerar en gång, till och med`,
    username: $localize`:@@choose.username:Ditt användarnamn är`,
    do: $localize`:@@choose.do:Spara lösenordet`,
    doneHeading: $localize`:@@choose.done:Lösenordet är sparat`,
    signIn: $localize`:@@choose.sign-in:Logga in`,
    askNew: $localize`:@@choose.ask-new:Be om en ny länk`,
    loading: $localize`:@@choose.loading:Läser länken …`,
    signOut: $localize`:@@choose.sign-out:Logga ut och fortsätt`,
    hello: (name: string) => $localize`:@@choose.hello:Välkommen ${name}:name:!`,
    other: (here: string, theirs: string) =>
      $localize`:@@choose.other:Du är inloggad som ${here}:here:, men länken är till ${theirs}:theirs:.`,
  };
  protected readonly labels = {
    password: $localize`:@@choose.password:Lösenord`,
    passwordHint: $localize`:@@choose.password-hint:Minst tolv tecken. Några ord i följd är lättare att minnas än ett krångligt.`,
  };
  private readonly api = inject(PasswordLinksApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly current = inject(CurrentAccount);
  private token = '';
  protected readonly link = signal<PasswordLink | undefined>(undefined);
  protected readonly broken = signal<LinkFault | undefined>(undefined);
  protected readonly password = signal('');
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);
  protected readonly isDone = signal(false);
  /** Whoever is signed in here as somebody else. */
  protected readonly other = computed(() => {
    const [account, link] = [this.current.account(), this.link()];
    return account && link && account.username !== link.username ? account : undefined;
  });

  constructor() {
    inject(PageHead).set($localize`:@@choose.title:Välj lösenord`);
    afterNextRender(() => void this.read());
  }

  private async read(): Promise<void> {
    this.token = location.hash.slice(1);
    if (this.current.isLikely()) await this.session.load();
    await this.attempt(async () => this.link.set(await this.api.read(this.token)));
  }

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    const fault = passwordFault(this.password());
    this.fault.set(fault && ruleText(fault));
    if (fault) return;
    await this.attempt(async () => {
      await this.api.choose({ token: this.token, password: this.password() });
      // Nobody who comes after finds the secret in the address.
      history.replaceState(history.state, '', location.pathname);
      await this.signIn();
    });
  }

  /** By the same door as everyone. Whoever has a second factor, or has tried too often, goes on from the form there. */
  private async signIn(): Promise<void> {
    try {
      await this.session.signIn({ username: this.link()?.username ?? '', password: this.password() });
      this.goOn();
    } catch {
      this.isDone.set(true);
    }
  }

  /** The page of signing in knows where people begin. */
  protected goOn(): void {
    void this.router.navigateByUrl('/logga-in', { replaceUrl: true });
  }

  protected signOut(): Promise<void> {
    return this.attempt(() => this.session.signOut());
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await work();
    } catch (error) {
      const fault = linkFault(error);
      if (fault) this.broken.set(fault);
      else this.problem.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
