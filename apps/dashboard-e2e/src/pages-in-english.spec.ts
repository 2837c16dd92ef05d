import { DESK, lookAtEveryPage, TELEPHONE } from './every-page.js';

describe('In English, from a desk to a telephone:', () => {
  lookAtEveryPage('/en', [DESK, TELEPHONE]);
});
