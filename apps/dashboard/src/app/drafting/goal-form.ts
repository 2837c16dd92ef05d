import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DraftGoal, DraftMeasuring, StrategyDraft } from '@slusen/contracts';
import { ACTOR_ROLES, actorRoleWord, textIn, type ActorRole } from '@slusen/domain';
import { FormField, injectLanguage } from '@slusen/ui';
import { MeasuringForm } from './measuring-form.js';
import type { DraftPlace } from '../shell/back-to-draft.js';
import { WordsField, type DraftWords } from './words-field.js';

type Role = DraftGoal['roles'][number];

/** A goal: its words, who does what for it, and what measures it. */
@Component({
  selector: 'app-goal-form',
  imports: [FormField, MeasuringForm, RouterLink, WordsField],
  templateUrl: './goal-form.html',
})
export class GoalForm {
  protected readonly texts = {
    name: $localize`:@@goal-form.name:Målet`,
    nameHint: $localize`:@@goal-form.name-hint:Kort och så att det går att avgöra om det är nått: ”Fler bor i kommunen”.`,
    description: $localize`:@@goal-form.description:Vad målet betyder`,
    unmeasured: $localize`:@@goal-form.unmeasured:Varför målet inte ska mätas`,
    unmeasuredHint: $localize`:@@goal-form.unmeasured-hint:Bara för mål som ni medvetet låter bli att mäta. Skälet visas för alla.`,
    roles: $localize`:@@goal-form.roles:Vem gör vad?`,
    actor: $localize`:@@goal-form.actor:Aktör`,
    role: $localize`:@@goal-form.role:Roll`,
    addRole: $localize`:@@goal-form.add-role:Lägg till en roll`,
    remove: $localize`:@@goal-form.remove:Ta bort`,
    measures: $localize`:@@goal-form.measures:Hur mäts målet?`,
    addMeasure: $localize`:@@goal-form.add-measure:Lägg till en indikator`,
    noMeasures: $localize`:@@goal-form.no-measures:Ingen indikator än.`,
    newActor: $localize`:@@goal-form.new-actor:Lägg till en aktör`,
    newIndicator: $localize`:@@goal-form.new-indicator:Gör en ny indikator`,
    comeBack: $localize`:@@goal-form.come-back:Utkastet sparas. Kom tillbaka hit och välj den.`,
    noRoles: $localize`:@@goal-form.no-roles:Ingen har en roll än.`,
  };
  readonly goal = input.required<DraftGoal>();
  readonly choices = input.required<StrategyDraft['choices']>();
  readonly isLocked = input(false);
  /** The place in the draft, which whoever goes to make an indicator or an actor comes back to. */
  readonly here = input<DraftPlace>();
  readonly written = output<DraftGoal>();
  private readonly language = injectLanguage();
  protected readonly roleWords = ACTOR_ROLES.map((role) => ({ role, word: actorRoleWord(role, this.language) }));
  protected readonly actors = computed(() => byName(this.choices().actors, (name) => textIn(name, this.language).text));
  protected readonly indicators = computed(() => byName(this.choices().indicators, (name) => textIn(name, this.language).text));
  /** Those that do not measure the goal yet. */
  protected readonly free = computed(() =>
    this.indicators().filter(({ slug }) => !this.goal().measures.some(({ indicator }) => indicator === slug)),
  );

  protected write(change: Partial<DraftGoal>): void {
    this.written.emit({ ...this.goal(), ...change });
  }

  protected leaveUnmeasured(words: DraftWords): void {
    const { deliberatelyNotMeasured: _, ...goal } = this.goal();
    this.written.emit(words.sv || words.en ? { ...goal, deliberatelyNotMeasured: words } : goal);
  }

  protected addRole(): void {
    const taken = this.goal().roles;
    const actor = this.actors().find(({ slug }) => !taken.some((one) => one.actor === slug))?.slug ?? this.actors()[0]?.slug;
    if (actor) this.write({ roles: [...taken, { actor, role: taken.some(({ role }) => role === 'leads') ? 'participates' : 'leads' }] });
  }

  protected writeRole(at: number, change: { readonly actor?: string | undefined; readonly role?: ActorRole | undefined }): void {
    const roles = this.goal().roles.map((one, i): Role =>
      i === at ? { ...one, actor: change.actor ?? one.actor, role: change.role ?? one.role } : one,
    );
    this.write({ roles });
  }

  protected removeRole(at: number): void {
    this.write({ roles: this.goal().roles.toSpliced(at, 1) });
  }

  protected addMeasure(): void {
    const indicator = this.free()[0]?.slug;
    if (indicator)
      this.write({
        measures: [
          ...this.goal().measures,
          { indicator, kind: 'none', measure: 'value', path: 'linear', milestones: [], isExample: false },
        ],
      });
  }

  protected writeMeasure(at: number, measuring: DraftMeasuring): void {
    this.write({ measures: this.goal().measures.map((one, i) => (i === at ? measuring : one)) });
  }

  protected removeMeasure(at: number): void {
    this.write({ measures: this.goal().measures.toSpliced(at, 1) });
  }
}

function byName<Thing extends { readonly name: DraftWords }>(
  things: readonly Thing[],
  textOf: (name: DraftWords) => string,
): readonly (Thing & { text: string })[] {
  return things.map((thing) => ({ ...thing, text: textOf(thing.name) })).sort((a, b) => a.text.localeCompare(b.text, 'sv'));
}
