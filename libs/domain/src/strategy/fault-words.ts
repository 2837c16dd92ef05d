import { type Language } from '../language.js';
import { FAULTS, type FaultCode } from './fault-codes.js';

/** The same in Swedish. */
const IN_SWEDISH: Readonly<Record<FaultCode, string>> = {
  'field.missing': 'saknas, och måste finnas',
  'field.unknown': 'är inget fält i formatet',
  'type.wrong': 'är av ett annat slag än fältet (text, tal, heltal, lista …)',
  'value.unknown': 'är inget av fältets ord',
  'text.empty': 'är bara mellanslag',
  'text.too-long': 'är längre än fältet rymmer',
  'text.not-storable': 'innehåller ett styrtecken, ett tecken som vänder texten eller ett halvt tecken',
  'list.too-short': 'har för få poster (`territories` har minst en)',
  'list.too-long': 'har för många poster',
  'number.outside-limits': 'är lägre eller högre än fältet tillåter',
  'value.too-large': 'är 10¹⁵ eller mer, med eller utan minustecken',
  'value.too-precise': 'har fler än sex decimaler',
  'slug.malformed': 'är inget kortnamn (a–z, siffror och enkla bindestreck)',
  'territory.malformed': 'är ingen områdeskod (a–z, siffror och enkla bindestreck)',
  'date.unknown': 'är ingen dag i kalendern, skriven som `2026-09-30`',
  'url.malformed': 'är ingen webbadress',
  'link.names-user': 'har ett användarnamn eller lösenord före webbplatsens namn',
  'reference.unknown': 'finns inte som aktör, område eller indikator i filen (`perLocality`: som ort)',
  'name.repeated': 'har redan getts; kortnamn, kod, roll, målvärde och brott ges en gång',
  'territory.one-municipality': 'gäller inte exakt en kommun',
  'territory.parent-missing': 'saknas, och en ort ligger i en kommun',
  'parent.circle': 'gör något till sin egen överordnade',
  'version.decided-missing': 'saknas, och det gör `decidedOnText` också',
  'version.ends-before-it-begins': 'ligger före `validFrom`',
  'goal.measured-though-not': 'står på ett mål som har indikatorer',
  'goal.has-target-for-it': 'är en indikator som målet redan har ett målvärde för',
  'period.unknown': 'är ingen period',
  'period.wrong-cadence': 'är inte en period av indikatorns slag',
  'target.periods-not-in-order': 'kommer inte efter perioden före',
  'target.no-direction': 'är ett målvärde där inget håll är bättre',
  'target.band-empty': 'är inte högre än `low`',
  'target.cannot-roll': 'är tolv månader av `none` eller `irregular`',
  'target.outside-limits': 'ligger utanför indikatorns `min`–`max`',
  'target.too-many-decimals': 'har fler decimaler än indikatorn',
  'tolerance.negative': 'är mindre än noll',
  'indicator.years-only-when-irregular': 'hör till intervallet `irregular`, inte till det här',
  'indicator.years-not-in-order': 'kommer inte efter året före',
  'indicator.year-to-date-within-a-year-only': 'är ackumulerat, fast värdena är årliga eller oregelbundna',
  'indicator.min-above-max': 'är lägre än `min`',
  'balance.of-itself': 'är värdet självt som en del av sin egen period',
  'balance.other-cadence': 'mäts med ett annat intervall',
  'action.lead-takes-part': 'är den aktör som leder åtgärden',
  'action.ends-before-it-begins': 'ligger före `startsOn`',
  'action.note-missing': 'saknas, och måste säga varför: åtgärden är försenad, struken eller upptagen igen',
};

/** What is wrong with a place, as the end of a sentence: "is no period". */
export function faultText(code: FaultCode, language: Language): string {
  return (language === 'sv' ? IN_SWEDISH[code] : FAULTS[code]).replaceAll('`', '"');
}
