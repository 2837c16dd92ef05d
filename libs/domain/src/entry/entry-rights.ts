import { DomainError } from '../domain-error.js';
import { featureRights } from '../permission/feature-rights.js';
import { ENTRY_STATES, type EntryAction } from './entry.js';
import { ENTRY_STATE_WORDS } from './entry-state-words.js';
import { statesAllowing } from './entry-workflow.js';

/** What is said of an entry that is not there, and in the very same words of one that is out of the account's sight. */
export function entryNotFound(entry: string): DomainError {
  return new DomainError('entry.not-found', { entry });
}

/** Who may do what with an entry. That nobody decides on what they have written in themselves is the workflow's rule. */
export const ENTRY_RIGHTS = featureRights({
  heading: { sv: 'Inmatningar', en: 'Entries' },
  actions: {
    'entry.read': { sv: 'Läsa en inmatning', en: 'Read an entry' },
    'entry.save': { sv: 'Skriva i en inmatning', en: 'Write in an entry' },
    'entry.submit': { sv: 'Lämna in den för granskning', en: 'Submit it for review' },
    'entry.withdraw': { sv: 'Ta tillbaka den', en: 'Withdraw it' },
    'entry.return': { sv: 'Skicka tillbaka den', en: 'Send it back' },
    'entry.approve': { sv: 'Godkänna och publicera den', en: 'Approve and publish it' },
    'entry.discard': { sv: 'Kasta den', en: 'Discard it' },
  },
  subject: {
    states: ENTRY_STATE_WORDS,
    seenBy: 'entry.read',
    notFound: entryNotFound,
    statesAllowing: (action) => (action === 'entry.read' ? ENTRY_STATES : statesAllowing(stepOf(action))),
  },
  rules: [
    { roles: ['reporter'], actions: ['entry.read'], scope: 'own-department', states: ENTRY_STATES },
    {
      roles: ['reporter'],
      actions: ['entry.save', 'entry.submit', 'entry.withdraw', 'entry.discard'],
      scope: 'own-department',
      states: 'workflow',
    },
    // A draft is its authors' own until it is submitted.
    { roles: ['reviewer'], actions: ['entry.read'], scope: 'own-department', states: ['submitted', 'returned', 'approved'] },
    { roles: ['reviewer'], actions: ['entry.return', 'entry.approve'], scope: 'own-department', states: 'workflow' },
  ],
});

/** Who has which list before them. */
export const DESK_RIGHTS = featureRights({
  heading: { sv: 'Arbetslistor', en: 'Work lists' },
  actions: {
    'task.read': { sv: 'Se vad som ska lämnas in', en: 'See what is to be submitted' },
    'task.answer': {
      sv: 'Svara att siffran inte finns än, eller be om mer tid',
      en: 'Answer that a figure is not there yet, or ask for more time',
    },
    'task.decide': { sv: 'Ge eller neka mer tid', en: 'Grant or decline more time' },
    'thread.read': { sv: 'Läsa vad kollegor frågar och svarar om en siffra', en: 'Read what colleagues ask and answer about a figure' },
    'thread.write': { sv: 'Fråga en kollega om en siffra, och svara', en: 'Ask a colleague about a figure, and answer' },
    'queue.read': { sv: 'Se vad som ska granskas', en: 'See what is to be reviewed' },
    'indicator.read-own': { sv: 'Se de indikatorer man svarar för', en: 'See the indicators one answers for' },
    'desk.own-history': { sv: 'Hämta vad man själv har gjort som en fil', en: 'Fetch what one has done as a file' },
    'queue.own-reasons': { sv: 'Ha en egen lista med skäl att skicka tillbaka', en: 'Keep a list of own reasons to send back' },
  },
  rules: [
    { roles: ['reporter'], actions: ['task.read', 'task.answer'], scope: 'own-department' },
    { roles: ['reporter', 'reviewer'], actions: ['thread.read', 'thread.write', 'desk.own-history'], scope: 'own-department' },
    { roles: ['strategist'], actions: ['task.decide'], scope: 'all' },
    { roles: ['reviewer'], actions: ['queue.read', 'queue.own-reasons'], scope: 'own-department' },
    { roles: ['reporter', 'reviewer'], actions: ['indicator.read-own'], scope: 'own-department' },
  ],
});

function stepOf(action: `entry.${EntryAction}`): EntryAction {
  return action.slice('entry.'.length) as EntryAction;
}
