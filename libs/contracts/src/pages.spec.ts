import { ACCOUNT_ROLES, isAllowed } from '@slusen/domain';
import { PAGE_KINDS, PAGES, type PagePath, type PageRule } from './pages.js';

const all = Object.entries(PAGES) as [PagePath, PageRule][];

describe('the pages', () => {
  it('that show the same to everyone are open to everyone, and no page that is made for an account is kept by anyone', () => {
    for (const [path, { kind, admits }] of all) {
      if (kind === 'public') expect(admits).withContext(path).toBe('everyone');
      if (admits !== 'everyone') expect(PAGE_KINDS[kind]).withContext(path).toEqual({ madeIn: 'browser', cacheControl: 'no-store' });
    }
  });

  it('of the public are asked for anew each time, so that a correction is seen at once', () => {
    expect(PAGE_KINDS.public).toEqual({ madeIn: 'server', cacheControl: 'public, max-age=0, must-revalidate' });
  });

  it('have addresses in Swedish without letters that addresses write otherwise, and words for what is looked up', () => {
    for (const [path] of all) expect(path).toMatch(/^$|^[a-z-]+(\/(?::[a-z]+|[a-z-]+))*$/);
  });

  it('depend on parameters only where a list is searched and leafed through, a calendar is narrowed, a table is ordered, or two things are compared', () => {
    const asking = all.filter(([, { parameters }]) => parameters).map(([path, { parameters }]) => [path, parameters]);
    expect(asking).toEqual([
      ['indikator/:slug/historik', ['omrade', 'offset']],
      ['indikatorer', ['q', 'offset']],
      ['kalender', ['omrade']],
      ['roller', ['ordning']],
      ['strategi/jamfor', ['fran', 'till']],
    ]);
  });

  const admitted: [path: PagePath, asks: Parameters<typeof isAllowed>[1]][] = [
    ['mina-uppgifter', 'task.read'],
    ['inmatning/:indicator/:period', 'entry.save'],
    ['rutnat', 'task.read'],
    ['granskning', 'queue.read'],
    ['granskning/:id', 'entry.approve'],
    ['oversikt', 'overview.read'],
    ['atgarder', 'action.desk'],
    ['ny-atgard', 'action.plan'],
    ['atgarder/:slug', 'action.revise'],
    ['dolj', 'masking.decide'],
    ['administration/personer', 'account.manage'],
    ['administration/personer/:id', 'account.manage'],
    ['administration/aktorer', 'organisation.change'],
    ['administration/aktorer/:slug', 'organisation.reorganise'],
    ['administration/post', 'mail.read'],
    ['administration/jobb', 'job.manage'],
    ['administration/strategi', 'draft.write'],
    ['administration/strategi/:id', 'draft.write'],
    ['administration/strategi/matbarhet/:id', 'draft.write'],
    ['administration/strategi/jamfor/:id', 'draft.write'],
    ['administration', 'data-health.read'],
    ['administration/installningar', 'settings.change'],
    ['administration/handelser', 'audit.read'],
    ['administration/datahalsa', 'data-health.read'],
    ['importera', 'import.follow'],
    ['importera/:id', 'import.follow'],
    ['administration/inlasningar', 'import.read'],
    ['administration/inlasningar/:id', 'import.read'],
  ];
  for (const [path, action] of admitted) {
    it(`admit to /${path} exactly those whom the policy lets do what it is for (${action})`, () => {
      const may = ACCOUNT_ROLES.filter((role) => isAllowed({ id: 'a', roles: [{ role, department: 'kultur' }] }, action) === 'allowed');
      expect([...PAGES[path].admits].sort()).toEqual(may.sort());
    });
  }
});
