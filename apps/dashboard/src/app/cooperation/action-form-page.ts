import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ActionView } from '@slusen/contracts';
import { Banner } from '@slusen/ui';
import { problemOf, statusOf } from '../data/api-problem.js';
import { ActionsApi } from '../data/actions-api.js';
import { problemText } from '../data/problem-texts.js';
import { injectFocusOnFault } from '../shell/focus-on-fault.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { ActionConflict } from './action-conflict.js';
import { ActionFields } from './action-fields.js';
import { KeptAction } from './kept-action.js';
import { EMPTY_ACTION, faultsIn, fieldAt, saidIn, textOf, type ActionFaults, type ActionText } from './action-text.js';

const STALE = 412;

/** Enters an action, or changes one; of two who change it at once the second sees both texts and chooses. */
@Component({
  selector: 'app-action-form-page',
  imports: [ActionConflict, ActionFields, Banner, PageState],
  templateUrl: './action-form-page.html',
})
export class ActionFormPage {
  protected readonly texts = {
    enter: $localize`:@@action-form.heading:Lägg in en åtgärd`,
    change: $localize`:@@action-form.heading-change:Ändra åtgärden`,
    save: $localize`:@@action-form.save:Spara och visa för alla`,
    restored: $localize`:@@action-form.restored:Det du skrev förra gången, men inte sparade, är tillbaka.`,
    look: $localize`:@@action-form.look:Något är inte rätt ifyllt. Det står vid fälten.`,
  };
  /** Bound from the route `/atgarder/:slug`; undefined where an action is entered. */
  readonly slug = input<string>();
  private readonly api = inject(ActionsApi);
  private readonly keptAction = inject(KeptAction);
  private readonly router = inject(Router);
  private readonly focusOnFault = injectFocusOnFault();
  protected readonly desk = this.api.desk();
  protected readonly there = this.api.onDesk(this.slug);
  /** The revision that the text was written on. */
  protected readonly base = linkedSignal<ActionView | undefined>(() => (this.there.hasValue() ? this.there.value() : undefined));
  protected readonly isReady = computed(() => this.desk.hasValue() && (this.slug() === undefined || this.there.hasValue()));
  /** What was written here before and never sent, as it was when the page was opened. */
  private readonly kept = computed(() => (this.isReady() ? this.keptAction.find(this.slug()) : undefined));
  protected readonly isRestored = computed(() => this.kept() !== undefined && this.theirs() === undefined);
  protected readonly text = linkedSignal<ActionText>(() => {
    const kept = this.kept();
    if (kept) return kept.text;
    const there = this.there.hasValue() ? this.there.value() : undefined;
    const leads = this.desk.hasValue() ? this.desk.value().leads : [];
    return there ? textOf(there) : { ...EMPTY_ACTION, lead: leads.length === 1 ? (leads[0]?.slug ?? '') : '' };
  });
  protected readonly faults = signal<ActionFaults>({});
  protected readonly problem = signal('');
  /** What is saved, where it is not what the text was written on: of a kept text that is seen at once. */
  protected readonly theirs = linkedSignal<ActionView | undefined>(() => {
    const [kept, there] = [this.kept(), this.there.hasValue() ? this.there.value() : undefined];
    return kept && there && kept.revision !== there.revision ? there : undefined;
  });
  protected readonly theirText = computed(() => {
    const theirs = this.theirs();
    return theirs && textOf(theirs);
  });
  protected readonly isBusy = signal(false);
  private key = crypto.randomUUID();

  constructor() {
    inject(PageHead).set($localize`:@@action-form.title-page:Åtgärd`);
  }

  protected write(text: ActionText): void {
    this.text.set(text);
    this.keptAction.keep(this.slug(), { text, revision: this.base()?.revision ?? 0 });
    this.key = crypto.randomUUID();
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void this.save();
  }

  protected async save(): Promise<void> {
    if (this.isBusy()) return;
    this.faults.set(faultsIn(this.text(), this.base()?.status));
    if (Object.keys(this.faults()).length > 0) return this.tell(this.texts.look);
    this.isBusy.set(true);
    this.problem.set('');
    try {
      const { slug } = await this.send();
      this.keptAction.remove(this.slug());
      await this.router.navigate(['/atgard', slug]);
    } catch (error) {
      await this.explain(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  /** What was written here is saved over what is there now, which its history keeps. */
  protected keepMine(): Promise<void> {
    this.base.set(this.theirs());
    this.theirs.set(undefined);
    this.key = crypto.randomUUID();
    return this.save();
  }

  protected takeTheirs(): void {
    const theirs = this.theirs();
    if (!theirs) return;
    this.base.set(theirs);
    this.write(textOf(theirs));
    this.theirs.set(undefined);
    this.keptAction.remove(this.slug());
    this.problem.set('');
  }

  private send(): Promise<ActionView> {
    const [said, base] = [saidIn(this.text()), this.base()];
    return base ? this.api.revise({ slug: base.slug, revision: base.revision, said, key: this.key }) : this.api.plan(said, this.key);
  }

  private async explain(error: unknown): Promise<void> {
    // Without an answer it may have been saved: the same key asks for the same thing again.
    if (statusOf(error) !== 0) this.key = crypto.randomUUID();
    const base = this.base();
    if (statusOf(error) === STALE && base) return this.showBoth(base.slug);
    const places = (problemOf(error)?.errors ?? []).map(({ path, message }) => [fieldAt(path), message] as const);
    this.faults.set(Object.fromEntries(places.filter(([field]) => field !== undefined)) as ActionFaults);
    this.tell(problemText(error));
  }

  private async showBoth(slug: string): Promise<void> {
    try {
      this.theirs.set(await this.api.read(slug));
    } catch (error) {
      this.tell(problemText(error));
    }
  }

  /** Says what is wrong, and puts the focus where it can be mended. */
  private tell(problem: string): void {
    this.problem.set(problem);
    this.focusOnFault();
  }
}
