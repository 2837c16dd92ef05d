import { DESK, lookAtEveryPage, TELEPHONE } from './every-page.js';

describe('In Swedish, from a telephone to a desk:', () => {
  lookAtEveryPage('', [TELEPHONE, DESK]);
});
