import { uploadStateWord } from './upload-words.js';
import { canTakeUploadStep, UPLOAD_STATES, UPLOAD_STEPS } from './upload.js';

describe('a file sent by the page', () => {
  it('can be taken these steps with', () => {
    const possible = UPLOAD_STATES.map((state) => `${state}: ${UPLOAD_STEPS.filter((step) => canTakeUploadStep(step, state)).join(', ')}`);
    expect(possible).toEqual([
      'open: check, discard',
      'checking: check, discard',
      'checked: check, confirm, discard',
      'submitted: approve, return, discard',
      'publishing: ',
      'published: withdraw',
      'withdrawing: ',
      'withdrawn: ',
      'discarded: ',
    ]);
  });

  it('stands somewhere that has a word of its own in each language', () => {
    for (const language of ['sv', 'en'] as const)
      expect(new Set(UPLOAD_STATES.map((state) => uploadStateWord(state, language))).size).toBe(UPLOAD_STATES.length);
  });
});
