import { Component, computed, input } from '@angular/core';
import type { SaveState } from './entry-saver.js';

/** Tells, without being asked, whether what was typed is safe. */
@Component({
  selector: 'app-save-notice',
  template: `<p class="save-state small soft" role="status">{{ words() }}</p>`,
})
export class SaveNotice {
  readonly state = input.required<SaveState>();
  readonly hasFault = input(false);

  protected readonly words = computed(() => {
    if (this.hasFault()) return $localize`:@@save.fault:Sparas när felet är rättat. Texten finns kvar här.`;
    switch (this.state()) {
      case 'saving':
      case 'changed':
        return $localize`:@@save.saving:Sparar …`;
      case 'saved':
        return $localize`:@@save.saved:Sparat som utkast`;
      case 'discarded':
        return $localize`:@@save.discarded:Utkastet är kastat.`;
      case 'failed':
        return $localize`:@@save.failed:Inte sparat än. Texten finns kvar i den här webbläsaren.`;
      default:
        return '';
    }
  });
}
