import { missingText, type UploadRowKind, type MissingKind, type TextEncoding } from '@slusen/domain';
import type { ImportView } from '@slusen/contracts';
import type { ColumnChoice } from './column-choice.js';

/** What a file can ask whether it is right. */
type Accepted = ImportView['choices']['accept'][number];

/** The words of the page of one file. */
export class FileTexts {
  readonly title = $localize`:@@importing.title:Fil`;
  readonly back = $localize`:@@importing.back:Läs in en fil`;
  readonly sentBy = (name: string) => $localize`:@@importing.sent-by:skickad av ${name}:name:`;
  readonly found = $localize`:@@importing.found:Det här hittades`;
  readonly notReadable = $localize`:@@importing.not-readable:Filen går inte att läsa än`;
  readonly kind = {
    csv: 'CSV',
    workbook: $localize`:@@importing.kind-workbook:Excelbok`,
    px: 'PX',
    'json-stat': 'JSON-stat',
  };
  readonly about = {
    kind: $localize`:@@importing.about-kind:Slag`,
    separator: $localize`:@@importing.about-separator:Skiljetecken`,
    encoding: $localize`:@@importing.about-encoding:Teckenkodning`,
    decimal: $localize`:@@importing.about-decimal:Decimaltecken`,
    header: $localize`:@@importing.about-header:Rubrikerna står på rad`,
  };
  readonly formHelp = $localize`:@@importing.form-help:Så här lästes filen. Ändra om något ser fel ut i kolumnerna nedan.`;
  readonly notFound = $localize`:@@importing.not-found:hittades inte`;
  readonly point = $localize`:@@importing.point:punkt (.)`;
  readonly decimalFound = (found: string | undefined) =>
    found === undefined
      ? $localize`:@@importing.decimal-as-written:som talen är skrivna`
      : $localize`:@@importing.decimal-found:som talen är skrivna (${found}:found:)`;
  readonly encodings: Readonly<Record<TextEncoding, string>> = {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    'windows-1252': 'Windows-1252 (ANSI)',
    macintosh: 'Mac OS Roman',
  };
  private readonly separators: Readonly<Record<string, string>> = {
    ';': $localize`:@@importing.semicolon:semikolon (;)`,
    ',': $localize`:@@importing.comma:komma (,)`,
    '\t': $localize`:@@importing.tab:tabb`,
    '|': $localize`:@@importing.bar:lodstreck (|)`,
    ':': $localize`:@@importing.colon:kolon (:)`,
    ' ': $localize`:@@importing.space:mellanslag`,
  };
  readonly separatorName = (mark: string): string => this.separators[mark] ?? mark;
  readonly noSuchForm = $localize`:@@importing.no-such-row:Skriv numret på raden med rubriker, till exempel 1.`;
  readonly written = $localize`:@@importing.column-written:Värde i filen`;
  readonly columnName = (column: string | undefined): string =>
    column !== undefined && Object.hasOwn(this.columns, column) ? this.columns[column as ColumnChoice] : (column ?? '');
  readonly sheet = $localize`:@@importing.sheet:Blad`;
  readonly chooseSheet = $localize`:@@importing.choose-sheet:Välj blad`;
  readonly sourceOf = $localize`:@@importing.source-of:Varifrån kommer siffrorna?`;
  readonly sourceHelp = $localize`:@@importing.source-help:Visas för alla. Nästa fil från samma källa läses på samma sätt.`;
  readonly sourceNeeded = $localize`:@@importing.source-needed:Skriv varifrån siffrorna kommer.`;
  readonly columnsHeading = $localize`:@@importing.columns:Kolumner`;
  readonly inFile = $localize`:@@importing.in-file:I filen`;
  readonly example = $localize`:@@importing.example:Första raden`;
  readonly readAs = $localize`:@@importing.read-as:Läs som`;
  readonly notRead = $localize`:@@importing.not-read:Läs inte`;
  readonly isPeriod = $localize`:@@importing.period-column:Period, med värden`;
  readonly readAsOf = (heading: string) => $localize`:@@importing.read-as-of:Läs ${heading}:heading: som`;
  readonly forAll = (column: string) => $localize`:@@importing.for-all:${column}:column:, samma på alla rader`;
  readonly columns: Readonly<Record<ColumnChoice, string>> = {
    municipality_code: $localize`:@@importing.is-code:Områdets kod`,
    municipality: $localize`:@@importing.is-area:Områdets namn`,
    indicator: $localize`:@@importing.is-indicator:Indikator`,
    period: $localize`:@@importing.is-period:Period`,
    part: $localize`:@@importing.is-part:Del av året`,
    value: $localize`:@@importing.is-value:Värde`,
    unit: $localize`:@@importing.is-unit:Enhet`,
    source: $localize`:@@importing.is-source:Källa`,
    breakdown: $localize`:@@importing.is-breakdown:Uppdelning, till exempel kön`,
    missing: $localize`:@@importing.is-missing:Varför värdet saknas`,
    quality: $localize`:@@importing.is-quality:Preliminärt eller slutligt`,
  };
  readonly questions = $localize`:@@importing.questions:Frågor`;
  readonly areaKind = $localize`:@@importing.area-kind:Vilka menas, där flera områden heter lika?`;
  readonly areaKindOpen = $localize`:@@importing.area-kind-open:Välj slag`;
  readonly areaKinds = [
    ['municipality', $localize`:@@importing.kind-municipality:kommuner`],
    ['locality', $localize`:@@importing.kind-locality:orter`],
  ] as const;
  readonly markMeans = (mark: string) => $localize`:@@importing.mark-means:Vad betyder ”${mark}:mark:” i stället för ett värde?`;
  readonly meanings = [
    ['zero', $localize`:@@importing.means-zero:noll`],
    ['left-out', $localize`:@@importing.means-left-out:inget, hoppa över`],
  ] as const;
  readonly round = $localize`:@@importing.round:Avrunda tal med fler än sex decimaler`;
  readonly accepts: Readonly<Record<Accepted, string>> = {
    jump: $localize`:@@importing.accept-jump:Värden som är hundra gånger större eller mindre än grannvärdet är rätt`,
    decimals: $localize`:@@importing.accept-decimals:Värden med fler decimaler än indikatorn är rätt`,
    limits: $localize`:@@importing.accept-limits:Värden utanför indikatorns gränser är rätt`,
    early: $localize`:@@importing.accept-early:Värden för perioder som inte är slut är redan slutliga`,
  };
  readonly check = $localize`:@@importing.check:Se vad filen gör`;
  readonly checkAgain = $localize`:@@importing.check-again:Se igen vad filen gör`;
  readonly working: Readonly<Record<string, string>> = {
    checking: $localize`:@@importing.checking:Filen kontrolleras. Du kan lämna sidan och komma tillbaka.`,
    publishing: $localize`:@@importing.publishing:Värdena publiceras. Du kan lämna sidan och komma tillbaka.`,
    withdrawing: $localize`:@@importing.withdrawing:Inläsningen återtas. Du kan lämna sidan och komma tillbaka.`,
  };
  readonly progress = (rows: string) => $localize`:@@importing.progress:${rows}:rows: rader hittills.`;
  readonly preview = $localize`:@@importing.preview:Det här gör filen`;
  readonly isAnew = $localize`:@@importing.is-anew:Något har ändrats sedan filen bekräftades, så inget publicerades. Se vad den gör nu och bekräfta igen.`;
  readonly nothing = $localize`:@@importing.nothing:Allt i filen finns redan. Det finns inget att bekräfta.`;
  readonly refusedLead = $localize`:@@importing.refused-lead:Filen läses in hel eller inte alls. Svara på frågorna ovan, eller rätta raderna i filen och skicka den igen. Under ”Visa” ser du också vad de andra raderna gör.`;
  readonly severalDepartments = (names: string) =>
    $localize`:@@importing.several-departments:Filen har siffror från flera förvaltningar (${names}:names:). Bara den som granskar alla kan godkänna den. Finns ingen sådan, dela filen per förvaltning.`;
  readonly kinds: Readonly<Record<UploadRowKind, string>> = {
    refused: $localize`:@@importing.refused:Tas inte emot`,
    changed: $localize`:@@importing.changed:Ändras`,
    added: $localize`:@@importing.added:Nya`,
    unchanged: $localize`:@@importing.unchanged:Oförändrade`,
  };
  readonly show = $localize`:@@importing.show:Visa`;
  readonly search = $localize`:@@importing.search:Sök i raderna`;
  readonly row = $localize`:@@importing.column-row:Rad`;
  readonly column = $localize`:@@importing.column-column:Kolumn`;
  readonly reasonColumn = $localize`:@@importing.column-reason:Vad som är fel`;
  readonly indicator = $localize`:@@importing.column-indicator:Indikator`;
  readonly area = $localize`:@@importing.column-area:Område`;
  readonly period = $localize`:@@importing.column-period:Period`;
  readonly was = $localize`:@@importing.column-was:Är nu`;
  readonly becomes = $localize`:@@importing.column-becomes:Blir`;
  readonly noRows = $localize`:@@importing.no-rows:Inga rader att visa.`;
  readonly of = (from: string, to: string, total: string) => $localize`:@@importing.rows-of:${from}:from:–${to}:to: av ${total}:total:`;
  readonly previous = $localize`:@@importing.previous:Föregående`;
  readonly next = $localize`:@@importing.next:Nästa`;
  readonly download = $localize`:@@importing.download:Hämta raderna att rätta (CSV)`;
  readonly why = $localize`:@@importing.why:Varför ändras publicerade värden?`;
  readonly whyBack = $localize`:@@importing.why-back:Skäl, om du skickar tillbaka`;
  readonly whyWithdraw = $localize`:@@importing.why-withdraw:Varför återtas inläsningen?`;
  readonly confirm = $localize`:@@importing.confirm:Lämna till granskning`;
  readonly publish = $localize`:@@importing.publish:Publicera`;
  readonly approve = $localize`:@@importing.approve:Godkänn och publicera`;
  readonly return = $localize`:@@importing.return:Skicka tillbaka`;
  readonly discard = $localize`:@@importing.discard:Kasta filen`;
  readonly discardQuestion = $localize`:@@importing.discard-question:Vill du kasta filen? Inget av den är publicerat.`;
  readonly withdraw = $localize`:@@importing.withdraw:Återta hela inläsningen`;
  readonly withdrawLead = $localize`:@@importing.withdraw-lead:Värdena blir vad de var före filen. Det som någon har rättat sedan dess ändras inte. Historiken är kvar.`;
  readonly submitted = $localize`:@@importing.submitted:Filen väntar på att någon annan granskar den.`;
  readonly published = $localize`:@@importing.published:Värdena är publicerade.`;
  readonly withdrawn = $localize`:@@importing.withdrawn:Inläsningen är återtagen.`;
  readonly kept = (count: string) => $localize`:@@importing.kept:Värden som någon hade rättat och som är kvar: ${count}:count:.`;
  readonly sentBack = $localize`:@@importing.sent-back:Filen är tillbaka hos den som skickade den, med ditt skäl.`;
  readonly returned = (reason: string) => $localize`:@@importing.returned:Filen skickades tillbaka: ${reason}:reason:`;
  readonly reasonWas = (reason: string) => $localize`:@@importing.reason-was:Skäl: ${reason}:reason:`;
  readonly valueOf = (text: string, language: 'sv' | 'en'): string =>
    /^[-\d]/.test(text) ? number(text, language) : missingText(text as MissingKind, language);
}

/** As the file says it, with the mark of the language; no digit is lost. */
const number = (text: string, language: 'sv' | 'en'): string => (language === 'sv' ? text.replace('.', ',') : text).replace('-', '−');
