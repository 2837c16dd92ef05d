import { deputyMail, handOverMail } from './responsibility-mail.js';

const address = 'https://mal.example.se/mina-uppgifter';

describe('a mail about who answers for what', () => {
  it('says for whom somebody stands in, and on which days', () => {
    const { subject, text } = deputyMail({ name: 'Dan', away: 'Rut', from: '2026-12-01', to: '2026-12-07', address });
    expect(subject).toBe('Du är ersättare för Rut');
    expect(text).toContain('från och med 1 december 2026 till och med 7 december 2026.');
    expect(text).toContain(address);
    expect(text).toContain('from 1 December 2026 until 7 December 2026');
  });

  it('says what is taken over after whom, and from when', () => {
    const roles = [{ role: 'reporter', department: { name: { sv: 'Kultur' } } }, { role: 'strategist' }] as const;
    const { subject, text } = handOverMail({ name: 'Dan', before: 'Rut', day: '2026-12-01', roles, address });
    expect(subject).toBe('Du tar över efter Rut');
    expect(text).toContain('Från och med 1 december 2026 svarar du för det som Rut har svarat för:\n\n- rapportör, Kultur\n- strateg\n');
  });
});
