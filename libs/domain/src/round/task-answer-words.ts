import { type Language } from '../language.js';
import { dateLabel } from '../time/period-label.js';
import { type TaskAnswer, type TaskAnswerKind } from './task-answer.js';

const WORDS: Readonly<Record<Exclude<TaskAnswerKind, 'declined'>, Readonly<Record<Language, (day: string) => string>>>> = {
  later: { sv: (day) => `Påminns den ${day}`, en: (day) => `Reminded on ${day}` },
  'more-time': { sv: (day) => `Har bett om mer tid till den ${day}`, en: (day) => `Asked for more time until ${day}` },
  granted: { sv: (day) => `Har fått mer tid till den ${day}`, en: (day) => `Was given more time until ${day}` },
};
const DECLINED: Readonly<Record<Language, string>> = { sv: 'Fick inte mer tid', en: 'Was not given more time' };

/** What was said of a task, as its line says it: "Har bett om mer tid till den 20 december 2026". */
export function taskAnswerText({ kind, until }: TaskAnswer, language: Language): string {
  return kind === 'declined' || until === undefined ? DECLINED[language] : WORDS[kind][language](dateLabel(until, language));
}
