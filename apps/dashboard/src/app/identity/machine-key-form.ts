import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { NewMachineKey } from '@slusen/contracts';
import { FormField, injectLanguage, TypedText } from '@slusen/ui';
import { ActorsApi } from '../data/actors-api.js';
import { injectFocusOnFault } from '../shell/focus-on-fault.js';

/** Who of the municipality itself figures belong to. */
const OWNERS: ReadonlySet<string> = new Set(['department', 'committee', 'municipal-company']);
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

type Field = keyof NewMachineKey;

/** Asks for what a new key of a business system needs. */
@Component({
  selector: 'app-machine-key-form',
  imports: [FormField, TypedText],
  templateUrl: './machine-key-form.html',
})
export class MachineKeyForm {
  protected readonly texts = {
    name: $localize`:@@machine-keys.name:Systemets namn`,
    nameHint: $localize`:@@machine-keys.name-hint:Granskare ser det vid siffrorna.`,
    username: $localize`:@@machine-keys.username:Kort namn`,
    usernameHint: $localize`:@@machine-keys.username-hint:Små bokstäver a–z, siffror och bindestreck, till exempel procapita. Ett system som redan finns får en nyckel till.`,
    department: $localize`:@@machine-keys.whose:Förvaltning vars siffror det rapporterar`,
    choose: $localize`:@@machine-keys.choose:Välj …`,
    lastDay: $localize`:@@machine-keys.last-day:Sista dag`,
    lastDayHint: $localize`:@@machine-keys.last-day-hint:Högst två år fram.`,
    make: $localize`:@@machine-keys.make:Gör en nyckel`,
  };
  private readonly faultTexts: Record<Field, string> = {
    name: $localize`:@@machine-keys.name-fault:Skriv vad systemet heter.`,
    username: $localize`:@@machine-keys.username-fault:Skriv ett kort namn med små bokstäver, siffror och bindestreck.`,
    department: $localize`:@@machine-keys.department-fault:Välj en förvaltning.`,
    lastDay: $localize`:@@machine-keys.last-day-fault:Välj den sista dag som nyckeln ska gälla.`,
  };
  readonly isBusy = input(false);
  /** It is complete, and asked for. */
  readonly wanted = output<NewMachineKey>();
  /** Something in it is another than before. */
  readonly edited = output();
  private readonly focusOnFault = injectFocusOnFault();
  private readonly language = injectLanguage();
  private readonly actors = inject(ActorsApi).list();
  protected readonly departments = computed(() =>
    (this.actors.hasValue() ? this.actors.value().items : [])
      .filter(({ kind }) => OWNERS.has(kind))
      .map(({ slug, name }) => ({ slug, name: (this.language === 'en' ? name.en : undefined) ?? name.sv })),
  );
  protected readonly typed = signal<NewMachineKey>({ username: '', name: '', department: '', lastDay: '' });
  private readonly isAsked = signal(false);

  private readonly faults = computed<Record<Field, boolean>>(() => {
    const { username, name, department, lastDay } = this.typed();
    return { name: name.trim() === '', username: !SLUG.test(username), department: department === '', lastDay: lastDay === '' };
  });

  /** Nothing is called wrong before the form is sent. */
  protected faultOf(field: Field): string {
    return this.isAsked() && this.faults()[field] ? this.faultTexts[field] : '';
  }

  protected type(field: Field, text: string): void {
    this.typed.update((typed) => ({ ...typed, [field]: text }));
    this.edited.emit();
  }

  protected ask(event: Event): void {
    event.preventDefault();
    this.isAsked.set(true);
    if (Object.values(this.faults()).some(Boolean)) return this.focusOnFault();
    this.isAsked.set(false);
    this.wanted.emit({ ...this.typed(), name: this.typed().name.trim() });
  }
}
