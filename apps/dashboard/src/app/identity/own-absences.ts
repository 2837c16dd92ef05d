import { afterNextRender, Component, computed, inject, signal } from '@angular/core';
import type { OwnAbsences as View } from '@slusen/contracts';
import { dateLabel, deputyFault, personName, type AccountRole } from '@slusen/domain';
import { FormField, injectLanguage, injectWord, TypedText } from '@slusen/ui';
import { AbsencesApi } from '../data/absences-api.js';
import { Attempt } from '../data/attempt.js';
import { CurrentAccount } from '../data/current-account.js';
import { ruleText } from '../data/problem-texts.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { AttemptNotice } from '../shell/attempt-notice.js';

/** Roles that somebody else can do the work of. */
const LENT: readonly AccountRole[] = ['reporter', 'reviewer', 'strategist', 'politician', 'partner'];

/** When one is away and which colleague stands in, and for whom one stands in oneself. */
@Component({
  selector: 'app-own-absences',
  imports: [AttemptNotice, FormField, TypedText],
  templateUrl: './own-absences.html',
})
export class OwnAbsences {
  protected readonly texts = {
    heading: $localize`:@@absence.heading:När du är borta`,
    info: $localize`:@@absence.info:En kollega kan ha dina uppgifter medan du är borta. Kollegan ser dem bland sina egna och fortsätter med det du har påbörjat. Det slutar av sig självt efter den sista dagen.`,
    none: $localize`:@@absence.none:Du har inte sagt att du ska vara borta.`,
    nobody: $localize`:@@absence.nobody:Ingen kollega har samma förvaltningar som du. En administratör kan utse en ersättare åt dig.`,
    who: $localize`:@@absence.who:Ersättare`,
    choose: $localize`:@@absence.choose:Välj en kollega`,
    from: $localize`:@@absence.from:Första dagen`,
    to: $localize`:@@absence.to:Sista dagen`,
    save: $localize`:@@absence.save:Spara`,
    saved: $localize`:@@absence.saved:Ersättaren är utsedd.`,
    end: $localize`:@@absence.end:Ta bort`,
    ended: $localize`:@@absence.ended:Ersättaren har inte dina uppgifter längre.`,
    isAway: $localize`:@@absence.is-away:Ersättaren är själv borta någon av dagarna. Utse en till, eller någon annan.`,
    missing: $localize`:@@absence.missing:Välj en kollega, en första och en sista dag.`,
    standsInFor: (name: string, days: string) => $localize`:@@absence.stands-in-for:Du är ersättare för ${name}:name: ${days}:days:.`,
  };
  private readonly api = inject(AbsencesApi);
  private readonly account = inject(CurrentAccount).view;
  private readonly language = injectLanguage();
  protected readonly personName = injectWord(personName);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<View | undefined>(undefined);
  protected readonly isShown = computed(() => this.account()?.roles.some((held) => !held.for && LENT.includes(held.role)) ?? false);
  protected readonly deputy = signal('');
  protected readonly from = signal('');
  protected readonly to = signal('');
  private readonly isTried = signal(false);
  protected readonly fault = computed(() => {
    const today = this.view()?.today;
    if (!this.isTried() || today === undefined) return '';
    if (!this.deputy() || !this.from() || !this.to()) return this.texts.missing;
    const fault = deputyFault({ from: this.from(), to: this.to() }, today);
    return fault ? ruleText(fault) : '';
  });

  constructor() {
    // The button that was pressed is gone then, or the form is empty again.
    focusWhenChanged('#borta', () =>
      this.view()
        ?.deputies.map(({ id }) => id)
        .join(),
    );
    afterNextRender(() => {
      if (this.isShown()) void this.attempt.make(() => this.show(this.api.own(), ''));
    });
  }

  protected daysText({ from, to }: View['deputies'][number]): string {
    const [first, last] = [dateLabel(from, this.language), dateLabel(to, this.language)];
    return first === last ? first : `${first}–${last}`;
  }

  protected async name(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (this.fault()) return;
    await this.attempt.make(async () => {
      const said = await this.show(this.api.name({ deputy: this.deputy(), from: this.from(), to: this.to() }), this.texts.saved);
      this.isTried.set(false);
      for (const typed of [this.deputy, this.from, this.to]) typed.set('');
      return said;
    });
  }

  protected async end(deputy: number): Promise<void> {
    await this.attempt.make(() => this.show(this.api.end(deputy), this.texts.ended));
  }

  private async show(asked: Promise<View>, said: string): Promise<string> {
    this.view.set(await asked);
    return said;
  }
}
