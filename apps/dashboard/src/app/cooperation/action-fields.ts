import { Component, computed, input, model } from '@angular/core';
import type { ActionDesk, ActionView } from '@slusen/contracts';
import { actionStatusWord, textIn, upperFirst, type Localized } from '@slusen/domain';
import { FormField, injectLanguage, TypedText } from '@slusen/ui';
import { faultText } from './action-fault-texts.js';
import { STATUS_CHOICES, type ActionFaults, type ActionText, type ActionTextField } from './action-text.js';

/** The fields of an action, as an official fills them in. */
@Component({
  selector: 'app-action-fields',
  imports: [FormField, TypedText],
  templateUrl: './action-fields.html',
})
export class ActionFields {
  protected readonly labels = {
    choose: $localize`:@@action-form.choose:Välj`,
    goal: $localize`:@@action-form.goal:Mål`,
    titleSv: $localize`:@@action-form.title:Vad ska göras?`,
    titleHint: $localize`:@@action-form.title-hint:En kort rubrik. Allt du skriver här visas för alla, så skriv inga personnamn.`,
    descriptionSv: $localize`:@@action-form.description:Beskrivning`,
    english: $localize`:@@action-form.english:På engelska (får vänta)`,
    titleEn: $localize`:@@action-form.title-en:Rubrik på engelska`,
    descriptionEn: $localize`:@@action-form.description-en:Beskrivning på engelska`,
    lead: $localize`:@@action-form.lead:Vem leder?`,
    partners: $localize`:@@action-form.partners:Vilka medverkar?`,
    partnersChosen: (count: number) => $localize`:@@action-form.partners-chosen:Medverkande aktörer (${count}:count: valda)`,
    startsOn: $localize`:@@action-form.starts:Från och med`,
    endsOn: $localize`:@@action-form.ends:Till och med`,
    status: $localize`:@@action-form.status:Hur långt har den kommit?`,
    note: $localize`:@@action-form.note:Läget`,
    noteHint: $localize`:@@action-form.note-hint:Vad har hänt sedan sist? Är åtgärden försenad eller avbruten, skriv varför.`,
    territory: $localize`:@@action-form.territory:Ort`,
    nowhere: $localize`:@@action-form.nowhere:Ingen särskild`,
    indicator: $localize`:@@action-form.indicator:Indikator som visar om det hjälper`,
    noIndicator: $localize`:@@action-form.no-indicator:Ingen`,
  };
  readonly text = model.required<ActionText>();
  readonly choices = input.required<ActionDesk>();
  readonly faults = input.required<ActionFaults>();
  /** What is there already; a goal that left the strategy can still be kept. */
  readonly there = input<ActionView>();
  private readonly language = injectLanguage();
  protected readonly statuses = STATUS_CHOICES.map((status) => ({ status, word: upperFirst(actionStatusWord(status, this.language)) }));
  protected readonly goals = computed(() => {
    const { goals } = this.choices();
    const kept = this.there()?.goal;
    const own = kept && !goals.some(({ slug }) => slug === kept.slug) ? [{ slug: kept.slug, name: this.nameOf(kept.name) }] : [];
    return [...own, ...goals.map(({ slug, name, area }) => ({ slug, name: `${this.nameOf(area)}: ${this.nameOf(name)}` }))];
  });

  /** Opens what is there in English when the form opens; what is then typed does not move it. */
  protected readonly isInEnglish = computed(() => !!(this.there()?.title.en ?? this.there()?.description?.en));

  protected nameOf(name: Localized): string {
    return textIn(name, this.language).text;
  }

  protected faultOf(field: ActionTextField): string | undefined {
    const code = this.faults()[field];
    return code === undefined ? undefined : faultText(code);
  }

  protected say(change: Partial<ActionText>): void {
    const said = { ...this.text(), ...change };
    // Whoever leads does not take part beside.
    this.text.set({ ...said, partners: said.partners.filter((slug) => slug !== said.lead) });
  }

  protected join(slug: string, takesPart: boolean): void {
    const others = this.text().partners.filter((one) => one !== slug);
    this.say({ partners: takesPart ? [...others, slug] : others });
  }
}
