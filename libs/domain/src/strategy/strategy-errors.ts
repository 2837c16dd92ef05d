import { type ErrorTable } from '../error-kind.js';

/** What can be wrong with a strategy, its parts or its file. A page that is not there says so as a whole, not by its code. */
export const STRATEGY_ERRORS = {
  'strategy.not-found': { status: 404, audience: 'api', detail: 'No strategy has been read in that is in force today, {today}.' },
  'area.not-found': { status: 404, audience: 'api', detail: 'There is no area {area} in the strategy that is in force.' },
  'goal.not-found': { status: 404, audience: 'api', detail: 'There is no goal {goal} in the strategy that is in force.' },
  'actor.not-found': { status: 404, audience: 'api', detail: 'There is no actor {actor}; /api/actors lists them.' },
  'strategy.another': {
    status: 422,
    audience: 'command',
    detail: 'The database holds the strategy {there}, but the file is about {file}; one installation holds one strategy.',
  },
  'strategy.adopted': {
    status: 422,
    audience: 'command',
    detail:
      'The strategy is there already and says something else: {column} of {key} is {there}, in the file {file}; what was adopted is never rewritten.',
  },
  'strategy.adopted-with': {
    status: 422,
    audience: 'command',
    detail:
      'Version {version} of the strategy is there already, with the {part} {name} that the file leaves out; what was adopted is never rewritten, so a change needs a version of its own.',
  },
  'strategy.adopted-without': {
    status: 422,
    audience: 'command',
    detail:
      'Version {version} of the strategy is there already, without the {part} {name} of the file; what was adopted is never rewritten, so a change needs a version of its own.',
  },
  'strategy-file.unknown-reference': {
    status: 422,
    audience: 'command',
    detail: 'The file names {slug}, which is neither in it nor in the database.',
  },
} as const satisfies ErrorTable;
