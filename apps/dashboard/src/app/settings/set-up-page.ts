import { afterNextRender, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PAGES } from '@slusen/contracts/pages';
import { Banner } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { mayOpen } from '../data/page-access.js';
import { Session } from '../data/session.js';
import { SettingsApi } from '../data/settings-api.js';
import { SecondFactor } from '../identity/second-factor.js';
import { SignInForm } from '../identity/sign-in-form.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { FirstFigureSteps } from './first-figure-steps.js';
import { FirstAdministratorForm } from './first-administrator-form.js';
import { LogoField } from './logo-field.js';
import { SettingField } from './setting-field.js';
import { SettingsDesk } from './settings-desk.js';
import { stepAfter, STEPS, stepShown, type Step } from './set-up-steps.js';
import { StrategyFileForm } from './strategy-file-form.js';
import { TemplateForm } from './template-form.js';

const EDITOR = 'administration/strategi';

/** The first hour of an installation. Each step is stored as it is left, so that a reload, another browser or the way back finds it there. */
@Component({
  selector: 'app-set-up-page',
  imports: [
    Banner,
    FirstAdministratorForm,
    FirstFigureSteps,
    LogoField,
    PageState,
    RouterLink,
    SecondFactor,
    SettingField,
    SignInForm,
    StrategyFileForm,
    TemplateForm,
  ],
  providers: [SettingsDesk],
  templateUrl: './set-up-page.html',
})
export class SetUpPage {
  protected readonly texts = {
    heading: $localize`:@@set-up.heading:Kom igång med SLUSEN`,
    done: $localize`:@@set-up.done:Det är klart. SLUSEN är igång, och strategin är inlagd. Kommunens namn, utseende och kontakt går att ändra under Administration, Inställningar. Strategin ändras med en ny version.`,
    toStart: $localize`:@@set-up.to-start:Till startsidan`,
    toAdministration: $localize`:@@set-up.to-administration:Till administrationen`,
    signIn: $localize`:@@set-up.sign-in:Det finns redan en administratör. Logga in som administratör för att fortsätta.`,
    notYours: $localize`:@@set-up.not-yours:Du är inloggad med ett konto som inte är administratör. Logga ut först.`,
    choose: $localize`:@@set-up.choose:Hur vill ni börja? Strategin visas för alla när den är inlagd.`,
    figureFirst: $localize`:@@set-up.figure-first:Den kan vänta: gå till den första siffran.`,
    build: $localize`:@@set-up.build:Bygg strategin`,
    buildLead: $localize`:@@set-up.build-lead:Skriv syfte, områden, mål och målvärden i ett utkast som bara strateger och administratörer ser. När det är beslutat antas det av en annan person än den som föreslår det.`,
    buildOrder: $localize`:@@set-up.build-order:Indikatorer och aktörer kan läggas till före eller under arbetet, från målet där de behövs. Välj det här också om strategin inte är beslutad än: mallen och filen behöver ett beslutsdatum.`,
    readIn: $localize`:@@set-up.read-in:Läs in en fil`,
    template: $localize`:@@set-up.template:Börja från mallen`,
    needsStrategist: $localize`:@@set-up.needs-strategist:För att läsa in strategin behövs behörigheten strateg, som ditt konto inte har.`,
    next: $localize`:@@set-up.next:Spara och fortsätt`,
    later: $localize`:@@set-up.later:Det som lämnas tomt går att fylla i senare under Inställningar.`,
    loading: $localize`:@@set-up.loading:Hämtar …`,
  };
  protected readonly names: Readonly<Record<Step, string>> = {
    administrator: $localize`:@@set-up.step-administrator:Den första administratören`,
    inloggning: $localize`:@@set-up.step-sign-in:Säker inloggning`,
    kommun: $localize`:@@set-up.step-municipality:Kommunens namn och kod`,
    utseende: $localize`:@@set-up.step-looks:Logotyp och färg`,
    kontakt: $localize`:@@set-up.step-contact:Licens och kontakt`,
    strategi: $localize`:@@set-up.step-strategy:Strategin`,
  };
  /** Bound from the query: the step that somebody went to. */
  readonly steg = input<string>();
  protected readonly current = inject(CurrentAccount);
  protected readonly desk = inject(SettingsDesk);
  protected readonly setUp = inject(SettingsApi).setUp();
  protected readonly hasEditor = Object.hasOwn(PAGES, EDITOR);
  protected readonly editor = `/${EDITOR}`;
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  private readonly needs = computed(() => (this.setUp.hasValue() ? this.setUp.value().needs : undefined));
  protected readonly isDone = computed(() => this.needs() === 'nothing');
  protected readonly mayAdminister = computed(() => mayOpen(this.current.view(), 'administration'));
  protected readonly isAdministrator = computed(() => mayOpen(this.current.view(), 'administration/installningar'));
  /** Only a strategist enters a strategy; the first administrator is one, others may not be. */
  protected readonly isStrategist = computed(() => this.current.view()?.roles.some(({ role }) => role === 'strategist') ?? false);
  /** Recovery codes are on the screen: they are shown once, so nothing goes on before they are kept. */
  protected readonly showsCodes = signal(false);
  private readonly needsSecondFactor = computed(() => this.current.view()?.needsSecondFactor ?? false);
  private readonly howFar = computed(() => ({
    needs: this.needs() ?? 'administrator',
    needsSecondFactor: this.isAdministrator() && (this.needsSecondFactor() || this.showsCodes()),
  }));
  protected readonly step = computed(() => stepShown(this.howFar(), this.steg()));
  protected readonly steps = computed(() =>
    STEPS.map((step) => ({
      step,
      name: this.names[step],
      isShown: step === this.step(),
      isOpen: step !== this.step() && stepShown(this.howFar(), step) === step,
    })),
  );

  constructor() {
    inject(PageHead).set($localize`:@@set-up.title:Kom igång`);
    afterNextRender(() => void this.recognise());
    effect(() => {
      if (this.isAdministrator() && !this.needsSecondFactor() && !this.desk.view()) void this.desk.load();
    });
    focusWhenChanged('#steg', () => (this.needs() === undefined ? undefined : this.step()));
  }

  private async recognise(): Promise<void> {
    if (!this.current.account() && this.current.isLikely()) await this.session.load();
  }

  protected goOn(): void {
    this.setUp.reload();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const step = this.step();
    if (step === 'kommun' && !this.desk.requires('municipality', 'code')) return;
    if (this.desk.isChanged() && !(await this.desk.save())) return;
    this.setUp.reload();
    // The step that is left keeps its name in the address: the browser’s way back leads to it, not to the first one that is lacking by then.
    await this.router.navigate(['/kom-igang'], { queryParams: { steg: step }, replaceUrl: true });
    await this.router.navigate(['/kom-igang'], { queryParams: { steg: stepAfter(step) } });
  }
}
