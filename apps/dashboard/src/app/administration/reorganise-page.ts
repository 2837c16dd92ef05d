import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NewReorganisation, PlannedReorganisation, ReorganisationPreview } from '@slusen/contracts';
import { REORGANISATION_KINDS, successionFault, type ReorganisationKind } from '@slusen/domain';
import { FormField, LocalizedText, TypedText } from '@slusen/ui';
import { ActorsApi } from '../data/actors-api.js';
import { ReorganisationApi } from '../data/reorganisation-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { Attempt } from '../data/attempt.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { FollowerList } from './follower-list.js';
import { PlannedReorganisationView } from './planned-reorganisation.js';
import { KIND_TEXTS, REORGANISE_TEXTS } from './reorganise-texts.js';

/** What is to become of an actor, with everything that follows before it is carried out or planned. */
@Component({
  selector: 'app-reorganise-page',
  imports: [AttemptNotice, FollowerList, FormField, LocalizedText, PageState, PlannedReorganisationView, RouterLink, TypedText],
  templateUrl: './reorganise-page.html',
})
export class ReorganisePage {
  protected readonly texts = REORGANISE_TEXTS;
  protected readonly kindTexts = KIND_TEXTS;
  protected readonly kinds = REORGANISATION_KINDS;
  /** Bound from the route `/administration/aktorer/:slug`. */
  readonly slug = input.required<string>();
  private readonly api = inject(ReorganisationApi);
  protected readonly page = this.api.preview(this.slug);
  private readonly actors = inject(ActorsApi).list();
  protected readonly attempt = new Attempt();
  protected readonly kind = signal<ReorganisationKind>('rename');
  protected readonly name = signal('');
  protected readonly nameEn = signal('');
  protected readonly into = signal<readonly string[]>([]);
  protected readonly from = signal('');
  protected readonly decision = signal('');
  protected readonly reason = signal('');
  /** Who takes over what nobody was chosen for. */
  protected readonly rest = signal('');
  private readonly chosen = signal<ReadonlyMap<string, string>>(new Map());
  private readonly isTried = signal(false);
  protected readonly others = computed(() =>
    this.actors.hasValue() ? this.actors.value().items.filter(({ slug }) => slug !== this.slug()) : [],
  );
  protected readonly takers = computed(() => this.others().filter(({ slug }) => this.into().includes(slug)));
  /** Whether the day is still to come. */
  protected readonly isPlanned = computed(() => this.page.hasValue() && this.from() > this.page.value().today);
  protected readonly faults = computed(() => ({
    name: this.isTried() && this.kind() === 'rename' && this.name().trim() === '' ? this.texts.nameMissing : undefined,
    into: this.isTried() && successionFault(this.kind(), this.slug(), this.into()) ? this.intoFault() : undefined,
    from: this.isTried() && this.from() === '' ? this.texts.fromMissing : undefined,
    decision: this.isTried() && this.decision().trim() === '' ? this.texts.decisionMissing : undefined,
    reason: this.isTried() && this.reason().trim() === '' ? this.texts.reasonMissing : undefined,
    shares: this.isTried() && this.kind() === 'split' ? this.shareFault() : undefined,
  }));
  /** How many things nobody takes over yet when the actor is divided. */
  private readonly unshared = computed(
    () => (this.page.hasValue() ? this.page.value().followers : []).filter(({ thing }) => this.takerOf(thing) === '').length,
  );

  constructor() {
    const head = inject(PageHead);
    effect(() => head.set(this.page.hasValue() ? this.page.value().actor.name.sv : this.texts.heading));
    focusWhenChanged('h1', () => (this.page.hasValue() ? stateOf(this.page.value()) : undefined));
  }

  protected choose(kind: ReorganisationKind): void {
    this.kind.set(kind);
    this.into.set([]);
  }

  protected take(slug: string, isTaken: boolean): void {
    this.into.update((before) => (isTaken ? [...before.filter((one) => one !== slug), slug] : before.filter((one) => one !== slug)));
  }

  /** Empty until it is said. */
  protected readonly takerOf = (thing: string): string => {
    const said = [this.chosen().get(thing), this.rest()];
    return said.find((slug) => slug !== undefined && this.into().includes(slug)) ?? '';
  };

  protected give([thing, to]: readonly [thing: string, to: string]): void {
    this.chosen.update((before) => new Map(before).set(thing, to));
  }

  /** The plan that waits for its day, beside which there is no other; undefined where there is none, or it was refused. */
  protected waiting({ planned }: ReorganisationPreview): PlannedReorganisation | undefined {
    return planned?.refusal ? undefined : planned;
  }

  protected plannedTaker({ sent }: PlannedReorganisation): (thing: string) => string {
    const said = new Map(sent.shares.map(({ thing, to }) => [thing, to]));
    return (thing) => said.get(thing) ?? sent.rest ?? '';
  }

  /** Carries it out, or plans it where its day is to come. */
  protected async send(event: Event, preview: ReorganisationPreview): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    const isPlanned = this.isPlanned();
    if (Object.values(this.faults()).some((fault) => fault !== undefined) || !(isPlanned || confirm(this.texts.sure))) return;
    await this.attempt.make(async () => {
      if (isPlanned) await this.api.plan(preview, this.sent(preview), this.attempt.key);
      else await this.api.carryOut(preview, this.sent(preview), this.attempt.key);
      this.isTried.set(false);
      this.page.reload();
      this.actors.reload();
      return isPlanned ? this.texts.isPlanned : this.texts.done;
    });
  }

  private sent({ followers }: ReorganisationPreview): NewReorganisation {
    const [kind, en] = [this.kind(), this.nameEn().trim()];
    return {
      ...{ kind, from: this.from(), decision: this.decision().trim(), reason: this.reason().trim(), into: [...this.into()] },
      ...(kind === 'rename' && { name: { sv: this.name().trim(), ...(en && { en }) } }),
      shares: kind === 'split' ? followers.map(({ thing }) => ({ thing, to: this.takerOf(thing) })) : [],
      ...(kind === 'split' && this.isPlanned() && { rest: this.rest() }),
    };
  }

  /** What is added before a planned day comes goes to somebody as well. */
  private shareFault(): string | undefined {
    if (this.isPlanned() && !this.into().includes(this.rest())) return this.texts.restMissing;
    return this.unshared() > 0 ? this.texts.sharesMissing : undefined;
  }

  private intoFault(): string {
    return this.kind() === 'split' ? this.texts.twoMissing : this.texts.oneMissing;
  }
}

/** What becomes another when something was done with the actor. */
const stateOf = ({ revision, hasEnded, planned }: ReorganisationPreview): string => `${revision} ${hasEnded} ${planned?.id}`;
