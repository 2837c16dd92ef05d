import { Component, signal } from '@angular/core';
import { FormField } from './form-field.js';
import { show, write } from './testing/index.js';
import { TypedText } from './typed-text.js';

@Component({
  imports: [FormField, TypedText],
  template: `
    <ui-form-field label="Värde" hint="Ett tal" [fault]="fault()" for="varde">
      <input [uiTypedText]="value()" (typed)="value.set($event)" saidBy="varde-last" />
      <p id="varde-last">{{ value() }} besök</p>
    </ui-form-field>
    <ui-form-field label="Kommentar" for="kommentar">
      <textarea [uiTypedText]="comment()" (typed)="comment.set($event)"></textarea>
    </ui-form-field>
  `,
})
class Typing {
  readonly value = signal('12');
  readonly comment = signal('');
  readonly fault = signal<string | undefined>(undefined);
}

describe('TypedText', () => {
  it('shows a text, hands on what is typed, and shows what is put in its place', async () => {
    const { screen, component, settled } = await show(Typing);
    const control = screen.getByRole<HTMLInputElement>('textbox', { name: 'Värde' });
    expect(control.value).toBe('12');
    write(control, '120');
    write(screen.getByRole('textbox', { name: 'Kommentar' }), 'Räknat');
    expect([component.value(), component.comment()]).toEqual(['120', 'Räknat']);
    component.value.set('7');
    await settled();
    expect(control.value).toBe('7');
  });

  it('is described by hint, remark and fault, and is wrong only when there is a fault', async () => {
    const { screen, component, element, settled } = await show(Typing);
    const control = screen.getByRole('textbox', { name: 'Värde' });
    component.fault.set('Skriv ett tal.');
    await settled();
    const said = (control.getAttribute('aria-describedby') ?? '').split(' ').map((id) => element.querySelector(`#${id}`)?.textContent);
    expect(said).toEqual(['Ett tal', '12 besök', 'Skriv ett tal.']);
    expect(control.getAttribute('aria-invalid')).toBe('true');
    component.fault.set(undefined);
    await settled();
    expect(control.getAttribute('aria-invalid')).toBeNull();
  });

  it('names nothing that is not there', async () => {
    const { screen, element } = await show(Typing);
    const described = screen.getByRole('textbox', { name: 'Kommentar' }).getAttribute('aria-describedby');
    expect(described).toBe('kommentar-fault');
    expect(element.querySelector(`#${described}`)).not.toBeNull();
  });
});
