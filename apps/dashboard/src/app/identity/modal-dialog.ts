import { Directive, effect, ElementRef, inject, input } from '@angular/core';

/** A dialog that is open, above everything and with the focus in it, as long as it is told to be. */
@Directive({ selector: 'dialog[appModal]' })
export class ModalDialog {
  readonly isOpen = input.required<boolean>({ alias: 'appModal' });
  private readonly dialog = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      if (this.isOpen() === this.dialog.open) return;
      if (this.isOpen()) this.dialog.showModal();
      else this.dialog.close();
    });
  }
}
