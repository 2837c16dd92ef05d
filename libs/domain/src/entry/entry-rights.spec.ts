import { DomainError } from '../domain-error.js';
import { isAllowed } from '../permission/permission.js';
import { rightsInWords } from '../permission/rights.fixtures.js';
import { entryNotFound, ENTRY_RIGHTS } from './entry-rights.js';
import { ENTRY_ACTIONS, ENTRY_STATES } from './entry.js';

const OWN = 'i den egna förvaltningen';

describe('the rights about entries', () => {
  it('are the reporter’s and the reviewer’s of the department, in the states that the workflow allows', () => {
    expect(rightsInWords('Inmatningar', 'sv')).toEqual([
      `Läsa en inmatning | rapportör | ${OWN} | påbörjad, inlämnad, skickad tillbaka, godkänd eller kastad`,
      `Läsa en inmatning | granskare | ${OWN} | inlämnad, skickad tillbaka eller godkänd`,
      `Skriva i en inmatning | rapportör | ${OWN} | påbörjad eller skickad tillbaka`,
      `Lämna in den för granskning | rapportör | ${OWN} | påbörjad eller skickad tillbaka`,
      `Ta tillbaka den | rapportör | ${OWN} | inlämnad`,
      `Skicka tillbaka den | granskare | ${OWN} | inlämnad`,
      `Godkänna och publicera den | granskare | ${OWN} | inlämnad`,
      `Kasta den | rapportör | ${OWN} | påbörjad eller skickad tillbaka`,
    ]);
  });

  it('are told in English too', () => {
    const rows = rightsInWords('Entries', 'en');
    expect(rows[0]).toBe('Read an entry | reporter | in their own department | begun, submitted, sent back, approved or discarded');
    expect(rows.slice(2).map((row) => row.split(' | ')[0])).toEqual([
      'Write in an entry',
      'Submit it for review',
      'Withdraw it',
      'Send it back',
      'Approve and publish it',
      'Discard it',
    ]);
  });

  it('let a reviewer see no draft, which is its authors’ own', () => {
    const reviewer = { id: 'rolf', roles: [{ role: 'reviewer', department: 'kultur' }] } as const;
    const seen = ENTRY_STATES.filter((state) => isAllowed(reviewer, 'entry.read', { department: 'kultur', state }) === 'allowed');
    expect(seen).toEqual(['submitted', 'returned', 'approved']);
  });

  it('name a right for each step of the workflow, besides reading', () => {
    expect(Object.keys(ENTRY_RIGHTS.actions)).toEqual(['entry.read', ...ENTRY_ACTIONS.map((action) => `entry.${action}`)]);
  });

  it('say the same of an entry that is out of sight as of one that is not there', () => {
    expect(entryNotFound('e1')).toEqual(new DomainError('entry.not-found', { entry: 'e1' }));
    expect(ENTRY_RIGHTS.subject?.notFound('e1')).toEqual(entryNotFound('e1'));
  });
});

describe('the rights about work lists', () => {
  it('give reporters what is to be handed in, and reviewers what is to be reviewed', () => {
    expect(rightsInWords('Arbetslistor', 'sv')).toEqual([
      `Se vad som ska lämnas in | rapportör | ${OWN}`,
      `Svara att siffran inte finns än, eller be om mer tid | rapportör | ${OWN}`,
      'Ge eller neka mer tid | strateg | i hela kommunen',
      `Läsa vad kollegor frågar och svarar om en siffra | rapportör och granskare | ${OWN}`,
      `Fråga en kollega om en siffra, och svara | rapportör och granskare | ${OWN}`,
      `Se vad som ska granskas | granskare | ${OWN}`,
      `Se de indikatorer man svarar för | rapportör och granskare | ${OWN}`,
      `Hämta vad man själv har gjort som en fil | rapportör och granskare | ${OWN}`,
      `Ha en egen lista med skäl att skicka tillbaka | granskare | ${OWN}`,
    ]);
    expect(rightsInWords('Work lists', 'en')).toEqual([
      'See what is to be submitted | reporter | in their own department',
      'Answer that a figure is not there yet, or ask for more time | reporter | in their own department',
      'Grant or decline more time | strategist | in the whole municipality',
      'Read what colleagues ask and answer about a figure | reporter and reviewer | in their own department',
      'Ask a colleague about a figure, and answer | reporter and reviewer | in their own department',
      'See what is to be reviewed | reviewer | in their own department',
      'See the indicators one answers for | reporter and reviewer | in their own department',
      'Fetch what one has done as a file | reporter and reviewer | in their own department',
      'Keep a list of own reasons to send back | reviewer | in their own department',
    ]);
  });
});
