import type { ImportRefusal } from '@slusen/contracts';
import { otherFileText, wordIn, type ErrorFacts, type OtherFileKind, type Words } from '@slusen/domain';
import { faultReason, type RowFault, type RowFaultCode } from '../import-fault.js';

/** Why something is refused, for whoever looks at a page: what the command says by its options is done there otherwise. */
const SAID: Partial<Words<RowFaultCode>> = {
  'columns.missing': ['Kolumner saknas: {columns}.', 'Columns are missing: {columns}.'],
  'columns.unknown': ['Okända kolumner: {columns}.', 'Unknown columns: {columns}.'],
  'columns.twice': ['En kolumn finns två gånger: {columns}.', 'A column stands there twice: {columns}.'],
  'separator.unknown': [
    'Filen har ett annat skiljetecken än komma, semikolon eller tabb. Spara den med något av dem.',
    'The file has another mark between its cells than a comma, a semicolon or a tab. Save it with one of them.',
  ],
  'header.absent': ['Ingen rad med rubriker hittades.', 'No row with headings was found.'],
  'header.twice': ['Raden med rubriker står här en gång till.', 'The row with headings stands here once more.'],
  'file.empty': ['Filen är tom.', 'The file is empty.'],
  'file.other-format': ['Filen är {format}.', 'The file is {format}.'],
  'file.mixed-letters': [
    'Filen blandar teckenkodningar. Spara om den som CSV UTF-8.',
    'The file mixes encodings. Save it anew as CSV UTF-8.',
  ],
  'file.cut-off': ['Filen är avklippt. Spara den igen.', 'The file is cut off. Save it again.'],
  'file.other-letters': [
    'Filen är inte skriven i {encoding}. Välj en annan teckenkodning.',
    'The file is not written in {encoding}. Choose another encoding.',
  ],
  'file.too-large': ['Filen är för stor. Dela den i flera.', 'The file is too large. Part it in several.'],
  'file.broken': [
    'Raden har fler eller färre celler än rubrikerna, är orimligt lång eller har ett citattecken som aldrig stängs. En cell med skiljetecken i sig ska stå inom citattecken.',
    'The row has more or fewer cells than the headings, is far too long or has a quote that is never closed. A cell with a separator in it stands in quotes.',
  ],
  'header.later': ['Rubrikerna står inte på första raden.', 'The headings do not stand in the first row.'],
  'workbook.unsafe': [
    'Arbetsboken är gjord som inget kalkylprogram gör den, och packas inte upp.',
    'The workbook is made as no spreadsheet program makes it, and is not unpacked.',
  ],
  'workbook.broken': [
    'Arbetsboken går inte att öppna. Spara om den och försök igen.',
    'The workbook cannot be opened. Save it anew and try again.',
  ],
  'workbook.too-large': ['Arbetsboken är för stor. Spara bladet som CSV.', 'The workbook is too large. Save the sheet as CSV.'],
  'workbook.which-sheet': ['Arbetsboken har flera blad. Välj ett.', 'The workbook has several sheets. Choose one.'],
  'workbook.no-such-sheet': ['Bladet finns inte i arbetsboken.', 'The workbook has no such sheet.'],
  'workbook.merged': [
    'Celler är sammanfogade ({cell}). Dela dem och skriv i var och en vad den säger.',
    'Cells are merged ({cell}). Part them, and write in each what it says.',
  ],
  'workbook.uncomputed': [
    'Cellen {cell} har en formel utan resultat. Öppna arbetsboken, låt den räkna och spara den.',
    'The cell {cell} holds a formula without its result. Open the workbook, let it compute and save it.',
  ],
  'workbook.failed': ['Cellen {cell} visar ett fel.', 'The cell {cell} shows an error.'],
  'workbook.beside': ['Cellen {cell} står bredvid tabellen, utan rubrik.', 'The cell {cell} stands beside the table, under no heading.'],
  'px.broken': ['PX-filen stämmer inte med sina nyckelord.', 'The PX file is not as its keywords say.'],
  'px.letters': [
    'PX-filens teckenkodning är okänd. Spara om den i UTF-8.',
    'The encoding of the PX file is not known. Save it anew in UTF-8.',
  ],
  'px.keys': ['PX-filer med KEYS läses inte. Spara filen utan dem.', 'PX files with KEYS are not read. Save the file without them.'],
  'json-stat.broken': ['JSON-stat-filen är inte hel.', 'The JSON-stat file is not whole.'],
  'json-stat.class': [
    'JSON-stat-filen har ingen datamängd. Hämta en av dem som den räknar upp.',
    'The JSON-stat file holds no dataset. Fetch one of those it names.',
  ],
  'mapping.lacks': [
    'Det går inte att se var detta står: {columns}. Ange det under ”Kolumner”.',
    'It cannot be told where this stands: {columns}. Say so under “Columns”.',
  ],
  'mapping.no-such-column': ['Filen har inga kolumner som heter {columns}.', 'The file has no columns called {columns}.'],
  'mapping.unread': [
    'Värdena skiljs åt av mer än det som läses: {columns}. Ange dem som uppdelning under ”Kolumner”.',
    'Values are told apart by more than what is read: {columns}. Make them breakdowns under “Columns”.',
  ],
  'mark.unexplained': ['Tecknet ”{mark}” står i stället för värden.', 'The mark “{mark}” stands in the place of values.'],
  'indicator.unknown': ['Indikatorn ”{indicator}” finns inte.', 'There is no indicator “{indicator}”.'],
  'indicator.not-yours': ['Du får inte lämna in värden för ”{indicator}”.', 'You may not report figures for “{indicator}”.'],
  'indicator.unnamed': ['Indikatorns namn saknas.', 'The indicator has no name.'],
  'indicator.ambiguous': [
    '”{indicator}” är nästan ”{known}”. Skriv indikatorns exakta namn.',
    '“{indicator}” is almost “{known}”. Use the exact name of the indicator.',
  ],
  'indicator.derived': [
    '”{indicator}” räknas fram av andra och lämnas aldrig in.',
    '“{indicator}” is computed from others and never given.',
  ],
  'territory.other-name': ['Koden {area} är {expected}, inte {name}.', 'The code {area} is {expected}, not {name}.'],
  'territory.unnamed': ['Området saknar namn.', 'The area has no name.'],
  'territory.unknown': [
    'Området ”{area}” finns inte. Rätta stavningen, eller ange koden.',
    'There is no area “{area}”. Mend the spelling, or give its code.',
  ],
  'territory.without-noughts': [
    'Koden {area} är nog {expected}. Låt kalkylbladet behålla den som text.',
    'The code {area} is probably {expected}. Let the spreadsheet keep it as text.',
  ],
  'territory.ambiguous': [
    'Flera områden heter {name}. Svara på frågan om vilket slag som menas, eller ange koden: {codes}.',
    'Several areas are called {name}. Answer which kind is meant, or give the code: {codes}.',
  ],
  'territory.known-name': ['{name} har en annan kod ({expected}).', '{name} has another code ({expected}).'],
  'text.not-storable': ['Cellen har ett styrtecken.', 'The cell holds a control character.'],
  'text.too-long': ['Cellen är för lång.', 'The cell is too long.'],
  'margin.negative': ['Felmarginalen är mindre än noll.', 'The margin is less than zero.'],
  'respondents.not-a-count': ['Antalet svarande är inget heltal.', 'The number of respondents is not a whole number.'],
  'publish-at.not-a-time': ['Publiceringstiden är ingen tid. Skriv 2026-09-30.', 'The time of publication is no time. Write 2026-09-30.'],
  'publish-at.put-off': ['Publiceringen kan inte skjutas upp.', 'Publication cannot be put off.'],
  'unit.other': ['Enheten är {unit}, men indikatorns är {expected}.', 'The unit is {unit}, but that of the indicator is {expected}.'],
  'period.unknown': [
    'Perioden går inte att läsa. Skriv 2026, 2026-Q3 eller 2026-M09.',
    'The period cannot be read. Write 2026, 2026-Q3 or 2026-M09.',
  ],
  'period.not-begun': ['Perioden {period} har inte börjat.', 'The period {period} has not begun.'],
  'period.after-end': ['Indikatorn har upphört efter {last}.', 'The indicator ended with {last}.'],
  'period.not-measured': ['Indikatorn mäts inte det året.', 'The indicator is not measured in that year.'],
  'period.wrong-cadence': ['Perioden {period} passar inte indikatorn.', 'The period {period} does not fit the indicator.'],
  'value.not-a-number': ['Det här är inget tal. Skriv 1234,5 eller 1 234,5.', 'This is no number. Write 1234.5 or 1 234.5.'],
  'value.too-large': ['Värdet är för stort.', 'The value is too large.'],
  'value.too-precise': ['Talet har fler än sex decimaler.', 'The number has more than six decimals.'],
  'value.and-missing': [
    'Raden har både ett värde och ett skäl till att det saknas.',
    'The row has both a value and a reason why there is none.',
  ],
  'value.missing-has-margin': [
    'En rad utan värde har varken marginal eller svarande.',
    'A row without a value has neither a margin nor respondents.',
  ],
  'value.absent': ['Värdet saknas, och inget säger varför.', 'There is neither a value nor a reason why there is none.'],
  'value.outside-limits': ['Värdet ligger utanför indikatorns gränser.', 'The value lies outside the limits of its indicator.'],
  'value.more-decimals': ['Värdet har fler decimaler än indikatorn.', 'The value has more decimals than its indicator.'],
  'value.jump': [
    'Värdet är hundra gånger större eller mindre än grannvärdet.',
    'The value is a hundredfold of the one beside it, or a hundredth.',
  ],
  'value.ambiguous-mark': [
    '{text} kan vara tusental eller decimaler. Säg vilket decimaltecken filen har, eller skriv om talet.',
    '{text} may be thousands or decimals. Say which decimal sign the file has, or write the number otherwise.',
  ],
  'value.other-mark': [
    '{text} har ett annat decimaltecken än det som är valt.',
    '{text} has another decimal sign than the one that is chosen.',
  ],
  'quality.early': [
    'Perioden {period} är inte slut, men värdet sägs vara slutligt.',
    'The period {period} has not ended, but its figure is said to be final.',
  ],
  'word.unknown': [
    'Ordet ”{word}” är inget av dem som kan stå där: {allowed}.',
    'The word “{word}” is not one of those allowed: {allowed}.',
  ],
  'row.twice': ['Samma värde finns redan på rad {first}.', 'The same figure stands in row {first}.'],
  'set.no-such-part': ['Indikatorn delas upp på {parts}.', 'The indicator is broken down into {parts}.'],
  'set.not-people': ['Antal personer är hela tal, noll eller större.', 'Numbers of people are whole numbers, zero or more.'],
  'set.not-whole': [
    'Totalen och alla delar av en period läses in tillsammans, så att ingen kan räkna ut de få. Här saknas {lacking}.',
    'The total and all parts of a period are read together, so that nobody can work out the few. {lacking} is missing here.',
  ],
  'source.absent': ['Källan saknas.', 'The source is missing.'],
  'provenance.unexplained': ['Ett härlett värde ska säga hur det togs fram.', 'A derived figure says how it was derived.'],
};

