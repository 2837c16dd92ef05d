import type { FirstFigure, SessionView } from '@slusen/contracts';
import type { PagePath } from '@slusen/contracts/pages';
import { FIRST_FIGURE_STEPS, type FirstFigureStep } from '@slusen/domain';
import { mayOpen } from '../data/page-access.js';

/** A page where a step is done, and what is asked for there. */
interface Door {
  readonly link: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** A step of the guide as somebody sees it; without a door another one does it. */
export interface GuideStep extends Partial<Door> {
  readonly step: FirstFigureStep;
  readonly name: string;
  readonly isDone: boolean;
}

const NAMES = (): Readonly<Record<FirstFigureStep, string>> => ({
  municipality: $localize`:@@first-figure.municipality:Ange kommunens namn och kod`,
  indicator: $localize`:@@first-figure.indicator:Lägg till en indikator`,
  reporter: $localize`:@@first-figure.reporter:Utse en rapportör`,
  reviewer: $localize`:@@first-figure.reviewer:Utse en granskare`,
  figure: $localize`:@@first-figure.figure:Lägg in ett värde`,
  published: $localize`:@@first-figure.published:Granska och publicera värdet`,
  strategy: $localize`:@@first-figure.strategy:Anta strategin`,
  target: $localize`:@@first-figure.target:Sätt ett målvärde`,
});

/** Where each step is done, the best place first: the first one that somebody may open is theirs. */
function doorsOf({
  indicator,
  department,
  proposal,
}: FirstFigure): Readonly<Record<FirstFigureStep, readonly (Door & { readonly page: PagePath })[]>> {
  const people = (role: string) => ({
    page: 'administration/personer' as const,
    link: '/administration/personer',
    query: { roll: role, forvaltning: department },
  });
  const desk = indicator
    ? [{ page: 'administration/indikatorer/:slug' as const, link: `/administration/indikatorer/${indicator.slug}` }]
    : [{ page: 'administration/indikatorer/ny' as const, link: '/administration/indikatorer/ny' }];
  return {
    municipality: [{ page: 'administration/installningar', link: '/administration/installningar' }],
    indicator: desk,
    reporter: [people('reporter')],
    reviewer: [people('reviewer')],
    figure: [{ page: 'mina-uppgifter', link: '/mina-uppgifter' }, ...desk],
    published: [{ page: 'granskning', link: '/granskning' }],
    strategy: proposal
      ? [{ page: 'administration/strategi/:id', link: `/administration/strategi/${proposal.draft}` }]
      : [{ page: 'administration/installningar', link: '/kom-igang', query: { steg: 'strategi' } }],
    target: [{ page: 'administration/strategi', link: '/administration/strategi' }],
  };
}

/** The steps in their order, as whoever is signed in can take them. */
export function guideSteps(guide: FirstFigure, view: SessionView | undefined): readonly GuideStep[] {
  const [names, doors] = [NAMES(), doorsOf(guide)];
  return FIRST_FIGURE_STEPS.map((step) => {
    const door = doors[step].find(({ page }) => mayOpen(view, page));
    const name =
      step === 'strategy' && guide.proposal?.isOwn
        ? $localize`:@@first-figure.strategy-proposed:Vänta på att någon annan antar strategin`
        : names[step];
    return { step, name, isDone: guide.done.includes(step), ...(door && { link: door.link, query: door.query ?? {} }) };
  });
}

/** How far it has come: "3 av 8 klart". */
export function progressText(steps: readonly GuideStep[]): string {
  const done = steps.filter(({ isDone }) => isDone).length;
  return $localize`:@@first-figure.progress:${done}:done: av ${steps.length}:total: klart`;
}
