import { computed, Injectable } from '@angular/core';
import type { SiteView } from '@slusen/contracts';
import { reading } from './reading.js';

/** What the installation is: municipality, contact, demonstration or not. Read once per page load, and anew after it was changed here. */
@Injectable({ providedIn: 'root' })
export class SiteApi {
  private readonly read = reading<SiteView>(() => '/api/site');
  /** Undefined until it is known; every page can do without. */
  readonly site = computed(() => (this.read.hasValue() ? this.read.value() : undefined));

  /** After its name or logo was changed here: every page shows them at once. */
  reload(): void {
    this.read.reload();
  }
}
