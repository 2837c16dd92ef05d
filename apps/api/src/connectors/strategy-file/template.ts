import {
  strategyFile,
  strategyFileShape,
  type DECIDING_BODIES,
  type StrategyFile,
  type StrategyTemplate,
  type TemplateDecision,
} from '@slusen/contracts';
import type { OwnMunicipality } from '../../settings/own-municipality.js';
import template from './slus.template.json' with { type: 'json' };

type Body = (typeof DECIDING_BODIES)[number];

const BODIES: Readonly<Record<Body, StrategyFile['version']['body']>> = {
  council: { sv: 'kommunfullmäktige', en: 'the municipal council' },
  board: { sv: 'kommunstyrelsen', en: 'the municipal executive board' },
};

/** What the template says, before there is any decision on it. */
export const TEMPLATE: Pick<StrategyFile, 'strategy' | 'areas'> = strategyFileShape.pick({ strategy: true, areas: true }).parse(template);

/** The same as whoever chooses it sees it. */
export function templateView(): StrategyTemplate {
  const { name, purpose } = TEMPLATE.strategy;
  return { name, purpose, areas: TEMPLATE.areas };
}

/** The six areas of SLUS as a strategy of one's own, by a decision of one's own; goals, indicators and targets are still to come. */
export function fromTemplate({ code, name }: OwnMunicipality, { body, name: own, ...decision }: TemplateDecision): StrategyFile {
  return strategyFile.parse({
    format: 1,
    territories: [{ code, kind: 'municipality', name: { sv: name } }],
    actors: [],
    version: { number: 1, body: BODIES[body], ...decision },
    ...template,
    strategy: own === undefined ? template.strategy : { ...template.strategy, name: { sv: own } },
    indicators: [],
  });
}
