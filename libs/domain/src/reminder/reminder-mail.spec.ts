import { approvedMail, askedMail, reminderMail, returnedMail, timeDecidedMail, type FigureInMail } from './reminder-mail.js';

const figure = (name: string, lastDay: string, period = '2026-Q3'): FigureInMail => ({
  ...{ name, period, lastDay, address: `https://mal.example.se/${name.toLowerCase()}` },
});
const nothing = { asked: [], soon: [], today: [], late: [] };
const addresses = { tasksAddress: 'https://mal.example.se/uppgifter', choiceAddress: 'https://mal.example.se/konto' };

describe('a reminder', () => {
  it('names everything in one message, what is late first', () => {
    const figures = {
      asked: [figure('Besökare', '2026-10-30')],
      soon: [figure('Bad', '2026-10-23')],
      today: [figure('Lån', '2026-10-20')],
      late: [figure('Besök', '2026-10-10', '2026-M08')],
    };
    const queue = { count: 4, oldest: '2026-10-12', address: 'https://mal.example.se/granska' };
    expect(reminderMail({ name: 'Rut', figures, queue, ...addresses })).toEqual({
      subject: 'Påminnelse: 4 uppgifter att lämna in, 4 att granska',
      text: `Hej Rut!

Försenat:
– Besök, augusti 2026, skulle ha lämnats in senast 10 oktober 2026
  https://mal.example.se/besök

I dag är sista dagen:
– Lån, kvartal 3 2026
  https://mal.example.se/lån

Du bad om att bli påmind i dag:
– Besökare, kvartal 3 2026, senast 30 oktober 2026
  https://mal.example.se/besökare

Sista dagen är den 23 oktober 2026:
– Bad, kvartal 3 2026
  https://mal.example.se/bad

4 väntar på din granskning, den äldsta sedan 12 oktober 2026:
  https://mal.example.se/granska

Allt du har att göra: https://mal.example.se/uppgifter
Välj själv vad du blir påmind om: https://mal.example.se/konto

--
Hello Rut!

A reminder: 4 figures are to be submitted, and 4 wait for your review. The links are above.
`,
    });
  });

  it('says one as one, and nothing of what there is not', () => {
    const { subject, text } = reminderMail({ name: 'Rut', figures: { ...nothing, today: [figure('Lån', '2026-10-20')] }, ...addresses });
    expect(subject).toBe('Påminnelse: en uppgift att lämna in');
    expect(text).toContain('one figure is to be submitted.');
    expect(text).not.toMatch(/Försenat|granskning|review/);
    const queue = { count: 1, oldest: '2026-10-12', address: 'x' };
    expect(reminderMail({ name: 'Rut', figures: nothing, queue, ...addresses }).subject).toBe('Påminnelse: 1 att granska');
  });
});

describe('a message about one figure', () => {
  it('says why it came back, and where to mend it', () => {
    const { subject, text } = returnedMail('Rut', { figure: figure('Lån', '2026-10-20'), reason: 'Stämmer det?' });
    expect(subject).toBe('Tillbaka till dig: Lån, kvartal 3 2026');
    expect(text).toContain('\n\nStämmer det?\n\nRätta och lämna in igen: https://mal.example.se/lån\n');
  });

  it('says what a colleague asks and where to answer, and what was answered', () => {
    const said = { figure: figure('Lån', '2026-10-20'), text: 'Räknas e-lån?', by: 'Karin', address: 'https://mal.example.se/uppgifter' };
    const asked = askedMail('Rut', { ...said, isAnswer: false });
    expect(asked.subject).toBe('Fråga om Lån, kvartal 3 2026');
    expect(asked.text).toContain('Karin frågar dig om Lån, kvartal 3 2026:\n\nRäknas e-lån?\n\nSvara: https://mal.example.se/uppgifter\n');
    const answered = askedMail('Rut', { ...said, isAnswer: true });
    expect(answered.subject).toBe('Svar om Lån, kvartal 3 2026');
    expect(answered.text).toContain('Läs: https://mal.example.se/uppgifter\n');
  });

  it('says that it is approved', () => {
    expect(approvedMail('Rut', figure('Lån', '2026-10-20')).subject).toBe('Godkänt: Lån, kvartal 3 2026');
  });

  it('says whether there is more time, until when, and why', () => {
    const asked = figure('Lån', '2026-10-20');
    const granted = timeDecidedMail('Rut', { figure: asked, until: '2026-11-03', reason: 'Systemet byts.' });
    expect(granted.subject).toBe('Mer tid: Lån, kvartal 3 2026');
    expect(granted.text).toContain('Du har fått mer tid: sista dag är den 3 november 2026.\n\nSystemet byts.\n');
    const declined = timeDecidedMail('Rut', { figure: asked });
    expect(declined.subject).toBe('Inte mer tid: Lån, kvartal 3 2026');
    expect(declined.text).toContain('Du har inte fått mer tid: sista dag är fortfarande den 20 oktober 2026.\n\nhttps');
  });
});
