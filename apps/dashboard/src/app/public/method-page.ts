import { Component, inject } from '@angular/core';
import { PERIODS_BACK, statusWord, YEAR_LATE } from '@slusen/domain';
import { injectLanguage, StatusMark } from '@slusen/ui';
import { PageHead } from '../shell/page-head.js';
import { INTERVAL_HELD } from './interval-held.js';

/** How statuses, goals, rolling sums, pace and chance are computed, with the rules printed. */
@Component({
  selector: 'app-method-page',
  imports: [StatusMark],
  templateUrl: './method-page.html',
})
export class MethodPage {
  private readonly language = injectLanguage();
  private readonly ends = {
    met: statusWord('on-track', true, this.language),
    partlyMet: statusWord('at-risk', true, this.language),
    notMet: statusWord('off-track', true, this.language),
  };
  /** How many of the cases, in whole per cent, and how many cases there were. */
  protected shareOf({ held, cases }: { readonly held: number; readonly cases: number }): string {
    return this.texts.heldShare(Math.round((100 * held) / cases), cases.toLocaleString(this.language));
  }

  protected readonly texts = {
    heading: $localize`:@@method.heading:Så räknar vi`,
    lead: $localize`:@@method.lead:Varje bedömning här är uträknad med samma regler för alla mål. Reglerna står nedan, så att vem som helst kan räkna efter.`,
    status: $localize`:@@method.status:En indikators läge`,
    status1: $localize`:@@method.status-1:Ett målvärde har en startpunkt och en slutpunkt. Mellan dem löper målbanan, oftast rakt. Ibland går den i steg: då gäller varje delmål från och med sin egen period, och det står vilka stegen är. Vi jämför det senaste värdet med det som målbanan säger för samma period.`,
    status5: $localize`:@@method.status-5:Allt som sägs om en indikator gäller samma värde: det senaste av en period som var slut när värdet registrerades. Ett slutligt värde gäller redan innan dess, om den som lämnade det har svarat på varför. Ett preliminärt värde för en pågående period visas för sig och påverkar varken rubrik, läge eller trend.`,
    onTrack: $localize`:@@method.on-track:Värdet når målbanan eller är bättre.`,
    atRisk: $localize`:@@method.at-risk:Värdet når inte målbanan, men avståndet är högst så stort som toleransen i beslutet.`,
    offTrack: $localize`:@@method.off-track:Avståndet är större än toleransen.`,
    notAssessable: $localize`:@@method.not-assessable:Det finns inget rättvist svar. Skälet står intill under ”Varför?”, och är ett av dessa, prövade i den här ordningen:`,
    status6: $localize`:@@method.status-6:Ett värde väntas en viss tid efter periodens slut, och räknas som försenat när några dagar till har gått. På indikatorns sida står när nästa värde väntas och, när den dagen har kommit, från vilken dag det är försenat. Är värdet för perioden efter försenat står ”enligt värdet för …” intill läget. Har det varit försenat så länge som en period till (en månad, ett kvartal, ett år, eller för det som mäts vissa år ${YEAR_LATE}:days: dagar) är det senaste värdet för gammalt, och läget kan inte bedömas. Mäts något vissa år och är inga fler år bestämda blir det senaste värdet aldrig för gammalt, men det står vilket år det gäller.`,
    reasons: [
      $localize`:@@method.reason-decided:Målet mäts inte, enligt beslut.`,
      $localize`:@@method.reason-target:Det finns inget beslutat målvärde.`,
      $localize`:@@method.reason-outcome:Inget värde har publicerats ännu.`,
      $localize`:@@method.reason-baseline:Något värde från tiden efter målets utgångsläge finns inte än.`,
      $localize`:@@method.reason-missing:Det senaste värdet saknas.`,
      $localize`:@@method.reason-break:Tidsserien har ett brott, så värdena före och efter kan inte jämföras.`,
      $localize`:@@method.reason-outdated:Det senaste värdet är för gammalt för en bedömning.`,
    ],
    status2: $localize`:@@method.status-2:När slutperioden har nåtts heter lägena ${this.ends.met}:met:, ${this.ends.partlyMet}:partlyMet: och ${this.ends.notMet}:notMet:. Ett intervall i stället för ett värde bedöms likadant: inom intervallet är avståndet noll.`,
    status3: $localize`:@@method.status-3:Värden, målbana och tolerans avrundas till indikatorns antal decimaler innan de jämförs. Har värdet en felmarginal prövar vi också marginalens ändar. Ger de olika svar skriver vi att läget inte kan skiljas från målbanan.`,
    status4: $localize`:@@method.status-4:Ett räkneexempel: antag att målbanan börjar på 15 327 år 2025 och att målet är 15 800 år 2030. En rak målbana ger 15 421,6 för 2026. Med toleransen 50 är 15 380 ${statusWord('at-risk', false, this.language)}:near: och 15 350 ${statusWord('off-track', false, this.language)}:off:.`,
    goal: $localize`:@@method.goal:Ett måls läge`,
    goal1: $localize`:@@method.goal-1:Ett mål räknas aldrig ut som ett medelvärde av färger. Vi visar hur många indikatorer som har varje läge, och hur många som kan bedömas. Sedan gäller i tur och ordning:`,
    goalRule1: $localize`:@@method.goal-rule-1:Har målet inga indikatorer, mäts det medvetet inte, eller kan färre än hälften av indikatorerna bedömas? Då kan målet inte bedömas.`,
    goalRule2: $localize`:@@method.goal-rule-2:Är alla som kan bedömas i fas? Då är målet i fas.`,
    goalRule3: $localize`:@@method.goal-rule-3:Är mer än hälften av dem ur fas? Då är målet ur fas.`,
    goalRule4: $localize`:@@method.goal-rule-4:I alla andra fall är målet delvis i fas.`,
    goal2: $localize`:@@method.goal-2:När alla slutperioder har nåtts heter det ${this.ends.met}:met:, ${this.ends.partlyMet}:partlyMet: och ${this.ends.notMet}:notMet:. En mänsklig bedömning kan skilja sig från den uträknade. Då visas båda.`,
    rolling: $localize`:@@method.rolling:Tolv månader i följd`,
    rolling1: $localize`:@@method.rolling-1:En del siffror svänger med årstiden: där många turistar på sommaren kan juli ensam ha mer än en tredjedel av årets gästnätter. De jämförs därför som de senaste tolv månaderna tillsammans. Antal läggs ihop, och nivåer blir ett medelvärde. Andelar räknas om: summan av täljarna delad med summan av nämnarna, gånger hundra för procent. Saknas täljare eller nämnare för någon del blir det i stället medelvärdet av andelarna. Vilket det är står på indikatorns sida. Räknas siffran från årets början är de tolv månaderna årets siffra plus hela förra årets minus förra årets till samma tid. Saknas en del av de tolv månaderna, eller går ett brott genom dem, blir det inget värde.`,
    breaks: $localize`:@@method.breaks:Brott i en serie`,
    breaks1: $localize`:@@method.breaks-1:När det som mäts ändras kan värdena före och efter inte jämföras. Vi klipper serien där: ingen förändring, takt eller målbana räknas över brottet, och linjen i diagrammet bryts.`,
    pace: $localize`:@@method.pace:Takt och chans`,
    pace1: $localize`:@@method.pace-1:Läget säger hur det har gått hittills. Takt och chans säger något om hur det kan gå framåt. Vi använder ett värde om året sedan det senaste brottet, för samma årstid som det senaste värdet: högst tio värden, och inget som är mer än tio år äldre än det senaste. Där målet gäller tolv månader i följd används sådana summor.`,
    paceRule1: $localize`:@@method.pace-rule-1:Takten är den genomsnittliga förändringen per år, från första till sista värdet. Är det färre än tio hela ting om året, som föreningar eller placeringar, skriver vi hela förändringen i stället. Meningarna om takt räknas på värdena så som de visas, så att den som räknar efter får samma tal; trend, intervall och chans på värdena med alla decimaler.`,
    paceRule2: $localize`:@@method.pace-rule-2:Den takt som krävs är det som återstår till målet, delat med åren som återstår.`,
    paceRule3: $localize`:@@method.pace-rule-3:Årsvariationen är hur mycket ett enskilt år brukar avvika från takten.`,
    paceRule4: $localize`:@@method.pace-rule-4:Prognosen är det senaste värdet plus takten gånger antalet år, i texten avrundad efter hur osäker den är. Intervallet är ett 80-procentsintervall: så ofta är det tänkt att hålla, men tabellen nedan visar att det beror på slags serie och hur långt fram det gäller. Prognos och intervall stannar vid indikatorns lägsta och högsta möjliga värde (min och max), om den har sådana. För en summa av tolv månader gäller gränserna gånger antalet delar: gånger fyra för kvartal, gånger tolv för månader.`,
    paceRule5: $localize`:@@method.pace-rule-5:Chansen att nå målet räknas med samma variation. Målet räknas som nått redan en halv enhet i sista decimalen före målvärdet, eftersom ett sådant värde avrundas till målet: med hela tal räcker 15 799,5 för 15 800. För ett målintervall är det sannolikheten att hamna inom det, med en halv enhet i sista decimalen på var sida. Chansen skrivs i hela procent, aldrig som 0 eller 100. Under 10 % är mycket liten, under 33 % liten, till och med 66 % oviss, till och med 90 % stor, däröver mycket stor.`,
    paceRule6: $localize`:@@method.pace-rule-6:Vi skriver också under hur många av åren hittills som värdet har ändrats minst så snabbt. Där år saknas räknar vi i stället ändringarna från en mätning till nästa.`,
    paceFormula: $localize`:@@method.pace-formula:g = (yₙ − y₁) / T   r = (y_mål − yₙ) / h   s² = 1/(m − 1) · Σ (dⱼ − g·Δⱼ)² / Δⱼ   yₙ + g·h ± t · s · √(h + h²/T + 0,2·h³)`,
    pace2: $localize`:@@method.pace-2:Med färre än fem värden, eller om värdet har ändrats exakt lika mycket varje år, ger vi ingen prognos och ingen chans. Inte heller när serien har ett brott före målets slutperiod, eller när intervallet utesluter nästan ingenting: när det når skalans ena ände och i den andra antingen också gör det eller går utanför alla värden som prognosen vilar på. Termen 0,2·h³ finns där för att takten själv ändras: prövat på folkmängden i 290 kommuner 1990–2019 höll intervallet fem år framåt i 79 procent av fallen med den, i 51 procent utan.`,
    paceTerms: $localize`:@@method.pace-terms:Här är y₁ … yₙ värdena vid tiderna t₁ … tₙ i år, m = n − 1 antalet förändringar, dⱼ en förändring över Δⱼ år, T = tₙ − t₁, h åren till målets slutperiod och t 90-procentskvantilen i Students t-fördelning med m − 1 frihetsgrader. Chansen räknas ur samma fördelning, med s · √(h + h²/T + 0,2·h³) som skala.`,
    trend: $localize`:@@method.trend:Trenden kallas tydlig när takten är för stor för att kunna vara en tillfällighet: ett tvåsidigt test med 90 procents säkerhet, som jämför takten med årsvariationen. Annars skriver vi att det inte finns någon tydlig trend. En enskild ändring ligger inom normal årsvariation när den avviker från takten med högst så mycket som 95 ändringar av 100 brukar göra.`,
    held: $localize`:@@method.held:Hur ofta intervallet har hållit`,
    held1: $localize`:@@method.held-1:Vi har prövat metoden på det som redan har hänt. Vi ställde oss vid varje värde, räknade framåt med bara det som var känt då och såg om värdet som kom låg inom intervallet. Serierna är kvartalssiffror för Linköping, Norrköping, Jönköping, Örebro och riket 2010–2025 och årssiffror för en kommun med 15 000 invånare 1950–2024.`,
    heldCaption: $localize`:@@method.held-caption:Så stor del av värdena låg inom intervallet så många år framåt, av hur många prövade`,
    heldKind: $localize`:@@method.held-kind:Slags serie`,
    heldYears: (years: number) => (years === 1 ? $localize`:@@method.held-year:1 år` : $localize`:@@method.held-years:${years}:years: år`),
    heldShare: (share: string | number, cases: string | number) => $localize`:@@method.held-share:${share}:share: % av ${cases}:cases:`,
    heldKinds: {
      population: $localize`:@@method.held-population:Folkmängd`,
      rates: $localize`:@@method.held-rates:Andelar`,
      prices: $localize`:@@method.held-prices:Priser och belopp`,
      counts: $localize`:@@method.held-counts:Antal`,
    },
    held2: $localize`:@@method.held-2:Intervallet håller alltså inte lika ofta överallt. Ett, tre och fem år framåt höll det för 290 kommuners årsvärden i 76, 80 och 85 procent av fallen för folkmängd (2011–2025), i 76, 90 och 95 för arbetslöshet, i 74, 93 och 96 för färdigställda bostäder, i 71, 90 och 97 för huspriser och i 71, 61 och 71 för hushållens inkomster. Serier som svänger mycket från år till år täcks oftare än tänkt. Serier där samma sak händer överallt på en gång täcks mer sällan, som inkomsterna 2022–2023, och så gör serier där takten själv ändras, som folkmängden i tabellen. Tabellens serier är få och liknar varandra, så de säger mindre än de 290 kommunernas.`,
    figures: $localize`:@@method.figures:Hur en siffra kommer hit`,
    figures1: $localize`:@@method.figures-1:Ett värde kommer hit på ett av två sätt. Det som skrivs in här granskas och godkänns av någon annan än den som skrev in det, och där står vilken förvaltning som godkände. Det som kommer med en fil, som officiell statistik, godkänns för hela filen av en person med den rätten, och där står källan och dagen. Vem som ansvarar för siffran står på indikatorns sida. Ett godkänt värde ändras eller raderas aldrig: en rättelse är en ny utgåva, och sidan visar vad som stod förut, vad det blev, när och varför.`,
    figures2: $localize`:@@method.figures-2:Att ett värde saknas är inte samma sak som noll. Vi skriver varför det saknas: inte publicerat än, inget svar, ej tillämplig, sekretess eller inte mätt. Ett värde som aldrig har kommit har inget sådant skäl. Det står bland värden som saknas på indikatorns sida, hur gammalt det än är, så länge serien hade börjat. De ${PERIODS_BACK}:back: senaste perioderna efterfrågas, äldre inte.`,
    figures3: $localize`:@@method.figures-3:Intill ett värde står hur säkert det är. Ett preliminärt värde kan ännu ändras av källan, ett slutligt väntas inte ändras, och ett uppskattat är en bedömning i väntan på en mätning.`,
    figures4: $localize`:@@method.figures-4:Där står också hur värdet har kommit till. Exakt är så som källan anger det, härlett är uträknat ur andra uppgifter, avrundat har färre siffror än det som mättes, och exempel är påhittat för en demonstration. Ett värde som är återgivet, inte avstämt mot källan, har skrivits ned av någon annan än den som publicerar statistiken.`,
  };
  protected readonly held = INTERVAL_HELD;

  constructor() {
    inject(PageHead).set($localize`:@@method.title:Så räknar vi`);
  }
}
