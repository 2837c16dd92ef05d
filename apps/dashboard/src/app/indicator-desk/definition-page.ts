import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DefinitionInForce, DefinitionRevision, NewIndicator } from '@slusen/contracts';
import { slugOf, textIn } from '@slusen/domain';
import { Banner, Disclosure, FormField, injectLanguage, TypedText } from '@slusen/ui';
import { ActorsApi } from '../data/actors-api.js';
import { problemOf, statusOf } from '../data/api-problem.js';
import { FirstFigureApi } from '../data/first-figure-api.js';
import { IndicatorDeskApi } from '../data/indicator-desk-api.js';
import { problemText } from '../data/problem-texts.js';
import { BackToDraft } from '../shell/back-to-draft.js';
import { injectFocusOnFault } from '../shell/focus-on-fault.js';
import { focusOnNamedPart } from '../shell/focus-on-named-part.js';
import { NewDepartment } from '../shell/new-department.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { DefinitionConflict } from './definition-conflict.js';
import { DefinitionForm } from './definition-form.js';
import { fieldGroups } from './definition-fields.js';
import { missingIn, neededFirst } from './definition-first.js';
import { definitionOf, NEW_DEFINITION, textOf, type DefinitionText, type Place } from './definition-text.js';
import { faultsIn, faultsOfMissing } from './definition-faults.js';
import { FirstValue } from './first-value.js';
import { IndicatorTargets } from './indicator-targets.js';
import { SeriesRemarks } from './series-remarks.js';

/** Defines an indicator, new or otherwise than before: read, change, send with a reason; a stale change shows both texts. */
@Component({
  selector: 'app-definition-page',
  imports: [
    BackToDraft,
    Banner,
    DefinitionConflict,
    DefinitionForm,
    Disclosure,
    FirstValue,
    FormField,
    IndicatorTargets,
    NewDepartment,
    PageState,
    RouterLink,
    SeriesRemarks,
    TypedText,
  ],
  templateUrl: './definition-page.html',
})
export class DefinitionPage {
  protected readonly texts = {
    newHeading: $localize`:@@definition.new:Ny indikator`,
    needed: $localize`:@@definition.needed:Det här behövs`,
    more: $localize`:@@definition.more:Mer, som kan fyllas i senare: engelska, kalender och annat`,
    back: $localize`:@@definition.back:Alla indikatorer`,
    publicPage: $localize`:@@definition.public-page:Visa sidan`,
    save: $localize`:@@definition.save:Spara definitionen`,
    add: $localize`:@@definition.add:Lägg till indikatorn`,
    saved: $localize`:@@definition.saved:Definitionen är sparad.`,
    faulty: $localize`:@@definition.faulty:Något av fälten är inte rätt ifyllt. Se markeringarna.`,
  };
  protected readonly labels = {
    slug: $localize`:@@definition.slug:Adress`,
    slugHint: $localize`:@@definition.slug-hint:Föreslås av namnet. Den blir sidans adress och kan inte ändras sedan.`,
    reason: $localize`:@@definition.reason:Varför ändras definitionen?`,
    decision: $localize`:@@definition.decision:Beslut, om det finns ett`,
  };
  /** Bound from the route `/administration/indikatorer/:slug`; absent of a new one. */
  readonly slug = input<string>();
  private readonly api = inject(IndicatorDeskApi);
  private readonly router = inject(Router);
  private readonly language = injectLanguage();
  protected readonly inForce = this.api.definition(this.slug);
  protected readonly actors = inject(ActorsApi).list();
  private readonly register = this.api.register();
  protected readonly firstValue = inject(FirstFigureApi).value(this.slug);
  private readonly focusOnFault = injectFocusOnFault();

  protected readonly text = signal<DefinitionText>(NEW_DEFINITION);
  /** The address that somebody wrote instead of the one that the name gives. */
  protected readonly ownSlug = signal<string | undefined>(undefined);
  protected readonly newSlug = computed(() => this.ownSlug() ?? slugOf(this.text()['name.sv'] ?? ''));
  protected readonly reason = signal('');
  protected readonly decision = signal('');
  protected readonly problem = signal('');
  protected readonly isSaved = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly faults = signal<ReadonlyMap<string, string>>(new Map());
  /** What somebody else saved meanwhile. */
  protected readonly theirs = signal<DefinitionInForce | undefined>(undefined);
  private base: DefinitionInForce | undefined;
  private key = crypto.randomUUID();

