import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with a strategy, its parts or its file. A page that is not there says so as a whole, not by its code. */
export const STRATEGY_ERRORS = {
  'strategy.not-found': { status: 404, audience: 'api', detail: 'No strategy has been read in that is in force on {today}.' },
  'version.not-found': { status: 404, audience: 'api', detail: 'The strategy has no version {version}.' },
  'strategy.too-long': {
    status: 422,
    audience: 'api',
    detail: 'The strategy is too long to be set as a PDF ({kib} KiB of at most {most}); its page /strategi can be printed.',
  },
  'area.not-found': { status: 404, audience: 'api', detail: 'There is no area {area} in the strategy that is in force.' },
  'goal.not-found': { status: 404, audience: 'api', detail: 'There is no goal {goal} in the strategy that is in force.' },
  'actor.not-found': { status: 404, audience: 'api', detail: 'There is no actor {actor}; /api/actors lists them.' },
  'strategy.another': {
    status: 422,
    audience: 'command',
    detail: 'The database holds the strategy {there}, but the file is about {file}; one installation holds one strategy.',
  },
  'strategy.other-municipality': {
    status: 422,
    audience: 'screen',
    detail: 'The strategy is about {code} ({name}), but the installation is the municipality {own}.',
  },
  'strategy.no-municipality': {
    status: 422,
    audience: 'screen',
    detail: 'Say first whose the installation is: on the page /kom-igang, or by MUNICIPALITY and MUNICIPALITY_CODE.',
  },
  'strategy.version-exists': {
    status: 409,
    audience: 'api',
    detail: 'Version {version} of the strategy is there already; revise its parts, or adopt another version.',
  },
  'goal.not-measured': {
    status: 422,
    audience: 'api',
    detail: 'The goal {goal} is left unmeasured on purpose, so no indicator can measure it.',
  },
  'actor.ended': { status: 409, audience: 'screen', detail: 'The actor {actor} is no more; /api/actors says what it became.' },
  'actor.exists': { status: 409, audience: 'api', detail: 'There already is an actor {actor}; revise that one.' },
  'actor.unknown-parent': { status: 422, audience: 'api', detail: 'There is no actor {parent} that it could belong to.' },
  'actor.circle': { status: 422, audience: 'api', detail: 'The actor {actor} would belong to itself by way of {parent}.' },
  'reorganisation.ended': { status: 409, audience: 'screen', detail: 'The actor {actor} has ended already; reorganise what it became.' },
  'reorganisation.itself': { status: 422, audience: 'screen', detail: 'The actor {actor} cannot become itself.' },
  'reorganisation.successors': {
    status: 422,
    audience: 'screen',
    detail: 'One takes over from an actor that is merged, two or more from one that is split, and nobody from another.',
  },
  'reorganisation.to-come': {
    status: 422,
    audience: 'screen',
    detail: 'It holds from {from}, which is to come; plan it, or carry it out on that day.',
  },
  'reorganisation.has-come': {
    status: 422,
    audience: 'screen',
    detail: 'It holds from {from}, which has come; carry it out, without planning it.',
  },
  'reorganisation.planned': {
    status: 409,
    audience: 'screen',
    detail: 'A reorganisation of {actor} is planned from {from} already; take that back first.',
  },
  'planned-reorganisation.not-found': {
    status: 404,
    audience: 'screen',
    detail: 'No planned reorganisation {id} waits: it was carried out or taken back, or never was.',
  },
  'reorganisation.left-out': {
    status: 422,
    audience: 'screen',
    detail: 'Say for everything that follows who takes over; left out: {things}.',
  },
  'reorganisation.pointed-to': {
    status: 409,
    audience: 'screen',
    detail: 'Nobody would take over {things}; hand it over first, or merge the actor into another.',
  },
  'reorganisation.name-taken': { status: 409, audience: 'screen', detail: 'An actor is called {name} already.' },
  'reorganisation.own-reviewer': {
    status: 409,
    audience: 'screen',
    detail: 'You would come to review for {department} by your own hand; let somebody else carry it out.',
  },
  'territory.exists': { status: 409, audience: 'api', detail: 'There already is a territory {territory}; revise that one.' },
  'territory.unknown-parent': { status: 422, audience: 'api', detail: 'There is no territory {parent} that it could lie in.' },
  'territory.circle': { status: 422, audience: 'api', detail: 'The territory {territory} would lie in itself by way of {parent}.' },
} as const satisfies ErrorTable;
