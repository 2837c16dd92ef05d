import type { ActionDesk, ActionList, ActionSummary, ActionView } from '@slusen/contracts';

const board = { slug: 'kommunstyrelsen', name: { sv: 'Kommunstyrelsen', en: 'Municipal Executive Board' } };
const association = { slug: 'byalaget', name: { sv: 'Byalaget' } };

/** Meetings in the villages, led by the executive board this spring. */
export function anActionSummary(different: Partial<ActionSummary> = {}): ActionSummary {
  return {
    slug: 'moten-i-byarna',
    goal: { slug: 'fler-bor-har', name: { sv: 'Fler bor här', en: 'More people live here' }, isInForce: true },
    title: { sv: 'Möten i byarna' },
    lead: { ...board, kind: 'committee', isExample: false },
    partners: [{ ...association, kind: 'association', isExample: false }],
    ...{ startsOn: '2026-02-01', endsOn: '2026-12-31', status: 'ongoing', isExample: false, movedOn: '2026-02-01', isPastItsEnd: false },
    ...different,
  };
}

/** The same as it was entered, with its history. */
export function anAction(different: Partial<ActionView> = {}): ActionView {
  const { status, startsOn, endsOn, ...summary } = anActionSummary();
  return {
    ...{ ...summary, status, startsOn, endsOn, revision: 1 },
    history: [{ revision: 1, at: '2026-02-01T09:00:00.000Z', on: '2026-02-01', by: board, status, startsOn, endsOn, changed: [] }],
    ...different,
  };
}

/** A list of actions, whole. */
export function anActionList(...items: readonly ActionSummary[]): ActionList {
  return { items: [...items], total: items.length, limit: 1000, offset: 0 };
}

/** What an official of the executive board's department has before them. */
export function anActionDesk(different: Partial<ActionDesk> = {}): ActionDesk {
  return {
    items: [],
    goals: [{ slug: 'fler-bor-har', name: { sv: 'Fler bor här' }, area: { sv: 'Leva' } }],
    leads: [board, { slug: 'gatukontoret', name: { sv: 'Gatukontoret' } }],
    actors: [association, { slug: 'gatukontoret', name: { sv: 'Gatukontoret' } }, board],
    territories: [{ code: '0884-tuna', name: { sv: 'Tuna' } }],
    indicators: [{ slug: 'folkmangd', name: { sv: 'Folkmängd' } }],
    ...different,
  };
}
