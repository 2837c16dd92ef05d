import { entryFigure, newEntry } from './entries.js';

describe('the figure of an entry', () => {
  const cases: [figure: object, faults: [path: string, code: string][]][] = [
    [{ value: 36, margin: 1.5, respondents: 660 }, []],
    [{ missing: 'non-response' }, []],
    [{}, []],
    [{ value: 36, missing: 'non-response', margin: 1 }, [['missing', 'value.or-missing']]],
    [{ missing: 'non-response', margin: 1.5 }, [['margin', 'value.missing-has-margin']]],
    [{ missing: 'non-response', respondents: 0 }, [['respondents', 'value.missing-has-margin']]],
    [{ margin: 0, respondents: 660 }, [['margin', 'value.missing-has-margin'], ['respondents', 'value.missing-has-margin']]], // prettier-ignore
  ];
  for (const [figure, faults] of cases) {
    it(`is ${faults.length > 0 ? 'refused' : 'taken'} with ${JSON.stringify(figure)}, first recorded or saved again`, () => {
      const saved = entryFigure.safeParse({ quality: 'final', ...figure });
      const recorded = newEntry.safeParse({ indicator: 'invanarpanel', period: '2025', quality: 'final', ...figure });
      for (const { error } of [saved, recorded])
        expect((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])).toEqual(faults);
    });
  }
});
