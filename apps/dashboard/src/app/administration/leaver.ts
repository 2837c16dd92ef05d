import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NewPseudonym, Person, PseudonymPreview } from '@slusen/contracts';
import { disposedRowsText, personName, upperFirst, type Language } from '@slusen/domain';
import { injectWord } from '@slusen/ui';
import { DisposalsApi } from '../data/disposals-api.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import type { Attempt } from '../data/attempt.js';
import { DisposalDecisionFields, UNDECIDED } from './disposal-decision.js';

/** Somebody who left is reduced to a pseudonym: what goes and what stays is told before, and a decision is asked for. */
@Component({
  selector: 'app-leaver',
  imports: [DisposalDecisionFields, RouterLink],
  templateUrl: './leaver.html',
})
export class Leaver {
  protected readonly texts = {
    heading: $localize`:@@leaver.heading:Avidentifiera`,
    lead: $localize`:@@leaver.lead:När någon har slutat kan namn, användarnamn och e-postadress tas bort för alltid. Det personen har gjort finns kvar under en pseudonym.`,
    begin: $localize`:@@leaver.begin:Se vad som tas bort`,
    forEver: $localize`:@@leaver.for-ever:Det går inte att ångra.`,
    goes: $localize`:@@leaver.goes:Det här tas bort`,
    goesAlways: $localize`:@@leaver.goes-always:namn, användarnamn, e-postadress och lösenord`,
    stays: $localize`:@@leaver.stays:Det här finns kvar under pseudonymen`,
    written: $localize`:@@leaver.written:Namnet står i text som någon har skrivit`,
    writtenInfo: $localize`:@@leaver.written-info:De texterna ändras inte. Är de publicerade kan de döljas först, och det dolda sedan gallras.`,
    hide: $localize`:@@leaver.hide:Dölj uppgifter`,
    do: $localize`:@@leaver.do:Avidentifiera för alltid`,
    cancel: $localize`:@@leaver.cancel:Avbryt`,
    done: $localize`:@@leaver.done:Personen är avidentifierad.`,
  };
  protected readonly becomes = (pseudonym: string): string =>
    $localize`:@@leaver.becomes:Personen heter sedan ${this.named(pseudonym)}:pseudonym: där programmet visar vem som har gjort något.`;
  protected readonly copies = (kept: number): string =>
    $localize`:@@leaver.copies:Säkerhetskopior från tiden före har kvar uppgifterna. De ${kept}:count: senaste nattliga kopiorna sparas. Läses en av dem in berättar programmet att avidentifieringen ska göras om. En övningskopia har kvar dem tills den görs på nytt.`;
  readonly person = input.required<Person>();
  readonly attempt = input.required<Attempt>();
  readonly reduced = output<Person>();
  private readonly api = inject(DisposalsApi);
  protected readonly preview = signal<PseudonymPreview | undefined>(undefined);
  protected readonly decision = signal<NewPseudonym['decision']>(UNDECIDED);
  protected readonly rowsWord = injectWord((table: string, language: Language) => upperFirst(disposedRowsText(table, language)));
  private readonly named = injectWord(personName);

  constructor() {
    // The button that was pressed is gone then.
    focusWhenChanged('#avidentifiera', () => String(this.preview() !== undefined));
  }

  protected look(): Promise<void> {
    return this.attempt().make(async () => {
      this.preview.set(await this.api.previewPseudonym(this.person().id));
      return '';
    });
  }

  protected async reduce(event: Event, fields: DisposalDecisionFields): Promise<void> {
    event.preventDefault();
    if (!fields.check()) return;
    await this.attempt().make(async () => {
      const person = await this.api.pseudonymise(this.person(), this.decision());
      this.preview.set(undefined);
      this.reduced.emit(person);
      return this.texts.done;
    });
  }
}
