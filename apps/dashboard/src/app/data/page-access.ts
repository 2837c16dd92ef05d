import type { SessionView } from '@slusen/contracts';
import { PAGES, type PagePath } from '@slusen/contracts/pages';

/** Whether the list of pages lets somebody open a page; nobody is signed in where there is no view. */
export function mayOpen(view: SessionView | undefined, path: PagePath): boolean {
  const { admits } = PAGES[path];
  if (admits === 'everyone') return true;
  return view !== undefined && (admits === 'signed-in' || view.roles.some(({ role }) => admits.includes(role)));
}
