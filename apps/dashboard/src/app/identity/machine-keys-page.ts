import { Component, computed, inject, signal } from '@angular/core';
import type { MachineKey, NewMachineKey } from '@slusen/contracts';
import { Banner, LocalizedText, MomentPipe } from '@slusen/ui';
import { MachineKeysApi } from '../data/machine-keys-api.js';
import { problemText } from '../data/problem-texts.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { MachineKeyForm } from './machine-key-form.js';

/** The keys by which business systems send figures: made, shown once, revoked. */
@Component({
  selector: 'app-machine-keys-page',
  imports: [Banner, LocalizedText, MachineKeyForm, MomentPipe, PageState],
  templateUrl: './machine-keys-page.html',
})
export class MachineKeysPage {
  protected readonly texts = {
    heading: $localize`:@@machine-keys.heading:Systemnycklar`,
    lead: $localize`:@@machine-keys.lead:Ett verksamhetssystem kan skicka siffror med en nyckel. Det får rapportera för en förvaltning, och siffrorna granskas som alla andra.`,
    made: $localize`:@@machine-keys.made:Nyckeln är gjord. Den visas bara nu: lägg in den i systemet innan du lämnar sidan.`,
    lost: $localize`:@@machine-keys.lost:Nyckeln är gjord, men svaret kom inte fram och den går inte att visa igen. Spärra den och gör en ny.`,
    none: $localize`:@@machine-keys.none:Det finns ingen nyckel än.`,
    list: $localize`:@@machine-keys.list:Nycklar`,
    system: $localize`:@@machine-keys.system:System`,
    department: $localize`:@@machine-keys.department:Förvaltning`,
    until: $localize`:@@machine-keys.until:Gäller till`,
    used: $localize`:@@machine-keys.used:Användes senast`,
    never: $localize`:@@machine-keys.never:aldrig`,
    state: $localize`:@@machine-keys.state:Läge`,
    good: $localize`:@@machine-keys.good:gäller`,
    revoked: $localize`:@@machine-keys.revoked:spärrad`,
    over: $localize`:@@machine-keys.over:gäller inte`,
    revoke: $localize`:@@machine-keys.revoke:Spärra`,
    question: $localize`:@@machine-keys.question:Systemet kan inte skicka något mer med den.`,
    doIt: $localize`:@@machine-keys.do-it:Spärra nu`,
    keep: $localize`:@@machine-keys.keep:Behåll`,
  };
  private readonly api = inject(MachineKeysApi);
  protected readonly list = this.api.all();
  protected readonly keys = computed(() => (this.list.hasValue() ? this.list.value().items : []));
  /** The key that was made just now. */
  protected readonly made = signal('');
  protected readonly isLost = signal(false);
  /** The number of the key that is asked about before it is revoked. */
  protected readonly asked = signal<number | undefined>(undefined);
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);
  private idempotencyKey = crypto.randomUUID();

  constructor() {
    inject(PageHead).set($localize`:@@machine-keys.title:Systemnycklar`);
  }

  protected make(wanted: NewMachineKey): Promise<void> {
    return this.attempt(async () => {
      const { key } = await this.api.make(wanted, this.idempotencyKey);
      this.idempotencyKey = crypto.randomUUID();
      this.made.set(key ?? '');
      this.isLost.set(!key);
    });
  }

  protected revoke({ id }: MachineKey): Promise<void> {
    return this.attempt(async () => {
      await this.api.revoke(id);
      this.asked.set(undefined);
      this.made.set('');
      this.isLost.set(false);
    });
  }

  /** Something else is sent next: what was answered before is no answer to it. */
  protected begin(): void {
    this.idempotencyKey = crypto.randomUUID();
  }

  protected stateOf({ revokedAt, isGood }: MachineKey): string {
    if (revokedAt) return this.texts.revoked;
    return isGood ? this.texts.good : this.texts.over;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await work();
      this.list.reload();
    } catch (error) {
      this.problem.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
