import { strategyFile, type DECIDING_BODIES, type StrategyFile, type TemplateDecision } from '@slusen/contracts';
import type { OwnMunicipality } from '../../settings/own-municipality.js';
import template from './slus.template.json' with { type: 'json' };

type Body = (typeof DECIDING_BODIES)[number];

const BODIES: Readonly<Record<Body, StrategyFile['version']['body']>> = {
  council: { sv: 'kommunfullmäktige', en: 'the municipal council' },
  board: { sv: 'kommunstyrelsen', en: 'the municipal executive board' },
};

/** The six areas of SLUS as a strategy of one's own, by a decision of one's own; goals, indicators and targets are still to come. */
export function fromTemplate({ code, name }: OwnMunicipality, { body, ...decision }: TemplateDecision): StrategyFile {
  return strategyFile.parse({
    format: 1,
    territories: [{ code, kind: 'municipality', name: { sv: name } }],
    actors: [],
    version: { number: 1, body: BODIES[body], ...decision },
    ...template,
    indicators: [],
  });
}
