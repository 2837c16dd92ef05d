import { ChangeDetectorRef, computed, DestroyRef, inject, Injectable, Renderer2, signal } from '@angular/core';

/**
 * When what stands in a form can be judged: not while it is typed, nor while something is pressed, which would move away from under the
 * pointer before it is let go, and the press be lost.
 */
@Injectable()
export class Pauses {
  private readonly changes = inject(ChangeDetectorRef);
  /** Since the last key no field was left, and no pause was made. */
  private readonly isTyping = signal(false);
  private readonly isPressed = signal(false);
  readonly isBusy = computed(() => this.isTyping() || this.isPressed());

  constructor() {
    const [renderer, life] = [inject(Renderer2), inject(DestroyRef)];
    for (const [event, isPressed] of [
      ['pointerdown', true],
      ['pointerup', false],
      ['pointercancel', false],
    ] as const)
      life.onDestroy(renderer.listen('window', event, () => this.isPressed.set(isPressed)));
  }

  type(): void {
    this.isTyping.set(true);
  }

  /** A field was left, or a pause was made. */
  pause(): void {
    this.isTyping.set(false);
  }

  /** What is asked of a field stands there before Tab goes on from it, and so to the question. */
  pauseBeforeTab(): void {
    this.pause();
    this.changes.detectChanges();
  }
}
