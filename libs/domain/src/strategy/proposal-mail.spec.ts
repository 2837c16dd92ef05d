import { proposalMail } from './proposal-mail.js';

describe('The mail about a proposed strategy', () => {
  it('says who proposes which draft, and where it is adopted, in both languages', () => {
    const address = 'https://example.test/administration/strategi/4';
    const { subject, text } = proposalMail({ name: 'Per', by: 'Maja Strand', draft: 'Strategi 2027', address });
    expect(subject).toBe('Maja Strand föreslår att strategin antas');
    for (const said of ['Hej Per!', 'utkastet ”Strategi 2027” antas', address, 'Hello Per!', 'the draft “Strategi 2027” is adopted'])
      expect(text).toContain(said);
  });
});
