import { Pipe, type PipeTransform } from '@angular/core';
import { momentLabel } from '@slusen/domain';
import { injectLanguage } from './language.js';

/** A moment by the clock in Stockholm: "24 november 2026 kl. 14.05". */
@Pipe({ name: 'moment' })
export class MomentPipe implements PipeTransform {
  private readonly language = injectLanguage();

  transform(instant: string): string {
    return momentLabel(instant, this.language);
  }
}
