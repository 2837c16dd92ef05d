/**
 * Brings what just got the focus out from beneath a bar that is always in sight: the browser takes it for visible there, whatever
 * `scroll-padding` says.
 */
export function uncover({ target }: FocusEvent, bar: HTMLElement): void {
  if (!(target instanceof HTMLElement) || bar.contains(target)) return;
  if (target.getBoundingClientRect().bottom > bar.getBoundingClientRect().top)
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
}
