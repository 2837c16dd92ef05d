const MOST_WORDS = 10;
/** What Swedish and English put after a noun, folded, so that each form finds the others; at least four letters must be left. */
const ENDING = /^(.{4,}?)(?:(?:[aeo]r)?na|[aeo]r|e[nt]|ies|[aenty])?s?$/;

/** Lower case without the marks over letters: "Folkmängd" and "folkmangd" become one. The database folds the same way. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '');
}

/**
 * One pattern of SQL's LIKE per word, without its ending, so that "turister" finds "turist" and "turisten"; all of them
 * must be found. No word finds everything.
 */
export function likePatterns(text: string): string[] {
  const words = foldText(text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return words.map((word) => `%${withoutEnding(word).replaceAll(/[\\%_]/g, '\\$&')}%`);
}

function withoutEnding(word: string): string {
  return ENDING.exec(word)?.[1] ?? word;
}
