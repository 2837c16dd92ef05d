import { Component, input, output } from '@angular/core';
import type { DraftDecision } from '@slusen/contracts';
import { FormField, TypedText } from '@slusen/ui';
import { WordsField } from './words-field.js';

/** What is decided: by whom, when, and from when to when it is in force. */
@Component({
  selector: 'app-decision-part',
  imports: [FormField, TypedText, WordsField],
  template: `
    <app-words-field
      name="organ"
      [label]="texts.body"
      [hint]="texts.bodyHint"
      [words]="decision().body"
      [isLocked]="isLocked()"
      (written)="write({ body: $event })"
    />
    @for (field of fields; track field.key) {
      <ui-form-field [label]="field.label" [hint]="field.hint" [for]="field.key">
        <input
          autocomplete="off"
          [type]="field.type"
          [maxLength]="field.max"
          [readonly]="isLocked()"
          [uiTypedText]="decision()[field.key] ?? ''"
          (typed)="writeField(field.key, $event)"
        />
      </ui-form-field>
    }
    @for (field of wordFields; track field.key) {
      <app-words-field
        [name]="field.key"
        [label]="field.label"
        [hint]="field.hint"
        [words]="decision()[field.key] ?? empty"
        [isLocked]="isLocked()"
        (written)="writeWords(field.key, $event)"
      />
    }
  `,
})
export class DecisionPart {
  protected readonly texts = {
    body: $localize`:@@decision-part.body:Vem beslutar?`,
    bodyHint: $localize`:@@decision-part.body-hint:Som det står mitt i en mening: ”kommunfullmäktige”.`,
  };
  protected readonly fields = [
    {
      key: 'decidedOn',
      label: $localize`:@@decision-part.decided-on:Beslutets dag`,
      hint: $localize`:@@decision-part.decided-on-hint:Lämna tomt tills beslutet är fattat.`,
      type: 'date',
      max: 10,
    },
    { key: 'paragraph', label: $localize`:@@decision-part.paragraph:Paragraf`, hint: '', type: 'text', max: 40 },
    { key: 'dnr', label: $localize`:@@decision-part.dnr:Diarienummer`, hint: '', type: 'text', max: 60 },
    { key: 'validFrom', label: $localize`:@@decision-part.valid-from:Gäller från och med`, hint: '', type: 'date', max: 10 },
    {
      key: 'validTo',
      label: $localize`:@@decision-part.valid-to:Gäller till och med`,
      hint: $localize`:@@decision-part.valid-to-hint:Lämna tomt om den gäller tills vidare.`,
      type: 'date',
      max: 10,
    },
  ] as const;
  protected readonly wordFields = [
    {
      key: 'documentOwner',
      label: $localize`:@@decision-part.owner:Vem svarar för dokumentet?`,
      hint: $localize`:@@decision-part.owner-hint:En funktion eller avdelning: ”kommunstrategen”. Kan lämnas tomt.`,
    },
    {
      key: 'replaces',
      label: $localize`:@@decision-part.replaces:Vad ersätts?`,
      hint: $localize`:@@decision-part.replaces-hint:Lämna tomt om det är versionen före. Annars som i beslutet: ”Vision 2012–2017”.`,
    },
  ] as const;
  protected readonly empty = { sv: '' };
  readonly decision = input.required<DraftDecision>();
  readonly isLocked = input(false);
  readonly written = output<DraftDecision>();

  protected writeField(key: (typeof this.fields)[number]['key'], text: string): void {
    this.write({ [key]: text || undefined });
  }

  protected writeWords(key: (typeof this.wordFields)[number]['key'], words: DraftDecision['body']): void {
    this.write({ [key]: words });
  }

  protected write(change: { readonly [Key in keyof DraftDecision]?: DraftDecision[Key] | undefined }): void {
    const next = Object.entries({ ...this.decision(), ...change }).filter(([, value]) => value !== undefined);
    this.written.emit(Object.fromEntries(next) as unknown as DraftDecision);
  }
}
