const MOST_WORDS = 10;

/** Lower case without the marks over letters: "Folkmängd" and "folkmangd" become one. The database folds the same way. */
export function foldText(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');
}

/** One pattern of SQL's LIKE per word; all of them must be found. No word finds everything. */
export function likePatterns(text: string): string[] {
  const words = foldText(text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
}
