import { MAIL_KINDS, mailKindWord, MAIL_STATES, mailStateWord } from './mail-words.js';

describe('A mail', () => {
  it('is called by what it is about', () => {
    expect(MAIL_KINDS.map((kind) => mailKindWord(kind, 'sv'))).toEqual([
      'inbjudan',
      'nytt lösenord',
      'påminnelse',
      'tillbaka till rapportören',
      'godkänt',
      'ersättare',
      'överlämnat',
      'svar om mer tid',
      'fråga om en siffra',
      'förslag att anta strategin',
    ]);
    expect(MAIL_KINDS.map((kind) => mailKindWord(kind, 'en'))).toEqual([
      'invitation',
      'new password',
      'reminder',
      'returned to the reporter',
      'approved',
      'deputy',
      'handed over',
      'answer about more time',
      'question about a figure',
      'proposal to adopt the strategy',
    ]);
  });

  it('says how far it has come', () => {
    expect(MAIL_STATES.map((state) => mailStateWord(state, 'sv'))).toEqual([
      'skickat',
      'väntar på att skickas',
      'ska lämnas över för hand',
      'länken har använts',
      'gäller inte längre',
    ]);
    expect(MAIL_STATES.map((state) => mailStateWord(state, 'en'))[2]).toBe('to be handed over by hand');
  });
});
