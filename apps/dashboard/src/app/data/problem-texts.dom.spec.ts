import { NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { ApiError } from './api-problem.js';
import { problemText, ruleText } from './problem-texts.js';

const errorOf = ({ status, body }: ReturnType<typeof ok>): ApiError => new ApiError(status, body);

describe('problemText', () => {
  const cases: [error: unknown, words: string][] = [
    [errorOf(refused(401, 'session.wrong-credentials')), 'Användarnamnet eller lösenordet stämmer inte.'],
    [errorOf(refused(403, 'entry.own-approval')), 'Du kan inte godkänna något du själv har skrivit i.'],
    [errorOf(refused(503, 'service.unavailable')), 'Vi når inte uppgifterna just nu. Försök igen om en stund.'],
    [errorOf(NO_ANSWER), 'Ingen kontakt med servern. Det du har skrivit finns kvar här.'],
    [errorOf(ok(null, 502)), 'Något gick fel. Försök igen om en stund.'],
  ];
  for (const [error, words] of cases) it(`says "${words}"`, () => expect(problemText(error)).toBe(words));

  it('says an unknown code in the API’s own words, with the detail before the title', () => {
    const problem = { type: 'x', title: 'A title', status: 409, code: 'new.code' };
    expect(problemText(new ApiError(409, problem))).toBe('A title');
    expect(problemText(new ApiError(409, { ...problem, detail: 'What was wrong' }))).toBe('What was wrong');
  });

  it('has words for the rules of a password, and shows a code that has none', () => {
    expect(ruleText('password.too-short')).toBe('Lösenordet behöver minst tolv tecken.');
    expect(ruleText('password.too-long')).toBe('Lösenordet får ha högst 200 tecken.');
    expect(ruleText('new.code')).toBe('new.code');
  });
});
