import { lookAtEveryPage } from './every-page.js';

describe('In English', () => lookAtEveryPage('/en'));
