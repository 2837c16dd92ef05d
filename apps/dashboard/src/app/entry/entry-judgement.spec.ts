import { whileTyping, type Judgement } from './entry-judgement.js';

const jump = (text: string) => ({ kind: 'jump', text }) as const;
const decimals = { kind: 'decimals', text: '' } as const;
const nothing: Judgement = { faults: {}, questions: [] };

describe('what is said of a number while it is typed', () => {
  const wrong: Judgement = { faults: { value: 'value.not-a-number' }, questions: [] };
  const cases: readonly (readonly [what: string, said: Judgement, now: Judgement, shown: Judgement])[] = [
    ['nothing that is wrong only just now', nothing, wrong, nothing],
    ['still what was wrong before', wrong, wrong, wrong],
    ['no longer what is mended', wrong, nothing, nothing],
    ['how it is wrong now, where it was before', wrong, { ...wrong, faults: { value: 'value.too-large' } }, { ...wrong, faults: { value: 'value.too-large' } }],
    ['no new question', nothing, { faults: {}, questions: [jump('100')] }, nothing],
    ['the same question of the new number', { faults: {}, questions: [jump('100')] }, { faults: {}, questions: [decimals, jump('1000')] }, { faults: {}, questions: [jump('1000')] }],
  ]; // prettier-ignore
  for (const [what, said, now, shown] of cases) it(`is ${what}`, () => expect(whileTyping(said, now)).toEqual(shown));
});
