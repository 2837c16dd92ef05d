import type { AccountRole } from '@slusen/domain';

/**
 * How each kind of page is made and how long whoever fetched it may keep it. Public pages show the same to everyone; what
 * belongs to an account is filled in by the browser and kept by nobody.
 */
export const PAGE_KINDS = {
  public: { madeIn: 'server', cacheControl: 'public, max-age=0, must-revalidate' },
  personal: { madeIn: 'browser', cacheControl: 'no-store' },
} as const;

/** What server and browser must know of a page. */
export interface PageRule {
  readonly kind: keyof typeof PAGE_KINDS;
  /** Who may open it. It is the API that guards what the page shows; this keeps people from doors that are closed to them. */
  readonly admits: 'everyone' | 'signed-in' | readonly AccountRole[];
  /** The parameters that what the server renders depends on; it ignores all others, so that nobody fills its cache with made-up ones. */
  readonly parameters?: readonly string[];
}

/**
 * Every page there is, by its address without the language: `:name` stands for one word. A page is added here and, by the same
 * address, to the `….routes.ts` of its feature in the dashboard; a page that stands in one of them only is refused.
 */
const RULES = {
  '': { kind: 'public', admits: 'everyone' },
  'omrade/:slug': { kind: 'public', admits: 'everyone' },
  'mal/:slug': { kind: 'public', admits: 'everyone' },
  'indikator/:slug': { kind: 'public', admits: 'everyone' },
  'indikator/:slug/historik': { kind: 'public', admits: 'everyone', parameters: ['omrade', 'offset'] },
  indikatorer: { kind: 'public', admits: 'everyone', parameters: ['q', 'offset'] },
  kalender: { kind: 'public', admits: 'everyone', parameters: ['omrade'] },
  samverkan: { kind: 'public', admits: 'everyone' },
  'samverkan/:slug': { kind: 'public', admits: 'everyone' },
  'atgard/:slug': { kind: 'public', admits: 'everyone' },
  strategi: { kind: 'public', admits: 'everyone' },
  'strategi/version/:nummer': { kind: 'public', admits: 'everyone' },
  roller: { kind: 'public', admits: 'everyone', parameters: ['ordning'] },
  'strategi/jamfor': { kind: 'public', admits: 'everyone', parameters: ['fran', 'till'] },
  'strategi/foljs-inte-langre-upp': { kind: 'public', admits: 'everyone' },
  metod: { kind: 'public', admits: 'everyone' },
  behorigheter: { kind: 'public', admits: 'everyone' },
  tillganglighet: { kind: 'public', admits: 'everyone' },
  personuppgifter: { kind: 'public', admits: 'everyone' },
  om: { kind: 'public', admits: 'everyone' },
  'logga-in': { kind: 'personal', admits: 'everyone' },
  konto: { kind: 'personal', admits: 'signed-in' },
  'mina-uppgifter': { kind: 'personal', admits: ['reporter'] },
  'mina-indikatorer': { kind: 'personal', admits: ['reporter', 'reviewer'] },
  'inmatning/:indicator/:period': { kind: 'personal', admits: ['reporter'] },
  rutnat: { kind: 'personal', admits: ['reporter'] },
  omgangar: { kind: 'personal', admits: 'signed-in' },
  'omgangar/:period': { kind: 'personal', admits: ['reporter', 'reviewer', 'strategist', 'administrator'] },
  importera: { kind: 'personal', admits: ['reporter', 'reviewer', 'strategist'] },
  'importera/:id': { kind: 'personal', admits: ['reporter', 'reviewer', 'strategist'] },
  granskning: { kind: 'personal', admits: ['reviewer'] },
  'granskning/:id': { kind: 'personal', admits: ['reviewer'] },
  'valj-losenord': { kind: 'personal', admits: 'everyone' },
  'glomt-losenord': { kind: 'personal', admits: 'everyone' },
  'administration/personer': { kind: 'personal', admits: ['administrator'] },
  'administration/personer/:id': { kind: 'personal', admits: ['administrator'] },
  'administration/aktorer': { kind: 'personal', admits: ['strategist', 'administrator'] },
  'administration/aktorer/:slug': { kind: 'personal', admits: ['strategist', 'administrator'] },
  'administration/post': { kind: 'personal', admits: ['administrator'] },
  'administration/gallring': { kind: 'personal', admits: ['administrator'] },
  'administration/jobb': { kind: 'personal', admits: ['administrator'] },
  atgarder: { kind: 'personal', admits: ['reporter', 'reviewer', 'strategist'] },
  'ny-atgard': { kind: 'personal', admits: ['reporter', 'reviewer', 'strategist'] },
  'atgarder/:slug': { kind: 'personal', admits: ['reporter', 'reviewer', 'strategist'] },
  'kom-igang': { kind: 'personal', admits: 'everyone' },
  administration: { kind: 'personal', admits: ['strategist', 'administrator'] },
  'administration/installningar': { kind: 'personal', admits: ['administrator'] },
  'administration/handelser': { kind: 'personal', admits: ['administrator'] },
  'administration/inlasningar': { kind: 'personal', admits: ['administrator'] },
  'administration/inlasningar/:id': { kind: 'personal', admits: ['administrator'] },
  'administration/datahalsa': { kind: 'personal', admits: ['strategist', 'administrator'] },
  'administration/indikatorer': { kind: 'personal', admits: ['strategist', 'administrator'] },
  'administration/indikatorer/ny': { kind: 'personal', admits: ['strategist', 'administrator'] },
  'administration/indikatorer/:slug': { kind: 'personal', admits: ['strategist', 'administrator'] },
  dolj: { kind: 'personal', admits: ['administrator'] },
  'administration/mal/:goal/:indikator': { kind: 'personal', admits: ['strategist', 'administrator'] },
  'administration/strategi': { kind: 'personal', admits: ['strategist', 'administrator'] },
  'administration/strategi/jamfor/:id': { kind: 'personal', admits: ['strategist', 'administrator'] },
  'administration/strategi/matbarhet/:id': { kind: 'personal', admits: ['strategist', 'administrator'] },
  'administration/strategi/:id': { kind: 'personal', admits: ['strategist', 'administrator'] },
  nycklar: { kind: 'personal', admits: ['administrator'] },
  oversikt: { kind: 'personal', admits: ['politician', 'strategist', 'administrator'] },
} as const satisfies Readonly<Record<string, PageRule>>;

/** The address of a page, as the list writes it. */
export type PagePath = keyof typeof RULES;

/** The list of pages: who may open each, where it is made, how long it is kept, what it asks of its address. */
export const PAGES: Readonly<Record<PagePath, PageRule>> = RULES;
