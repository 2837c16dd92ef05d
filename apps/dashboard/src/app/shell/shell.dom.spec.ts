import { Component, RESPONSE_INIT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { until } from '@slusen/ui/testing';
import { FakeApi, held, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSession, aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { CurrentAccount } from '../data/current-account.js';
import { Session } from '../data/session.js';
import { reading } from '../data/reading.js';
import { Breadcrumbs } from './breadcrumbs.js';
import { ErrorPage } from './error-page.js';
import { PageHead } from './page-head.js';
import { PageState } from './page-state.js';
import { RouteFocus } from './route-focus.js';
import { SiteFooter } from './site-footer.js';
import { SiteHeader } from './site-header.js';

@Component({ imports: [PageState], template: `<app-page-state [of]="goal" />` })
class Waiting {
  readonly goal = reading<unknown>(() => '/api/goals/a');
}

@Component({ template: '' })
class AnyPage {}

@Component({
  imports: [RouteFocus],
  template: `<main tabindex="-1" appRouteFocus>Innehåll</main>
    <button>Knapp</button>`,
})
class Frame {}

describe('Around every page', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/admin/first-figure', ok({ done: [] }));
  });

  describe('SiteHeader', () => {
    const links = (part: HTMLElement): string[] => [...part.querySelectorAll('a')].map(textOf);

    it('names the municipality and leads to the four public parts', async () => {
      const { screen } = await showPage(SiteHeader);
      expect(textOf(screen.getByRole('link', { name: /SLUSEN/ }))).toBe('SLUSEN Vimmerby kommun');
      expect(screen.getByText('Vimmerby kommun').lang).toBe('sv');
      expect(links(screen.getByRole('navigation', { name: 'Huvudmeny' }))).toEqual(['Mål', 'Indikatorer', 'Vem gör vad', 'Så räknar vi']);
    });

    it('does without the municipality while nobody has said which', async () => {
      api.on('GET /api/site', NO_ANSWER);
      const { screen } = await showPage(SiteHeader);
      expect(textOf(screen.getByRole('link', { name: /SLUSEN/ }))).toBe('SLUSEN');
    });

    const marks: [at: string, marked: string, mark: string][] = [
      ['/', 'Mål', 'page'],
      ['/indikatorer?q=hus', 'Indikatorer', 'page'],
      ['/samverkan/kommunstyrelsen', 'Vem gör vad', 'true'],
    ];
    for (const [at, marked, mark] of marks) {
      it(`marks "${marked}" at ${at}, and nothing else`, async () => {
        const { screen } = await showPage(SiteHeader, { at });
        const menu = screen.getByRole('navigation', { name: 'Huvudmeny' });
        const found = [...menu.querySelectorAll('a[aria-current]')].map((link) => [textOf(link), link.getAttribute('aria-current')]);
        expect(found).toEqual([[marked, mark]]);
      });
    }

    it('leads to the same page in the other language, and back', async () => {
      const { screen } = await showPage(SiteHeader, { at: '/indikatorer?q=hus' });
      const link = screen.getByRole('link', { name: 'English' });
      expect([link.getAttribute('href'), link.lang]).toEqual(['/en/indikatorer?q=hus', 'en']);
      TestBed.resetTestingModule();
      const english = await showPage(SiteHeader, { at: '/indikatorer?q=hus', language: 'en' });
      expect(english.screen.getByRole('link', { name: 'Svenska' }).getAttribute('href')).toBe('/indikatorer?q=hus');
    });

    it('asks nobody who is there where nobody has signed in', async () => {
      const { screen } = await showPage(SiteHeader);
      expect(screen.getByRole('link', { name: 'Logga in' }).getAttribute('href')).toBe('/logga-in');
      expect(screen.queryByRole('navigation', { name: 'Mitt arbete' })).toBeNull();
      expect(api.of('GET /api/session')).toEqual([]);
    });

    it('shows who is signed in, and the desks that are theirs', async () => {
      localStorage.setItem('slusen.signed-in', '1');
      api.on('GET /api/session', ok(aSession(['reporter', 'politician'])));
      const { screen } = await showPage(SiteHeader, { at: '/mina-uppgifter' });
      await until(() => screen.queryByRole('navigation', { name: 'Mitt arbete' }) !== null);
      expect(screen.getByRole('link', { name: 'Anna Lindeborg' }).getAttribute('href')).toBe('/konto');
      const desks = screen.getByRole('navigation', { name: 'Mitt arbete' });
      expect(links(desks)).toEqual(['Mina uppgifter', 'Mina indikatorer', 'Rutnät', 'Omgångar', 'Läs in fil', 'Åtgärder', 'Översikt']);
      expect(desks.querySelector('[aria-current]')?.textContent).toBe('Mina uppgifter');
    });

    const inner: [at: string, marked: string][] = [
      ['/administration', 'Administration'],
      ['/administration/personer', 'Administration'],
      ['/administration/strategi/matbarhet/1', 'Strategin'],
      ['/administration/indikatorer', 'Sköta indikatorer'],
    ];
    for (const [at, marked] of inner) {
      it(`marks "${marked}" alone at ${at}`, async () => {
        api.on('GET /api/session', ok(aSession(['administrator', 'strategist'])));
        const { screen } = await showPage(SiteHeader, { at, as: ['administrator', 'strategist'] });
        await until(() => screen.queryByRole('navigation', { name: 'Mitt arbete' }) !== null);
        const desks = screen.getByRole('navigation', { name: 'Mitt arbete' });
        expect([...desks.querySelectorAll('[aria-current]')].map(textOf)).toEqual([marked]);
      });
    }

    it('has no desks until the second factor that is needed is set up, and then at once', async () => {
      api.on('GET /api/session', ok(aSession(['administrator'], { needsSecondFactor: true })), ok(aSession(['administrator'])));
      localStorage.setItem('slusen.signed-in', '1');
      const { screen, settled } = await showPage(SiteHeader);
      await until(() => screen.queryByRole('link', { name: 'Anna Lindeborg' }) !== null);
      await settled();
      expect(screen.queryByRole('navigation', { name: 'Mitt arbete' })).toBeNull();
      await TestBed.inject(Session).renew();
      await until(() => screen.queryByRole('navigation', { name: 'Mitt arbete' }) !== null);
      expect(screen.getByRole('link', { name: 'Administration' })).toBeTruthy();
    });

    it('is the public’s again after signing out', async () => {
      api.on('GET /api/session', ok(aSession(['reviewer'])));
      const { screen, settled } = await showPage(SiteHeader, { as: ['reviewer'] });
      await until(() => screen.queryByRole('navigation', { name: 'Mitt arbete' }) !== null && api.of('GET /api/session').length === 1);
      await settled();
      TestBed.inject(CurrentAccount).isNobody();
      await settled();
      expect(screen.queryByRole('navigation', { name: 'Mitt arbete' })).toBeNull();
      expect(screen.getByRole('link', { name: 'Logga in' })).toBeTruthy();
    });
  });

  describe('SiteFooter', () => {
    it('says whom to ask, that the contact is an example, and that this is a demonstration', async () => {
      const { screen, element } = await showPage(SiteFooter);
      expect(screen.getByRole('link', { name: 'mal@exempel.se' }).getAttribute('href')).toBe('mailto:mal@exempel.se');
      expect(textOf(element)).toContain('0492-00 00 00 exempel');
      expect(textOf(element)).toContain('Det här är en demonstration.');
    });

    it('calls nothing an example in a real installation', async () => {
      api.on(
        'GET /api/site',
        ok(aSite({ isDemonstration: false, contact: { email: 'k@vimmerby.se', telephone: '0492-76 90 00', isExample: false } })),
      );
      const text = textOf((await showPage(SiteFooter)).element);
      expect(text).not.toContain('exempel');
      expect(text).not.toContain('demonstration');
    });

    it('says that no contact is set, and makes none up', async () => {
      api.on('GET /api/site', ok(aSite({ isDemonstration: false, contact: { isExample: false } })));
      const { element } = await showPage(SiteFooter);
      expect(textOf(element)).toContain('Hör av dig: kontaktuppgifter är inte angivna än.');
      expect(element.querySelector('[href^=mailto]')).toBeNull();
    });

    it('leads to the statements that the law asks for', async () => {
      const { screen } = await showPage(SiteFooter);
      expect(screen.getByRole('link', { name: 'Tillgänglighet' }).getAttribute('href')).toBe('/tillganglighet');
      expect(screen.getByRole('link', { name: 'Personuppgifter' }).getAttribute('href')).toBe('/personuppgifter');
    });
  });

  describe('ErrorPage', () => {
    const pages: [status: number, heading: string][] = [
      [404, 'Sidan finns inte'],
      [400, 'Sidan finns inte'],
      [422, 'Sidan finns inte'],
      [403, 'Du har inte behörighet till den här sidan'],
      [503, 'Vi når inte uppgifterna just nu'],
      [0, 'Vi når inte uppgifterna just nu'],
      [500, 'Något gick fel hos oss'],
    ];
    for (const [status, heading] of pages) {
      it(`says "${heading}" for ${status}, what to do, and where to go on`, async () => {
        const { screen, element } = await showPage(ErrorPage, { inputs: { status } });
        expect(screen.getByRole('heading', { level: 1 }).innerText).toBe(heading);
        expect(textOf(element.querySelector('.lead')).length).toBeGreaterThan(20);
        expect(screen.getByRole('link', { name: 'Till startsidan' }).getAttribute('href')).toBe('/');
        expect(document.title).toBe(`${heading} – SLUSEN`);
      });
    }

    it('shows the id under which the log has what went wrong', async () => {
      const { screen, give } = await showPage(ErrorPage, { inputs: { status: 500, reference: '5b2c' } });
      expect(screen.getByText('5b2c').parentElement?.innerText).toBe('Felnummer: 5b2c');
      await give({ reference: undefined });
      expect(screen.queryByText(/Felnummer/)).toBeNull();
    });

    it('is no error of a new installation, which has only nothing to show yet', async () => {
      const { screen } = await showPage(ErrorPage, { inputs: { status: 404, isNew: true } });
      expect(screen.getByRole('heading', { level: 1 }).innerText).toBe('Ingen strategi finns här än');
      expect(screen.queryByRole('link', { name: 'Till startsidan' })).toBeNull();
    });

    for (const [status, answered] of [
      [404, 404],
      [503, 503],
      [0, 503],
    ]) {
      it(`gives the server’s answer status ${answered} for ${status}`, async () => {
        const response = { status: 200 };
        await showPage(ErrorPage, { inputs: { status }, providers: [{ provide: RESPONSE_INIT, useValue: response }] });
        expect(response.status).toBe(answered ?? 0);
      });
    }
  });

  describe('PageState', () => {
    it('says that it fetches, then what went wrong', async () => {
      const slow = held();
      api.on('GET /api/goals/a', slow.reply);
      const shown = showPage(Waiting);
      await until(() => document.querySelector('app-page-state [role="status"]') !== null);
      expect(textOf(document.querySelector('app-page-state'))).toBe('Hämtar …');
      slow.give(refused(503, 'service.unavailable'));
      expect((await shown).screen.getByRole('heading', { level: 1 }).innerText).toBe('Vi når inte uppgifterna just nu');
    });

    for (const [status, text] of [
      [500, 'Felnummer: 5b2c-1'],
      [404, undefined],
    ] as const)
      it(`tells ${text ? 'the id of the request' : 'no id'} when the answer was ${status}`, async () => {
        const problem = { type: 'about:blank', title: 'x', status, code: `http.${status}`, instance: 'urn:request:5b2c-1' };
        api.on('GET /api/goals/a', { status, body: problem });
        const { screen } = await showPage(Waiting);
        expect(screen.queryByText('5b2c-1')?.parentElement?.innerText).toBe(text);
      });

    it('knows a new installation by the code of the refusal', async () => {
      api.on('GET /api/goals/a', refused(404, 'strategy.not-found'));
      const { screen } = await showPage(Waiting);
      expect(screen.getByRole('heading', { level: 1 }).innerText).toBe('Ingen strategi finns här än');
    });
  });

  describe('Breadcrumbs', () => {
    it('lead from the start page down to the page above', async () => {
      const above = [{ link: '/omrade/leva', name: { sv: 'Livsmiljöer' } }];
      const { screen } = await showPage(Breadcrumbs, { inputs: { above } });
      const trail = screen.getByRole('navigation', { name: 'Du är här' });
      expect([...trail.querySelectorAll('a')].map((link) => [textOf(link), link.getAttribute('href')])).toEqual([
        ['Start', '/'],
        ['Livsmiljöer', '/omrade/leva'],
      ]);
    });
  });

  describe('PageHead', () => {
    const attribute = (selector: string, name: string): string | null => document.head.querySelector(selector)?.getAttribute(name) ?? null;

    it('gives the page its title, its description and its addresses in both languages', async () => {
      const { settled } = await showPage(AnyPage, { at: '/mal/fler-bor-har' });
      TestBed.inject(PageHead).set('Fler bor här', 'Folkmängden ska vända.');
      await settled();
      expect(document.title).toBe('Fler bor här – SLUSEN');
      expect(attribute('meta[name="description"]', 'content')).toBe('Folkmängden ska vända.');
      expect(attribute('meta[property="og:title"]', 'content')).toBe('Fler bor här');
      expect(attribute('link[rel="canonical"]', 'href')).toBe('https://mal.exempel.se/mal/fler-bor-har');
      expect(attribute('link[rel="alternate"][hreflang="en"]', 'href')).toBe('https://mal.exempel.se/en/mal/fler-bor-har');
    });

    it('takes the last page’s description away, and has one tag of each kind', async () => {
      await showPage(AnyPage);
      const head = TestBed.inject(PageHead);
      head.set('A', 'Om A');
      head.set('');
      expect([document.title, attribute('meta[name="description"]', 'content')]).toEqual(['SLUSEN', '']);
      expect(document.head.querySelectorAll('meta[name="description"]').length).toBe(1);
    });
  });

  describe('RouteFocus', () => {
    it('leaves the focus alone on the first page, and moves it to the content after a navigation', async () => {
      const { screen, settled } = await showPage(Frame);
      expect(document.activeElement).not.toBe(screen.getByText('Innehåll'));
      screen.getByRole('button').focus();
      await TestBed.inject(Router).navigateByUrl('/annan');
      await settled();
      expect(document.activeElement).toBe(screen.getByText('Innehåll'));
    });
  });
});
