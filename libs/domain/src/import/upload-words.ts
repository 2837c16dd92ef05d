import { wordIn, type Language, type Words } from '../language.js';
import type { UploadState } from './upload.js';

const WORDS: Words<UploadState> = {
  open: ['väntar på dina val', 'waits for your choices'],
  checking: ['kontrolleras', 'being checked'],
  checked: ['kontrollerad', 'checked'],
  submitted: ['väntar på granskning', 'waits for review'],
  publishing: ['publiceras', 'being published'],
  published: ['publicerad', 'published'],
  withdrawing: ['återtas', 'being withdrawn'],
  withdrawn: ['återtagen', 'withdrawn'],
  discarded: ['kastad', 'discarded'],
};

/** Where a file stands, in words. */
export function uploadStateWord(state: UploadState, language: Language): string {
  return wordIn(WORDS[state], language);
}
