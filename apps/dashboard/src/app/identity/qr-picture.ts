import { Component, computed, effect, input, signal } from '@angular/core';
import type { QrCodeGenerateResult } from 'uqr';

/** White modules around a code, which a camera needs to find it. */
const BORDER = 2;

/** An address as a picture that a telephone reads, made here: what is in it is a secret. */
@Component({
  selector: 'app-qr-picture',
  template: `
    @if (drawn(); as code) {
      <svg class="qr" role="img" [attr.aria-label]="label()" [attr.viewBox]="code.box">
        <rect width="100%" height="100%" fill="#fff" />
        <path fill="#000" [attr.d]="code.path" />
      </svg>
    }
  `,
})
export class QrPicture {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  private readonly code = signal<QrCodeGenerateResult | undefined>(undefined);

  protected readonly drawn = computed(() => {
    const code = this.code();
    if (!code) return undefined;
    const { size, data } = code;
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { box: `0 0 ${size} ${size}`, path: dark.join('') };
  });

  constructor() {
    effect(() => void this.draw(this.text()));
  }

  private async draw(text: string): Promise<void> {
    const { encode } = await import('uqr');
    this.code.set(encode(text, { ecc: 'M', border: BORDER }));
  }
}
