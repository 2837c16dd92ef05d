import { type Wording } from '../change/difference.js';
import { inBothLanguages, listed, yesOrNo } from '../change/writing.js';
import { dateLabel } from '../time/period-label.js';
import { type ActionContent } from './action.js';
import { actionFieldWord, actionStatusWord, type ActionField } from './action-words.js';

const field = (name: ActionField): string => actionFieldWord(name, 'sv');

/** The words for an action, as the audit trail and whoever reads in a file are told of its changes. */
export const ACTION_WORDING: Wording<ActionContent> = [
  ...inBothLanguages<ActionContent>(field('title'), ({ title }) => title),
  ...inBothLanguages<ActionContent>(field('description'), ({ description }) => description),
  [field('goal'), ({ goal }, nameOf) => nameOf(goal)],
  [field('lead'), ({ lead }, nameOf) => nameOf(lead)],
  [field('partners'), ({ partners }, nameOf) => listed([...partners].sort().map(nameOf))],
  [field('startsOn'), ({ startsOn }) => dateLabel(startsOn, 'sv')],
  [field('endsOn'), ({ endsOn }) => dateLabel(endsOn, 'sv')],
  [field('status'), ({ status }) => actionStatusWord(status, 'sv')],
  [field('note'), ({ note }) => note],
  [field('territory'), ({ territory }, nameOf) => territory && nameOf(territory)],
  [field('indicator'), ({ indicator }) => indicator],
  ['påhittad', ({ isExample }) => yesOrNo(isExample)],
];
