import { passwordMail } from './password-mail.js';

const MAIL = {
  name: 'Åsa Ek',
  municipality: 'Vimmerby kommun',
  link: 'https://mal.exempel.se/valj-losenord#abc',
  until: '2026-12-04T12:00:00.000Z',
  roles: [{ role: 'reporter', department: { name: { sv: 'Kultur', en: 'Culture' } } }, { role: 'politician' }],
} as const;

describe('A mail about a password', () => {
  for (const [kind, subject, says] of [
    ['invitation', 'Välkommen till målen i Vimmerby kommun / Welcome', '(7 dagar)'],
    ['reset', 'Nytt lösenord till målen i Vimmerby kommun / New password', 'Har du inte bett om ett nytt lösenord'],
  ] as const)
    it(`(${kind}) says in both languages what it is about, and until when the link works`, () => {
      const mail = passwordMail(kind, MAIL);
      expect(mail.subject).toBe(subject);
      for (const said of ['Hej Åsa Ek!', 'Hello Åsa Ek!', '4 december 2026 kl. 13.00', '4 December 2026 at 13:00', says])
        expect(mail.text).toContain(said);
      expect(mail.text.split(`\n${MAIL.link}\n`).length)
        .withContext('the link on a line of its own, once')
        .toBe(2);
    });

  it('names what an invitation gives, in both languages', () => {
    const { text } = passwordMail('invitation', MAIL);
    expect(text).toContain('Med det är du:\n\n- rapportör, Kultur\n- förtroendevald\n\nVälj ett lösenord');
    expect(text).toContain('With it you are:\n\n- reporter, Culture\n- elected representative\n\nChoose a password');
    expect(passwordMail('reset', MAIL).text).not.toContain('rapportör');
    expect(passwordMail('invitation', { ...MAIL, roles: [] }).text).not.toMatch(/Med det|With it/);
  });

  for (const [kind, subject] of [
    ['invitation', 'Välkommen till SLUSEN / Welcome'],
    ['reset', 'Nytt lösenord till SLUSEN / New password'],
  ] as const)
    it(`(${kind}) names no municipality where nobody has set which it is`, () => {
      const mail = passwordMail(kind, { ...MAIL, municipality: undefined });
      expect(mail.subject).toBe(subject);
      expect(mail.text).not.toMatch(/undefined|, där|, where/);
    });
});
