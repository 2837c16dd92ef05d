import { lookAtEveryPage } from './every-page.js';

describe('In Swedish', () => lookAtEveryPage(''));