/** What of a fault can be answered by whoever sends the file. */
export const QUESTIONS: ReadonlySet<RowFaultCode> = new Set<RowFaultCode>([
  'mark.unexplained',
  'value.jump',
  'value.more-decimals',
  'value.outside-limits',
  'quality.early',
  'value.too-precise',
  'value.ambiguous-mark',
  'territory.ambiguous',
]);
export const isQuestion = ({ code }: Pick<RowFault, 'code'>): boolean => QUESTIONS.has(code);

/** A fault in words, in both languages. */
export function refusalOf({ row, column, code, facts }: RowFault): ImportRefusal {
  const { mark, proposed } = facts;
  const said = (language: 'sv' | 'en'): string => {
    const words = SAID[code];
    return words ? filled(wordIn(words, language), facts, language) : faultReason(code, facts);
  };
  return {
    row,
    ...(column && { column }),
    code,
    reason: { sv: said('sv'), en: said('en') },
    ...(typeof mark === 'string' && { mark }),
    ...(typeof proposed === 'string' && { proposed }),
  };
}

function filled(text: string, facts: ErrorFacts, language: 'sv' | 'en'): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact: unknown = facts[name];
    if (name === 'format') return otherFileText(fact as OtherFileKind, language);
    return Array.isArray(fact) ? fact.join(', ') : String(fact ?? '');
  });
}
