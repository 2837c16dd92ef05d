import type { ScreenErrorCode } from '@slusen/domain';
import { problemOf, statusOf } from './api-problem.js';

/** What is told of every error that someone can meet on a page. */
const TEXTS: Readonly<Record<ScreenErrorCode, () => string>> = {
  'session.wrong-credentials': () => $localize`:@@problem.wrong-credentials:Användarnamnet eller lösenordet stämmer inte.`,
  'session.code-needed': () => $localize`:@@problem.code-needed:Lösenordet stämmer. Skriv också en kod från appen.`,
  'session.wrong-code': () => $localize`:@@problem.wrong-code:Koden stämmer inte, eller är redan använd. Vänta på nästa kod i appen och försök igen.`,
  'session.code-throttled': () =>
    $localize`:@@problem.code-throttled:För många försök med fel kod. Vänta en stund, eller be en administratör att återställa din tvåstegsverifiering.`,
  'session.second-factor-required': () =>
    $localize`:@@problem.second-factor-required:Ordna tvåstegsverifieringen under Mitt konto först. Den krävs för administratörer.`,
  'provider.not-found': () => $localize`:@@problem.provider-none:Här finns ingen inloggning genom kommunen. Logga in med användarnamn och lösenord.`,
  'provider.away': () =>
    $localize`:@@problem.provider-away:Kommunens inloggning svarar inte just nu. Försök igen om en stund. Har du ett lösenord här kan du logga in med det.`,
  'provider.cancelled': () => $localize`:@@problem.provider-cancelled:Inloggningen avbröts. Du är inte inloggad.`,
  'provider.not-proven': () =>
    $localize`:@@problem.provider-not-proven:Inloggningen gick inte att slutföra. Börja om från början. Händer det igen, säg till den som ansvarar för kommunens inloggning.`,
  'provider.account-disabled': () =>
    $localize`:@@problem.provider-disabled:Ditt konto är avstängt här. En administratör kan öppna det igen.`,
  'second-factor.none': () => $localize`:@@problem.second-factor-none:Tvåstegsverifieringen är inte påslagen. Ladda om sidan.`,
  'second-factor.exists': () => $localize`:@@problem.second-factor-exists:Tvåstegsverifieringen är redan påslagen. Ladda om sidan.`,
  'second-factor.no-password': () =>
    $localize`:@@problem.second-factor-no-password:Du loggar in med kommunens inloggning. Det är den som frågar efter mer än ett lösenord.`,
  'second-factor.wrong-code': () =>
    $localize`:@@problem.second-factor-code:Koden stämmer inte, eller är redan använd. Vänta på nästa kod i appen och försök igen.`,
  'machine-key.not-found': () => $localize`:@@problem.machine-key-not-found:Nyckeln finns inte. Ladda om sidan.`,
  'machine-key.another-account': () =>
    $localize`:@@problem.machine-key-another:Det finns redan ett konto med det namnet, för en person eller för en annan förvaltning. Välj ett annat.`,
  'machine-key.end-passed': () => $localize`:@@problem.machine-key-passed:Den sista dagen har redan varit.`,
  'machine-key.end-too-far': () => $localize`:@@problem.machine-key-far:En nyckel gäller i högst två år. Välj en tidigare dag.`,
  'session.throttled': () => $localize`:@@problem.throttled:För många försök. Vänta en minut och försök igen.`,
  'session.missing': () => $localize`:@@problem.session-missing:Du är inte inloggad längre. Logga in igen.`,
  'session.csrf': () => $localize`:@@problem.csrf:Sidan är för gammal. Ladda om den och försök igen.`,
  'password.wrong': () => $localize`:@@problem.password-wrong:Det nuvarande lösenordet stämmer inte.`,
  'password.too-short': () => $localize`:@@problem.password-short:Lösenordet behöver minst tolv tecken.`,
  'password.too-long': () => $localize`:@@problem.password-long:Lösenordet får ha högst 200 tecken.`,
  'actor.ended': () => $localize`:@@problem.actor-ended:Aktören finns inte längre. Ladda om sidan och välj den som tog över.`,
  'reorganisation.ended': () => $localize`:@@problem.reorganisation-ended:Någon av aktörerna har redan upphört. Ladda om sidan.`,
  'reorganisation.itself': () => $localize`:@@problem.reorganisation-itself:En aktör kan inte gå upp i sig själv.`,
  'reorganisation.successors': () =>
    $localize`:@@problem.reorganisation-successors:Välj en aktör att slå ihop med, eller minst två att dela till.`,
  'reorganisation.to-come': () =>
    $localize`:@@problem.reorganisation-to-come:Dagen har inte kommit än. Ladda om sidan, så går det att planera omorganisationen.`,
  'reorganisation.has-come': () =>
    $localize`:@@problem.reorganisation-has-come:Dagen är redan här. Ladda om sidan, så går det att genomföra omorganisationen direkt.`,
  'reorganisation.planned': () =>
    $localize`:@@problem.reorganisation-planned:En omorganisation av aktören är redan planerad. Ta tillbaka den först.`,
  'planned-reorganisation.not-found': () =>
    $localize`:@@problem.planned-reorganisation-not-found:Den planerade omorganisationen är redan genomförd eller tillbakatagen. Ladda om sidan.`,
  'reorganisation.left-out': () => $localize`:@@problem.reorganisation-left-out:Något har tillkommit eller saknar ny ansvarig. Ladda om sidan och gå igenom listan.`,
  'reorganisation.pointed-to': () =>
    $localize`:@@problem.reorganisation-pointed-to:Aktören har kvar uppgifter i listan. Flytta dem först, eller slå ihop aktören med en annan.`,
  'reorganisation.name-taken': () => $localize`:@@problem.reorganisation-name:Det finns redan en aktör med det namnet.`,
  'reorganisation.own-reviewer': () =>
    $localize`:@@problem.reorganisation-reviewer:Du skulle själv bli granskare för den nya förvaltningen. Låt någon annan genomföra det.`,
  'account.exists': () => $localize`:@@problem.account-exists:Det finns redan ett konto med det namnet.`,
  'account.not-found': () => $localize`:@@problem.account-not-found:Kontot finns inte längre.`,
  'account.unknown-department': () => $localize`:@@problem.account-department:Förvaltningen finns inte.`,
  'account.needs-department': () => $localize`:@@problem.account-needs-department:Välj en förvaltning för den som rapporterar eller granskar.`,
  'account.last-administrator': () => $localize`:@@problem.last-administrator:Det måste finnas minst en administratör utan slutdatum. Ge rollen till någon annan först.`,
  'account.stale': () => $localize`:@@problem.account-stale:Någon annan har ändrat kontot sedan du öppnade det. Ladda om sidan och gör om din ändring.`,
  'account.email-taken': () => $localize`:@@problem.email-taken:Det finns redan ett konto med den e-postadressen.`,
  'account.no-email': () => $localize`:@@problem.no-email:Kontot har ingen e-postadress att skicka till.`,
  'account.disabled': () => $localize`:@@problem.account-disabled:Kontot är avstängt. Öppna det först.`,
  'account.role-backwards': () => $localize`:@@problem.role-backwards:En behörighet kan inte sluta före den börjar.`,
  'account.role-twice': () => $localize`:@@problem.role-twice:Samma behörighet är vald två gånger för samma förvaltning.`,
  'account.own-reviewer': () => $localize`:@@problem.own-reviewer:Ingen gör sig själv till granskare. Föreslå det, så bekräftar en annan administratör.`,
  'account.own-second-factor': () =>
    $localize`:@@problem.own-second-factor:Din egen tvåstegsverifiering stänger du av under Mitt konto, med en kod.`,
  'account.own-confirmation': () => $localize`:@@problem.own-confirmation:En annan administratör måste bekräfta det du har föreslagit för dig själv.`,
  'proposal.not-found': () => $localize`:@@problem.proposal:Förslaget är redan avgjort. Ladda om sidan.`,
  'session.not-found': () => $localize`:@@problem.session-ended:Inloggningen är redan avslutad.`,
  'link.broken': () => $localize`:@@problem.link-broken:Länken är inte hel. Kopiera hela länken från brevet.`,
  'link.not-found': () => $localize`:@@problem.link-unknown:Länken hör inte till den här platsen.`,
  'link.expired': () => $localize`:@@problem.link-expired:Länken har slutat gälla.`,
  'link.used': () => $localize`:@@problem.link-used:Länken är redan använd.`,
  'link.replaced': () => $localize`:@@problem.link-replaced:Länken gäller inte längre.`,
  'import-run.not-found': () => $localize`:@@problem.import-run:Ingen inläst fil har det numret.`,
  'export.under-way': () => $localize`:@@problem.export-under-way:Allt skrivs redan ut åt någon. Försök igen om en stund.`,
  'job.not-found': () => $localize`:@@problem.job:Jobbet körs redan igen. Ladda om sidan.`,
  'mail.not-found': () => $localize`:@@problem.mail:Brevet finns inte kvar att visa.`,
  'permission.forbidden': () => $localize`:@@problem.forbidden:Du har inte behörighet att göra det.`,
  'permission.hidden': () => $localize`:@@problem.hidden:Det finns inte, eller så har du inte tillgång till det.`,
  'entry.not-found': () => $localize`:@@problem.entry-not-found:Inmatningen finns inte längre.`,
  'entry.exists': () => $localize`:@@problem.entry-exists:Det finns redan en pågående inmatning för samma period.`,
  'entry.stale': () => $localize`:@@problem.stale:Inmatningen har ändrats sedan du öppnade den.`,
  'entry.action-not-allowed': () => $localize`:@@problem.action:Det går inte längre: inmatningen har redan gått vidare.`,
  'entry.own-approval': () => $localize`:@@problem.own-approval:Du kan inte godkänna något du själv har skrivit i.`,
  'entry.own-return': () => $localize`:@@problem.own-return:Du kan inte skicka tillbaka något du själv har skrivit i. Ångra inlämningen i stället.`,
  'entry.not-author': () => $localize`:@@problem.not-author:Bara den som har skrivit i inmatningen kan ta tillbaka den.`,
  'entry.value-required': () => $localize`:@@problem.value-required:Skriv ett värde, eller välj varför det saknas.`,
  'entry.value-or-missing': () => $localize`:@@problem.value-or-missing:Ange antingen ett värde eller ett skäl till att det saknas, inte båda.`,
  'entry.derivation-required': () => $localize`:@@problem.derivation:Skriv hur värdet är härlett.`,
  'entry.unanswered-plausibility': () => $localize`:@@problem.unanswered:Svara på frågorna om värdet innan du lämnar in.`,
  'entry.parts-unknown': () => $localize`:@@problem.parts-unknown:Indikatorn delas inte längre upp så. Läs in sidan igen.`,
  'entry.parts-required': () => $localize`:@@problem.parts-required:Fyll i alla delar, eller säg varför en del saknas.`,
  'entry.parts-without-whole': () => $localize`:@@problem.parts-without-whole:Delarna kan inte ha värden när totalen saknas.`,
  'entry.not-people': () => $localize`:@@problem.not-people:Antal personer är hela tal, noll eller större.`,
  'entry.part-of-set': () => $localize`:@@problem.part-of-set:Delarna fylls i tillsammans med totalen, i samma formulär.`,
  'entry.reason-required': () => $localize`:@@problem.reason:Skriv varför.`,
  'attachment.not-found': () => $localize`:@@problem.attachment-none:Filen finns inte kvar. Ladda om sidan.`,
  'attachment.too-many': () => $localize`:@@problem.attachment-many:En siffra kan ha högst fem filer. Lämna in utan någon av dem, eller lägg ihop dem.`,
  'attachment.too-large': () => $localize`:@@problem.attachment-large:Filen är för stor: högst 10 MB.`,
  'attachment.unknown-kind': () =>
    $localize`:@@problem.attachment-kind:Filen går inte att bifoga. Välj en PDF, en bild (PNG, JPEG eller WebP) eller en Excelfil (.xlsx).`,
  'attachment.other-name': () => $localize`:@@problem.attachment-name:Filens namn slutar inte som innehållet säger. Spara om filen i sitt eget format och bifoga den.`,
  'attachment.not-whole': () =>
    $localize`:@@problem.attachment-whole:Filen är inte hel, är låst med lösenord eller innehåller en annan fil. Spara om den och bifoga den nya.`,
  'attachment.active': () => $localize`:@@problem.attachment-macros:Excelfilen innehåller makron. Spara den som .xlsx utan makron och bifoga den.`,
  'period.wrong-cadence': () => $localize`:@@problem.cadence:Indikatorn mäts inte för en sådan period.`,
  'period.after-end': () => $localize`:@@problem.after-end:Indikatorn är upphörd och mäts inte för en så sen period.`,
  'period.too-early': () => $localize`:@@problem.too-early:Perioden ligger för långt tillbaka: här går det att fylla i värden från och med år 1900.`,
  'period.not-begun': () => $localize`:@@problem.not-begun:Perioden har inte börjat än.`,
  'period.unknown': () => $localize`:@@problem.period:Perioden går inte att förstå.`,
  'value.not-a-number': () => $localize`:@@problem.not-a-number:Skriv ett tal, till exempel 1 234,5.`,
  'value.ambiguous-mark': () => $localize`:@@problem.ambiguous-mark:Tecknet före tre siffror kan läsas på två sätt. Skriv talet utan tecken mellan tusental.`,
  'value.approximate': () => $localize`:@@problem.approximate:Skriv bara talet, och välj ”uppskattat” under Hur säkert är värdet?`,
  'value.said-missing': () => $localize`:@@problem.said-missing:Lämna fältet tomt, och välj skälet under Finns det inget värde?`,
  'value.not-a-sum': () =>
    $localize`:@@problem.not-a-sum:Summan går inte att räkna ut. Skriv tal med + − × ÷ och parenteser, till exempel =48+1.`,
  'value.divided-by-zero': () => $localize`:@@problem.divided-by-zero:Det går inte att dela med noll.`,
  'share.not-a-share': () => $localize`:@@problem.share-none:Täljare och nämnare hör bara till värden i procent.`,
  'share.incomplete': () => $localize`:@@problem.share-incomplete:Fyll i både täljare och nämnare tillsammans med värdet, eller ingen av dem.`,
  'share.no-whole': () => $localize`:@@problem.share-whole:Nämnaren måste vara större än noll.`,
  'share.above-whole': () => $localize`:@@problem.share-above:Täljaren måste ligga mellan noll och nämnaren: den är en del av den.`,
  'share.other-value': () => $localize`:@@problem.share-other:Värdet är inte den andel som täljaren och nämnaren ger. Rätta det ena eller det andra.`,
  'value.too-large': () => $localize`:@@problem.too-large:Talet är för stort.`,
  'value.too-precise': () => $localize`:@@problem.too-precise:Talet har för många decimaler: högst sex går att spara.`,
  'value.missing-has-margin': () => $localize`:@@problem.missing-has-margin:Felmarginal och antal svarande hör till ett värde: skriv värdet, eller ta bort dem.`,
  'input.invalid': () => $localize`:@@problem.invalid:Något av fälten är inte rätt ifyllt.`,
  'idempotency.running': () => $localize`:@@problem.running:Din förra begäran behandlas fortfarande. Vänta en stund.`,
  'indicator.not-found': () => $localize`:@@problem.indicator:Indikatorn finns inte.`,
  'indicator.derived': () => $localize`:@@problem.derived:Värdet räknas fram av andra indikatorer och skrivs aldrig in. Ändra dem i stället.`,
  'definition.is-broken-down': () => $localize`:@@problem.is-broken-down:Det finns redan inskrivna värden för delarna. Det som delas upp på annat sätt får bli en indikator för sig; bara gränsen för små antal kan ändras.`,
  'definition.is-recorded': () => $localize`:@@problem.is-recorded:Det finns redan inskrivna värden för indikatorn. Det som ska räknas fram får bli en indikator för sig.`,
  'point-note.not-found': () => $localize`:@@problem.point-note:Det finns ingen anmärkning till det värdet längre.`,
  'indicator.exists': () => $localize`:@@problem.indicator-exists:Det finns redan en indikator med den adressen. Välj en annan.`,
  'definition.has-figures': () => $localize`:@@problem.has-figures:Det finns värden för andra perioder än de här. Det som mäts på ett annat sätt får bli en indikator för sig.`,
  'series-break.not-found': () => $localize`:@@problem.break-not-found:Serien har inget brott där längre.`,
  'change.reason-required': () => $localize`:@@problem.reason-required:Skriv varför det ändras.`,
  'territory.not-found': () => $localize`:@@problem.territory:Området finns inte.`,
  'action.not-found': () => $localize`:@@problem.action-not-found:Åtgärden finns inte.`,
  'action.stale': () => $localize`:@@problem.action-stale:Åtgärden har ändrats sedan du öppnade den.`,
  'action.foreign-lead': () => $localize`:@@problem.action-foreign-lead:Du kan bara lägga in åtgärder som din förvaltning eller dess nämnd leder. En strateg kan lämna över en åtgärd till någon annan.`,
  'import.not-found': () => $localize`:@@problem.import-not-found:Filen finns inte, eller är någon annans.`,
  'import.changed-meanwhile': () => $localize`:@@problem.import-changed:Någon har gått vidare med filen. Ladda om sidan.`,
  'import.step-impossible': () => $localize`:@@problem.import-impossible:Det går inte att göra så med filen nu. Ladda om sidan.`,
  'import.refused-rows': () => $localize`:@@problem.import-refused:Några rader kan inte tas emot. Rätta dem först; filen läses in hel eller inte alls.`,
  'import.nothing-new': () => $localize`:@@problem.import-nothing:Filen ändrar ingenting. Allt i den finns redan.`,
  'import.own-file': () => $localize`:@@problem.import-own:Du har själv skickat filen. Någon annan måste godkänna den.`,
  'import.needs-reason': () => $localize`:@@problem.import-reason:Skriv varför.`,
  'import.empty-file': () => $localize`:@@problem.import-empty:Filen är tom. Välj en annan.`,
  'round.not-found': () => $localize`:@@problem.round-not-found:Det finns ingen uppföljningsomgång för den perioden.`,
  'round.stale': () => $localize`:@@problem.round-stale:Någon annan har ändrat här sedan du öppnade sidan. Läs in den igen och gör om din ändring.`,
  'round.taken': () => $localize`:@@problem.round-taken:Det finns redan en omgång för den perioden. Ändra den i stället.`,
  'round.far-from-its-period': () => $localize`:@@problem.round-far-from-its-period:Omgången öppnar mer än ett år från periodens slut. Kontrollera årtalet.`,
  'round.due-before-it-opens': () => $localize`:@@problem.round-due-before-it-opens:Sista dagen ligger före dagen då omgången öppnar.`,
  'round.reviewed-before-it-is-due': () => $localize`:@@problem.round-reviewed-before-it-is-due:Granskningen slutar före sista dagen med respit. Välj en senare dag.`,
  'round.public-before-it-opens': () => $localize`:@@problem.round-public-before-it-opens:Värdena kan inte publiceras innan omgången har öppnat.`,
  'round.public-too-late': () => $localize`:@@problem.round-public-too-late:Värdena publiceras mer än ett år efter att granskningen har slutat. Kontrollera årtalet.`,
  'thread.cannot-be-asked': () =>
    $localize`:@@problem.thread-cannot-be-asked:Den du frågar rapporterar eller granskar inte för förvaltningen längre. Välj någon annan.`,
  'thread.not-a-question': () => $localize`:@@problem.thread-not-a-question:Frågan finns inte längre. Läs in sidan igen.`,
  'task-answer.not-asked-for': () => $localize`:@@problem.task-answer-not-asked-for:Ingen väntar på den siffran längre. Läs in sidan igen.`,
  'task-answer.not-ahead': () => $localize`:@@problem.task-answer-not-ahead:Välj en dag som inte har varit än.`,
  'task-answer.too-far': () => $localize`:@@problem.task-answer-too-far:Välj en dag inom 60 dagar.`,
  'task-answer.no-more-time': () => $localize`:@@problem.task-answer-no-more-time:Så länge finns det redan tid. Välj en senare dag.`,
  'task-answer.reason-required': () => $localize`:@@problem.task-answer-reason:Skriv varför det behövs mer tid.`,
  'task-answer.not-found': () => $localize`:@@problem.task-answer-not-found:Begäran om mer tid finns inte.`,
  'task-answer.settled': () => $localize`:@@problem.task-answer-settled:Någon annan har redan svarat, eller så har begäran ändrats. Läs in sidan igen.`,
  'round.locked-before-it-is-reviewed': () => $localize`:@@problem.round-locked-before-it-is-reviewed:Omgången kan låsas först när granskningen är över.`,
  'account.pseudonymised': () =>
    $localize`:@@problem.account-pseudonymised:Personen är avidentifierad och kan inte öppnas igen. Bjud in personen på nytt.`,
  'deputy.self': () => $localize`:@@problem.deputy-self:Ingen är sin egen ersättare. Välj någon annan.`,
  'deputy.twice': () => $localize`:@@problem.deputy-twice:Personen är redan ersättare någon av de dagarna.`,
  'deputy.backwards': () => $localize`:@@problem.deputy-backwards:Den sista dagen är före den första.`,
  'deputy.over': () => $localize`:@@problem.deputy-over:Den sista dagen har redan varit.`,
  'deputy.too-long': () => $localize`:@@problem.deputy-long:En ersättare har rollerna i högst ett år. Ge personen egna behörigheter i stället.`,
  'deputy.away': () => $localize`:@@problem.deputy-away:Personen är själv borta någon av de dagarna. Välj någon annan, eller andra dagar.`,
  'deputy.not-colleague': () =>
    $localize`:@@problem.deputy-not-colleague:Du kan välja en kollega som arbetar med samma förvaltningar som du. Ska det vara någon annan ordnar en administratör det.`,
  'hand-over.self': () => $localize`:@@problem.hand-over-self:Ingen tar över efter sig själv. Välj någon annan.`,
  'hand-over.past': () => $localize`:@@problem.hand-over-past:Det går att lämna över från i dag eller från en dag som kommer.`,
  'hand-over.nothing': () => $localize`:@@problem.hand-over-nothing:Det finns inget att lämna över från den dagen.`,
  'deputy.not-found': () => $localize`:@@problem.deputy-not-found:Ersättaren är redan borttagen. Ladda om sidan.`,
  'disposal.too-late': () => $localize`:@@problem.disposal-late:Så nya uppgifter gallras inte. Välj en tidigare dag.`,
  'disposal.not-decided': () => $localize`:@@problem.disposal-undecided:Beslutets dag har inte varit än.`,
  'disposal.nothing': () => $localize`:@@problem.disposal-nothing:Det finns inget att ta bort.`,
  'disposal.kept': () =>
    $localize`:@@problem.disposal-kept:Publicerade siffror, beslut och antagna versioner gallras aldrig. De förblir dolda.`,
  'disposal.still-told': () =>
    $localize`:@@problem.disposal-told:Texten gallras inte. En händelse i loggen återger den också som något som aldrig gallras, till exempel som beslut. Inget har tagits bort, och texten förblir dold.`,
  'disposal.not-disabled': () => $localize`:@@problem.disposal-open:Stäng av kontot först.`,
  'masking.not-shown': () => $localize`:@@problem.masking-not-shown:Något av det du valde visas inte längre. Sök igen.`,
  'masking.not-hidden': () => $localize`:@@problem.masking-not-hidden:Det är inte dolt längre. Ladda om sidan.`,
  'settings.stale': () =>
    $localize`:@@problem.settings-stale:Någon annan har ändrat inställningarna sedan du öppnade dem. Det du har skrivit finns kvar. Se efter och spara igen.`,
  'settings.locked': () => $localize`:@@problem.settings-locked:Det sätts i miljön och kan inte ändras här.`,
  'settings.code-in-use': () => $localize`:@@problem.settings-code:Kommunkoden går inte att ändra: strategin och siffrorna gäller den.`,
  'logo.unknown-kind': () => $localize`:@@problem.logo-kind:Logotypen ska vara en PNG- eller SVG-bild.`,
  'logo.too-large': () => $localize`:@@problem.logo-large:Logotypen är för stor: högst 256 KiB och 4 000 bildpunkter åt varje håll.`,
  'logo.not-a-picture': () => $localize`:@@problem.logo-broken:Bilden är trasig och går inte att visa. Spara den på nytt och försök igen.`,
  'logo.active': () =>
    $localize`:@@problem.logo-active:SVG-bilden innehåller något annat än former, färger och text, till exempel ett skript eller en länk. Spara den som ren SVG eller som PNG.`,
  'set-up.wrong-code': () =>
    $localize`:@@problem.set-up-code:Engångskoden stämmer inte. Den senaste koden står där SLUSEN startades, i terminalen eller loggen.`,
  'set-up.has-administrator': () => $localize`:@@problem.set-up-taken:Det finns redan en administratör. Logga in för att fortsätta.`,
  'strategy.other-municipality': () => $localize`:@@problem.strategy-other:Strategin i filen gäller en annan kommunkod än den som är angiven här.`,
  'strategy.no-municipality': () => $localize`:@@problem.strategy-nobody:Ange kommunens namn och kod först.`,
  'service.unavailable': () => $localize`:@@problem.unavailable:Vi når inte uppgifterna just nu. Försök igen om en stund.`,
  'service.error': () => $localize`:@@problem.service:Något gick fel hos oss. Försök igen om en stund.`,
};

/** What went wrong with a request, in a sentence in the reader's language; an unknown code in the API's own words. */
export function problemText(error: unknown): string {
  const problem = problemOf(error);
  if (problem) return refusalText(problem);
  if (statusOf(error) === 0) return $localize`:@@problem.offline:Ingen kontakt med servern. Det du har skrivit finns kvar här.`;
  return $localize`:@@problem.unknown:Något gick fel. Försök igen om en stund.`;
}

/** The same of a problem that was told of earlier, or is told of within an answer. */
export function refusalText({ code, detail, title }: { readonly code: string; readonly detail?: string | undefined; readonly title?: string }): string {
  return isTold(code) ? TEXTS[code]() : (detail ?? title ?? code);
}

/** What is wrong with what someone wrote, from the code of the rule it broke. */
export function ruleText(code: string): string {
  return isTold(code) ? TEXTS[code]() : code;
}

/** A newer API may know codes that this page, loaded before, does not. */
function isTold(code: string): code is ScreenErrorCode {
  return Object.hasOwn(TEXTS, code);
}
