import { Component, computed, inject, output, signal } from '@angular/core';
import type { TemplateDecision } from '@slusen/contracts';
import { Banner, Disclosure, FormField, LocalizedText, TypedText } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { problemText } from '../data/problem-texts.js';
import { SettingsApi } from '../data/settings-api.js';
import { faultText } from './setting-texts.js';

type Field = 'decidedOn' | 'paragraph' | 'dnr' | 'validFrom';
type Body = TemplateDecision['body'];

/** Begins a strategy with the six areas of the template, by a decision of the municipality's own. */
@Component({
  selector: 'app-template-form',
  imports: [Banner, Disclosure, FormField, LocalizedText, TypedText],
  template: `
    @if (problem()) {
      <ui-banner tone="problem" [live]="true"
        ><p>{{ problem() }}</p></ui-banner
      >
    }
    <p>{{ texts.lead }}</p>
    @if (template.hasValue()) {
      @let found = template.value();
      <ui-disclosure [summary]="texts.preview">
        <p [uiText]="found.purpose"></p>
        <dl>
          @for (area of found.areas; track area.slug) {
            <dt><strong [uiText]="area.shortName"></strong>: <span [uiText]="area.name"></span></dt>
            <dd [uiText]="area.description"></dd>
          }
        </dl>
      </ui-disclosure>
    }
    <form (submit)="begin($event)" novalidate>
      <ui-form-field [label]="texts.name" [hint]="texts.nameHint" for="strategins-namn">
        <input autocomplete="off" maxlength="200" [uiTypedText]="name()" (typed)="ownName.set($event)" />
      </ui-form-field>
      <fieldset class="choices">
        <legend>{{ texts.body }}</legend>
        @for (choice of bodies; track choice.body) {
          <label>
            <input type="radio" name="beslutande" [checked]="body() === choice.body" (change)="body.set(choice.body)" />
            {{ choice.word }}
          </label>
        }
      </fieldset>
      <ui-form-field [label]="texts.decidedOn" [fault]="faults().decidedOn" for="beslutsdatum">
        <input type="date" [uiTypedText]="text('decidedOn')" (typed)="type('decidedOn', $event)" />
      </ui-form-field>
      <ui-form-field [label]="texts.validFrom" [hint]="texts.validFromHint" [fault]="faults().validFrom" for="galler-fran">
        <input type="date" [uiTypedText]="text('validFrom')" (typed)="type('validFrom', $event)" />
      </ui-form-field>
      <ui-form-field [label]="texts.paragraph" [hint]="texts.optional" for="paragraf">
        <input autocomplete="off" maxlength="40" [uiTypedText]="text('paragraph')" (typed)="type('paragraph', $event)" />
      </ui-form-field>
      <ui-form-field [label]="texts.dnr" [hint]="texts.optional" for="diarienummer">
        <input autocomplete="off" maxlength="60" [uiTypedText]="text('dnr')" (typed)="type('dnr', $event)" />
      </ui-form-field>
      <button class="button" type="submit" [disabled]="isBusy()">{{ texts.begin }}</button>
    </form>
  `,
})
export class TemplateForm {
  protected readonly texts = {
    lead: $localize`:@@set-up.template-lead:Mallen lägger in ett syfte och de sex utvecklingsområdena Leva, Arbeta, Verka, Trivas, Kontakt och Mötas, men inga mål eller siffror. En strategi vilar på ett beslut: ange det här. Allt visas för alla från den dag då den gäller och ändras sedan bara med en ny version. Vill ni ändra orden först: bygg strategin i stället, utkastet kan börja med mallen.`,
    preview: $localize`:@@set-up.template-preview:Se mallens syfte och områden`,
    name: $localize`:@@set-up.template-name:Vad heter strategin?`,
    nameHint: $localize`:@@set-up.template-name-hint:Mallens namn, om ni inte skriver ett eget.`,
    body: $localize`:@@set-up.body:Vem har beslutat?`,
    decidedOn: $localize`:@@set-up.decided-on:Beslutsdatum`,
    validFrom: $localize`:@@set-up.valid-from:Gäller från`,
    validFromHint: $localize`:@@set-up.valid-from-hint:Strategin visas för alla från den dagen.`,
    paragraph: $localize`:@@set-up.paragraph:Paragraf`,
    dnr: $localize`:@@set-up.dnr:Diarienummer`,
    optional: $localize`:@@set-up.optional:Frivilligt.`,
    begin: $localize`:@@set-up.begin:Börja med mallen`,
  };
  protected readonly bodies: readonly { readonly body: Body; readonly word: string }[] = [
    { body: 'council', word: $localize`:@@set-up.council:Kommunfullmäktige` },
    { body: 'board', word: $localize`:@@set-up.board:Kommunstyrelsen` },
  ];
  readonly done = output();
  private readonly api = inject(SettingsApi);
  protected readonly template = this.api.template();
  /** What was typed in place of the template’s own name. */
  protected readonly ownName = signal<string | undefined>(undefined);
  private readonly templateName = computed(() => (this.template.hasValue() ? this.template.value().name.sv : ''));
  protected readonly name = computed(() => this.ownName() ?? this.templateName());
  protected readonly body = signal<Body>('council');
  private readonly typed = signal<Record<Field, string>>({ decidedOn: '', paragraph: '', dnr: '', validFrom: '' });
  protected readonly faults = signal<Partial<Record<Field, string>>>({});
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);
  private key = crypto.randomUUID();

  protected text(field: Field): string {
    return this.typed()[field];
  }

  protected type(field: Field, text: string): void {
    this.typed.update((typed) => ({ ...typed, [field]: text }));
    this.faults.update((faults) => ({ ...faults, [field]: undefined }));
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.problem.set('');
    const missing = (['decidedOn', 'validFrom'] as const).filter((field) => this.text(field) === '');
    this.faults.set(Object.fromEntries(missing.map((field) => [field, faultText('required')])));
    if (missing.length > 0) return;
    this.isBusy.set(true);
    try {
      await this.api.beginFromTemplate(this.decision(), this.key);
      this.done.emit();
    } catch (error) {
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
      this.problem.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private decision(): TemplateDecision {
    const { decidedOn, validFrom, paragraph, dnr } = this.typed();
    const name = this.name().trim();
    return {
      ...(name && name !== this.templateName() ? { name } : {}),
      body: this.body(),
      decidedOn,
      validFrom,
      ...(paragraph.trim() ? { paragraph: paragraph.trim() } : {}),
      ...(dnr.trim() ? { dnr: dnr.trim() } : {}),
    };
  }
}
