import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NewActor } from '@slusen/contracts';
import { ACTOR_KINDS, actorKindHeading, actorKindWord, slugOf, type ActorKind } from '@slusen/domain';
import { DayPipe, EmptyState, FormField, injectLanguage, LocalizedText, TypedText } from '@slusen/ui';
import { ActorDeskApi } from '../data/actor-desk-api.js';
import { ActorsApi } from '../data/actors-api.js';
import { ReorganisationApi } from '../data/reorganisation-api.js';
import { BackToDraft } from '../shell/back-to-draft.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { injectFocusOnFault } from '../shell/focus-on-fault.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { Attempt } from '../data/attempt.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { PlannedReorganisationView } from './planned-reorganisation.js';
import { plannedText } from './planned-text.js';
import { KIND_TEXTS } from './reorganise-texts.js';

/** Who there is to answer for figures and to have roles in goals, and a form to add somebody. */
@Component({
  selector: 'app-actors-page',
  imports: [
    AttemptNotice,
    BackToDraft,
    DayPipe,
    EmptyState,
    FormField,
    LocalizedText,
    PageState,
    PlannedReorganisationView,
    RouterLink,
    TypedText,
  ],
  templateUrl: './actors-page.html',
})
export class ActorsPage {
  protected readonly texts = {
    heading: $localize`:@@actor-desk.heading:Aktörer`,
    lead: $localize`:@@actor-desk.lead:De som ansvarar för siffror, har roller i målen eller leder åtgärder. Behörigheter ges för en förvaltning, så lägg in förvaltningarna först.`,
    add: $localize`:@@actor-desk.add:Lägg till en aktör`,
    button: $localize`:@@actor-desk.button:Lägg till`,
    change: $localize`:@@actor-desk.change:Omorganisera`,
    plannedHeading: $localize`:@@actor-desk.planned-heading:Planerade omorganisationer`,
    doneHeading: $localize`:@@actor-desk.done-heading:Genomförda omorganisationer`,
    none: $localize`:@@actor-desk.none:Inga aktörer är inlagda än`,
    done: (name: string) => $localize`:@@actor-desk.done:${name}:name: finns nu med.`,
    missing: $localize`:@@actor-desk.missing:Skriv vad aktören heter.`,
    there: $localize`:@@actor-desk.there:Det finns redan en aktör med det namnet.`,
  };
  protected readonly labels = {
    name: $localize`:@@actor-desk.name:Namn`,
    nameEn: $localize`:@@actor-desk.name-en:Namn på engelska (kan vänta)`,
    kind: $localize`:@@actor-desk.kind:Slag`,
    parent: $localize`:@@actor-desk.parent:Hör till`,
    parentHint: $localize`:@@actor-desk.parent-hint:En förvaltning hör till sin nämnd. Kan lämnas tomt.`,
    contact: $localize`:@@actor-desk.contact:Kontakt`,
    contactHint: $localize`:@@actor-desk.contact-hint:Telefon eller e-post, visas för alla. Kan lämnas tomt.`,
  };
  private readonly desk = inject(ActorDeskApi);
  private readonly language = injectLanguage();
  protected readonly list = inject(ActorsApi).list();
  protected readonly done = inject(ReorganisationApi).list();
  protected readonly kindTexts = KIND_TEXTS;
  protected readonly attempt = new Attempt();
  protected readonly kinds = ACTOR_KINDS.map((kind) => ({ kind, word: actorKindWord(kind, this.language) }));
  protected readonly name = signal('');
  protected readonly nameEn = signal('');
  protected readonly kind = signal<ActorKind>('department');
  protected readonly parent = signal('');
  protected readonly contact = signal('');
  private readonly isTried = signal(false);
  protected readonly all = computed(() => (this.list.hasValue() ? this.list.value().items : []));
  protected readonly groups = computed(() =>
    ACTOR_KINDS.map((kind) => ({
      kind,
      heading: actorKindHeading(kind, this.language),
      actors: this.all().filter((one) => one.kind === kind),
    })).filter(({ actors }) => actors.length > 0),
  );
  /** What is to become of each, by its address; not of those for whom it was refused. */
  protected readonly coming = computed(
    () =>
      new Map(
        (this.done.hasValue() ? this.done.value().planned : [])
          .filter(({ refusal }) => !refusal)
          .map((plan) => [plan.actor.slug, plannedText(plan, this.language)]),
      ),
  );
  protected readonly fault = computed(() => {
    const slug = slugOf(this.name());
    if (!this.isTried()) return undefined;
    if (slug === '') return this.texts.missing;
    return this.all().some((one) => one.slug === slug) ? this.texts.there : undefined;
  });

  private readonly focusOnFault = injectFocusOnFault();

  constructor() {
    inject(PageHead).set($localize`:@@actor-desk.title:Aktörer`);
    focusWhenChanged('h1', () => (this.done.hasValue() ? String(this.done.value().planned.length) : undefined));
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (this.fault()) return this.focusOnFault();
    await this.attempt.make(async () => {
      const { name } = await this.desk.add(this.sent(), this.attempt.key);
      this.isTried.set(false);
      for (const field of [this.name, this.nameEn, this.contact]) field.set('');
      this.list.reload();
      return this.texts.done(name.sv);
    });
  }

  private sent(): NewActor {
    const [en, parent, contact] = [this.nameEn().trim(), this.parent(), this.contact().trim()];
    return {
      name: { sv: this.name().trim(), ...(en && { en }) },
      kind: this.kind(),
      ...(parent && { parent }),
      ...(contact && { contact }),
    };
  }
}
