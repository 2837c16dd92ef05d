import { otherFileText } from './file-kind.js';

describe('a file that holds no table of figures', () => {
  it('is named, with what to do about it', () => {
    expect([otherFileText('locked-workbook', 'sv'), otherFileText('locked-workbook', 'en')]).toEqual([
      'en lösenordsskyddad arbetsbok; ta bort lösenordet och spara den igen',
      'a workbook locked with a password; take the password away and save it again',
    ]);
    expect([otherFileText('word', 'sv'), otherFileText('pdf', 'sv'), otherFileText('picture', 'en')]).toEqual([
      'en Word-fil',
      'en PDF',
      'a picture',
    ]);
  });
});
