import type { PlannedReorganisation } from '@slusen/contracts';
import { dateLabel, textIn, type Language } from '@slusen/domain';

const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;

/** What is to become of an actor, and when: "Byter namn till Kultur och fritid den 1 januari 2027". */
export function plannedText({ sent, into }: Pick<PlannedReorganisation, 'sent' | 'into'>, language: Language): string {
  const day = dateLabel(sent.from, language);
  const takers = new Intl.ListFormat(LOCALES[language]).format(into.map(({ name }) => textIn(name, language).text));
  switch (sent.kind) {
    case 'rename':
      return $localize`:@@planned.rename:Byter namn till ${sent.name ? textIn(sent.name, language).text : ''}:name: den ${day}:day:`;
    case 'merge':
      return $localize`:@@planned.merge:Slås ihop med ${takers}:name: den ${day}:day:`;
    case 'split':
      return $localize`:@@planned.split:Delas upp i ${takers}:name: den ${day}:day:`;
    case 'close':
      return $localize`:@@planned.close:Avvecklas den ${day}:day:`;
  }
}
