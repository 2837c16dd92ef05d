import { Injectable } from '@angular/core';
import type { SiteView } from '@slusen/contracts';
import { reading } from './reading.js';

/** What the installation is: municipality, contact, demonstration or not. Read once per page load. */
@Injectable({ providedIn: 'root' })
export class SiteApi {
  readonly site = reading<SiteView>(() => '/api/site');
}
