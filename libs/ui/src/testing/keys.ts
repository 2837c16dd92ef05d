/** Writes into a control as a person does: what was there is gone, and the page is told. */
export function write(control: HTMLElement, text: string): void {
  const field = control as HTMLInputElement | HTMLTextAreaElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Chooses a line of a list by its words. */
export function choose(list: HTMLElement, words: string): void {
  const select = list as HTMLSelectElement;
  const index = [...select.options].findIndex(({ text }) => text.trim() === words);
  if (index < 0) throw new Error(`The list has no line "${words}", only ${[...select.options].map(({ text }) => text.trim()).join(', ')}`);
  select.selectedIndex = index;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Presses a key where the focus is put first; gives whether the browser may still do what it does with that key. */
export function press(target: HTMLElement, key: string): boolean {
  target.focus();
  return target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
