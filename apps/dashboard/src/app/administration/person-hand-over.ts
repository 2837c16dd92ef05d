import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { HandOverPreview, Person } from '@slusen/contracts';
import { accountRoleWord, personName, textIn } from '@slusen/domain';
import { injectLanguage, injectWord } from '@slusen/ui';
import type { Attempt } from '../data/attempt.js';
import { PeopleApi } from '../data/people-api.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';

/** As many as a list to choose from can hold. */
const MOST_PEOPLE = 1000;

/** Everything that somebody answers for becomes another's from a day on: what that is, is told before. */
@Component({
  selector: 'app-person-hand-over',
  templateUrl: './person-hand-over.html',
})
export class PersonHandOver {
  protected readonly texts = {
    heading: $localize`:@@hand-over.heading:Lämna över`,
    lead: $localize`:@@hand-over.lead:När någon slutar eller byter arbete kan en annan person ta över allt som personen svarar för. Det som är påbörjat följer med och behåller sin historik.`,
    who: $localize`:@@hand-over.who:Vem tar över?`,
    choose: $localize`:@@hand-over.choose:Välj en person`,
    from: $localize`:@@hand-over.from:Från och med`,
    look: $localize`:@@hand-over.look:Se vad som lämnas över`,
    missing: $localize`:@@hand-over.missing:Välj en person och en dag.`,
    preview: (name: string) => $localize`:@@hand-over.preview:Det här tar ${name}:name: över`,
    nothing: $localize`:@@hand-over.nothing:Det finns inget att lämna över från den dagen.`,
    administrator: $localize`:@@hand-over.administrator:Rollen som administratör lämnas aldrig över. Ge den under Vad personen får göra.`,
    do: $localize`:@@hand-over.do:Lämna över`,
    cancel: $localize`:@@hand-over.cancel:Avbryt`,
    done: $localize`:@@hand-over.done:Överlämningen är gjord.`,
  };
  readonly person = input.required<Person>();
  readonly attempt = input.required<Attempt>();
  readonly handed = output<Person>();
  private readonly api = inject(PeopleApi);
  private readonly language = injectLanguage();
  private readonly people = this.api.list(() => ({ q: '', sort: 'name', falling: '0', limit: MOST_PEOPLE, offset: 0 }));
  protected readonly personName = injectWord(personName);
  protected readonly to = signal('');
  protected readonly from = signal('');
  protected readonly isTried = signal(false);
  /** Of what was asked for last: another person or day asks anew. */
  protected readonly preview = linkedSignal<string, HandOverPreview | undefined>({
    source: () => `${this.to()} ${this.from()}`,
    computation: () => undefined,
  });
  protected readonly others = computed(() =>
    (this.people.hasValue() ? this.people.value().items : []).filter(({ id, state }) => id !== this.person().id && state !== 'disabled'),
  );
  protected readonly receiver = computed(() => this.others().find(({ id }) => id === this.to())?.name ?? '');
  protected readonly fault = computed(() => (this.isTried() && (!this.to() || !this.from()) ? this.texts.missing : ''));

  constructor() {
    // The button that was pressed is gone then.
    focusWhenChanged('#lamna-over', () => String(this.preview() !== undefined));
  }

  protected roles({ roles }: HandOverPreview): string[] {
    const nameOf = (department: HandOverPreview['roles'][number]['department']): string =>
      department ? `, ${textIn(department.name, this.language).text}` : '';
    return roles.map(({ role, department }) => accountRoleWord(role, this.language) + nameOf(department));
  }

  /** What there is, each in a few words; what there is none of is left out. */
  protected counts({ indicators, tasks, rounds, drafts, submitted, toReview }: HandOverPreview): string[] {
    const told: readonly (readonly [count: number, one: string, several: string])[] = [
      [indicators, $localize`:@@hand-over.indicator:1 indikator`, $localize`:@@hand-over.indicators:${indicators}:count: indikatorer`],
      [tasks, $localize`:@@hand-over.task:1 uppgift att göra`, $localize`:@@hand-over.tasks:${tasks}:count: uppgifter att göra`],
      [rounds, $localize`:@@hand-over.round:i 1 omgång`, $localize`:@@hand-over.rounds:i ${rounds}:count: omgångar`],
      [drafts, $localize`:@@hand-over.draft:1 utkast`, $localize`:@@hand-over.drafts:${drafts}:count: utkast`],
      [
        submitted,
        $localize`:@@hand-over.submitted-one:1 inlämnad som väntar på granskning`,
        $localize`:@@hand-over.submitted:${submitted}:count: inlämnade som väntar på granskning`,
      ],
      [toReview, $localize`:@@hand-over.review:1 att granska`, $localize`:@@hand-over.reviews:${toReview}:count: att granska`],
    ];
    return told.flatMap(([count, one, several]) => (count === 0 ? [] : [count === 1 ? one : several]));
  }

  protected async look(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (this.fault()) return;
    await this.attempt().make(async () => {
      this.preview.set(await this.api.previewHandOver(this.person().id, this.from()));
      return '';
    });
  }

  protected async carryOut(): Promise<void> {
    await this.attempt().make(async () => {
      const { id, version } = this.person();
      const person = await this.api.handOver({ id, version }, { to: this.to(), from: this.from() });
      this.isTried.set(false);
      for (const typed of [this.to, this.from]) typed.set('');
      this.handed.emit(person);
      return this.texts.done;
    });
  }
}
