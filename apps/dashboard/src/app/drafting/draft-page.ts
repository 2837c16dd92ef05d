import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DraftStep } from '@slusen/domain';
import { Banner, injectLanguage } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { DraftsApi } from '../data/drafts-api.js';
import { mayOpen } from '../data/page-access.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { DecisionPart } from './decision-part.js';
import { DraftConflict } from './draft-conflict.js';
import { DraftEditor, type PartContent } from './draft-editor.js';
import { DraftFaults } from './draft-faults.js';
import { DraftOutlineList } from './draft-outline.js';
import { inOrder, stateText, stepQuestion, stepText, turnText } from './draft-steps.js';
import { GoalForm } from './goal-form.js';
import { countText } from './measurability-texts.js';
import { injectPartName } from './part-names.js';
import { WordsField } from './words-field.js';

const NO_WORDS = { sv: '' };

/** A version of the strategy that is being written: its parts, what is left to do, and the steps until it is adopted. */
@Component({
  selector: 'app-draft-page',
  imports: [Banner, DecisionPart, DraftConflict, DraftFaults, DraftOutlineList, GoalForm, PageState, RouterLink, WordsField],
  providers: [DraftEditor],
  templateUrl: './draft-page.html',
})
export class DraftPage {
  protected readonly texts = {
    back: $localize`:@@draft.back:Strategin`,
    changes: $localize`:@@draft.changes:Vad utkastet ändrar`,
    followUp: $localize`:@@draft.follow-up:Går målen att följa upp?`,
    standing: $localize`:@@draft.standing:Läge:`,
    name: $localize`:@@draft.name:Vad heter strategin?`,
    purpose: $localize`:@@draft.purpose:Vad är den till för?`,
    areaName: $localize`:@@draft.area-name:Området`,
    areaShort: $localize`:@@draft.area-short:Kort namn`,
    areaShortHint: $localize`:@@draft.area-short-hint:Högst 40 tecken. Det står i menyer och rubriker.`,
    areaText: $localize`:@@draft.area-text:Vad området handlar om`,
    undo: $localize`:@@draft.undo:Ångra senaste ändringen här`,
    goOn: $localize`:@@draft.go-on:Ja, gör det`,
    stay: $localize`:@@draft.stay:Nej`,
    saved: $localize`:@@draft.saved:Allt är sparat.`,
    saving: $localize`:@@draft.saving:Sparar …`,
    failed: $localize`:@@draft.failed:Det senaste är inte sparat. Vi försöker igen.`,
    conflict: $localize`:@@draft.conflict:Någon annan har skrivit i samma del. Välj vilken text som ska gälla.`,
    locked: $localize`:@@draft.locked:Utkastet går inte att skriva i som det står nu.`,
    adopted: $localize`:@@draft.adopted:Strategin är antagen.`,
    toStrategy: $localize`:@@draft.to-strategy:Se den som alla ser den`,
    toPeople: $localize`:@@draft.to-people:Till personerna`,
  };
  /** The draft’s number, and the part that is open (`?del=goal:fler-bor-har`). */
  readonly id = input.required<string>();
  readonly del = input<string>();
  protected readonly editor = inject(DraftEditor);
  private readonly current = inject(CurrentAccount);
  private readonly language = injectLanguage();
  protected readonly reading = inject(DraftsApi).draft(this.id);
  protected readonly stateText = stateText;
  protected readonly stepText = stepText;
  protected readonly countText = countText;
  protected readonly asked = signal<DraftStep | undefined>(undefined);
  protected readonly question = computed(() => {
    const step = this.asked();
    return step && this.questionOf(step);
  });
  protected readonly turn = computed(() => {
    const draft = this.editor.draft();
    return draft && turnText(draft, this.language);
  });
  /** Nobody else can adopt it, and whoever reads this can make somebody able to. */
  protected readonly needsPeople = computed(() => {
    const draft = this.editor.draft();
    return draft?.state === 'proposed' && draft.adopters.length === 0 && mayOpen(this.current.view(), 'administration/personer');
  });
  protected readonly steps = computed(() => inOrder(this.editor.draft()?.steps ?? []));
  protected readonly key = computed(() => this.del() ?? 'names');
  protected readonly part = computed(() => this.editor.part(this.key()));
  protected readonly kind = computed(() => this.key().split(':')[0]);
  /** An area or a goal, which is called what the municipality calls it. */
  protected readonly isOwn = computed(() => this.key().includes(':'));
  protected readonly partName = injectPartName();
  protected readonly isLocked = computed(() => !this.editor.isWritable());
  protected readonly savedText = computed(() => {
    const { saved, saving, failed, conflict } = this.texts;
    return { saved, saving, unsaved: saving, failed, conflict }[this.editor.saving()];
  });
  protected readonly names = computed(() => ({ name: NO_WORDS, purpose: NO_WORDS, ...this.said() }));
  protected readonly decision = computed(() => ({ number: 1, body: NO_WORDS, ...this.said() }));
  protected readonly area = computed(() => ({ name: NO_WORDS, shortName: NO_WORDS, description: NO_WORDS, ...this.said() }));
  protected readonly goal = computed(() => ({
    name: NO_WORDS,
    description: NO_WORDS,
    roles: [],
    measures: [],
    isExample: false,
    ...this.said(),
  }));

  constructor() {
    const head = inject(PageHead);
    // The outline may be as long as a telephone's screen.
    focusWhenChanged('#del', () => this.editor.draft() && this.key());
    effect(() => {
      const draft = this.reading.hasValue() ? this.reading.value() : undefined;
      if (!draft) return;
      head.set(draft.title);
      untracked(() => this.editor.open(draft));
    });
  }

  protected write(content: object): void {
    this.editor.change(this.key(), content as PartContent);
  }

  /** What cannot be undone, or adopts what cannot be followed up, is asked about first. */
  protected async press(step: DraftStep): Promise<void> {
    if (this.questionOf(step) && this.asked() !== step) return this.asked.set(step);
    this.asked.set(undefined);
    await this.editor.step(step);
  }

  /** Saves what is written first; whoever would leave words behind that cannot be saved stays. */
  async mayLeave(): Promise<boolean> {
    return (await this.editor.flush()) || confirm($localize`:@@draft.leave:Det du har skrivit är inte sparat. Vill du lämna sidan ändå?`);
  }

  private questionOf(step: DraftStep): string | undefined {
    const draft = this.editor.draft();
    return draft && stepQuestion(step, draft);
  }

  private said(): PartContent {
    return this.part().content;
  }
}