  protected readonly isThere = computed(() => this.slug() === undefined || this.inForce.hasValue());
  protected readonly heading = computed(() => (this.slug() === undefined ? this.texts.newHeading : (this.text()['name.sv'] ?? '')));
  protected readonly groups = computed(() =>
    fieldGroups(this.language, {
      actors: (this.actors.hasValue() ? this.actors.value().items : []).map((actor) => this.choiceOf(actor)),
      indicators: (this.register.hasValue() ? this.register.value().indicators : []).map((one) => this.choiceOf(one)),
    }),
  );
  protected readonly first = computed(() => neededFirst(this.groups(), this.texts.needed));
  /** Something is wrong with a field that may be folded away. */
  protected readonly isMoreFaulty = computed(() =>
    this.first().more.some(({ rows }) => rows.flat().some(({ place }) => this.faults().has(place))),
  );
  protected readonly hasNoDepartment = computed(() => this.actors.hasValue() && this.actors.value().items.length === 0);
  protected readonly theirText = computed(() => {
    const theirs = this.theirs();
    return theirs && textOf(theirs.definition, this.language);
  });

  constructor() {
    const head = inject(PageHead);
    head.set($localize`:@@definition.title:Definition`);
    focusOnNamedPart(() => this.isThere());
    effect(() => {
      const read = this.inForce.hasValue() ? this.inForce.value() : undefined;
      if (read) untracked(() => this.open(read));
    });
  }

  protected type(place: Place, text: string): void {
    this.isSaved.set(false);
    this.text.update((all) => ({ ...all, [place]: text }));
  }

  /** A department that was added on the way answers for the figure. */
  protected choose(department: string): void {
    this.actors.reload();
    this.type('owner', department);
  }

  /** Goes on from what somebody else saved: with one's own text, or with theirs. */
  protected resolve(choice: 'mine' | 'theirs'): void {
    const theirs = this.theirs();
    if (!theirs) return;
    this.base = theirs;
    if (choice === 'theirs') this.text.set(textOf(theirs.definition, this.language));
    this.theirs.set(undefined);
    this.problem.set('');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const missing = this.slug() === undefined ? missingIn(this.text()) : [];
    if (missing.length > 0) return this.refuse(faultsOfMissing(missing));
    const { definition, faults } = definitionOf(this.text(), this.language, this.base?.definition);
    this.isSaved.set(false);
    this.problem.set('');
    if (faults.length > 0) return this.refuse(new Map(faults.map((place) => [place, $localize`:@@definition.no-number:Skriv ett tal.`])));
    this.faults.set(new Map());
    await this.attempt(() => this.send(definition));
  }

  private refuse(faults: ReadonlyMap<string, string>): void {
    this.faults.set(faults);
    this.problem.set(this.texts.faulty);
    this.focusOnFault();
  }

  private async send(definition: unknown): Promise<void> {
    const slug = this.slug();
    if (slug === undefined) {
      const sent = { slug: this.newSlug().trim(), definition } as NewIndicator;
      await this.api.add(sent, this.key);
      await this.router.navigate(['/administration/indikatorer', sent.slug], { queryParamsHandling: 'preserve' });
      return;
    }
    const decision = this.decision().trim();
    const sent = { definition, reason: this.reason().trim(), ...(decision ? { decision } : {}) } as DefinitionRevision;
    this.open(await this.api.revise(slug, sent, { revision: this.base?.revision ?? 0, key: this.key }));
    this.firstValue.reload();
    this.reason.set('');
    this.decision.set('');
    this.isSaved.set(true);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await work();
      this.key = crypto.randomUUID();
    } catch (error) {
      await this.tell(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private async tell(error: unknown): Promise<void> {
    // Without an answer it may have been done: the same key asks for the same thing again.
    if (statusOf(error) !== 0) this.key = crypto.randomUUID();
    const slug = this.slug();
    if (statusOf(error) === 412 && slug !== undefined) {
      this.theirs.set(await this.api.readDefinition(slug));
      return;
    }
    const faults = faultsIn(problemOf(error));
    if (faults.size > 0) return this.refuse(faults);
    this.faults.set(faults);
    this.problem.set(problemText(error));
  }

  private open(read: DefinitionInForce): void {
    this.base = read;
    this.text.set(textOf(read.definition, this.language));
    this.faults.set(new Map());
  }

  private choiceOf({ slug, name }: { readonly slug: string; readonly name: { readonly sv: string; readonly en?: string | undefined } }) {
    return { value: slug, name: textIn(name, this.language).text };
  }
}
