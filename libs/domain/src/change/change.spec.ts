import { changeLines, greatestNeed, isAnswered, type Change, type ChangeNeed, type ChangeRecord } from './change.js';

const change = (need: ChangeNeed, before?: string, after?: string): Change => ({
  kind: 'indicator',
  subject: 'Folkmängd',
  need,
  differences: [{ field: 'dagar till publicering', before, after }],
});

describe('a change of something decided', () => {
  const both: ChangeRecord = { reason: 'Fel från början', decision: 'KF § 12' };
  const answers: [need: ChangeNeed, record: ChangeRecord, isEnough: boolean][] = [
    ['nothing', {}, true],
    ['reason', {}, false],
    ['reason', { decision: 'KF § 12' }, false],
    ['reason', { reason: 'Fel från början' }, true],
    ['decision', { reason: 'Fel från början' }, false],
    ['decision', both, true],
    ['version', both, false],
  ];
  for (const [need, record, isEnough] of answers) {
    it(`that needs ${need} is ${isEnough ? '' : 'not '}answered by ${Object.keys(record).join(' and ') || 'nothing'}`, () => {
      expect(isAnswered(need, record)).toBe(isEnough);
    });
  }

  it('needs with others the most that any of them needs', () => {
    expect(greatestNeed([change('reason'), change('version'), change('nothing')])).toBe('version');
    expect(greatestNeed([])).toBe('nothing');
  });

  it('is told by the words people use', () => {
    expect(changeLines(change('reason', '20', '50'))).toEqual(['Folkmängd: dagar till publicering 20 → 50']);
  });

  it('says with a dash that there is nothing', () => {
    expect(changeLines(change('reason', undefined, '50'))).toEqual(['Folkmängd: dagar till publicering – → 50']);
    expect(changeLines(change('reason', '20', undefined))).toEqual(['Folkmängd: dagar till publicering 20 → –']);
  });

  it('shows of a long text the place where it differs', () => {
    const [line] = changeLines(
      change('reason', `${'a'.repeat(100)} före ${'b'.repeat(100)}`, `${'a'.repeat(100)} efter ${'b'.repeat(100)}`),
    );
    expect(line).toMatch(/ …a+ före b+… → …a+ efter b+…$/);
    expect(line?.length).toBeLessThan(200);
  });

  const long = 'x'.repeat(61);
  const excerpts: [what: string, before: string, after: string, line: string][] = [
    ['sixty letters whole', 'å'.repeat(60), 'å', `${'å'.repeat(60)} → å`],
    ['from the beginning where that differs', `a${long}`, 'b', `a${'x'.repeat(59)}… → b`],
    ['to the end where that differs', `${long}a`, `${long}b`, `…${'x'.repeat(59)}a → …${'x'.repeat(59)}b`],
    ['to the end where one is the other and more', long, `${long}!`, `…${'x'.repeat(60)} → …${'x'.repeat(59)}!`],
  ];
  for (const [what, before, after, line] of excerpts) {
    it(`shows of a text ${what}`, () => {
      expect(changeLines(change('reason', before, after))).toEqual([`Folkmängd: dagar till publicering ${line}`]);
    });
  }
});
