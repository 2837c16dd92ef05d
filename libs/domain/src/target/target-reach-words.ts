import { wordIn, type Language, type Words } from '../language.js';
import { type Reach } from './target-reach.js';

const REACH_WORDS: Words<Reach> = {
  easier: ['lättare att nå', 'easier to reach'],
  harder: ['svårare att nå', 'harder to reach'],
  'as-hard': ['lika svårt att nå', 'as hard to reach'],
  'not-comparable': ['varken lättare eller svårare i sig', 'neither easier nor harder in itself'],
};

/** How hard a changed target is to reach: "lättare att nå". */
export function reachWord(reach: Reach, language: Language): string {
  return wordIn(REACH_WORDS[reach], language);
}
