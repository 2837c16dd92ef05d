import { Component, inject } from '@angular/core';
import { StatusMark } from '@slusen/ui';
import { PageHead } from '../shell/page-head.js';

/** How statuses, goals, rolling sums, pace and chance are computed, with the rules printed. */
@Component({
  selector: 'app-method-page',
  imports: [StatusMark],
  templateUrl: './method-page.html',
})
export class MethodPage {
  constructor() {
    inject(PageHead).set($localize`:@@method.title:Så räknar vi`);
  }
}
