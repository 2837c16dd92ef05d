import { problemOf } from '../data/api-problem.js';

/** What is said of a link that does not work: what is wrong with it, and what to do instead. */
export interface LinkFault {
  readonly heading: string;
  readonly advice: string;
}

/** What is wrong with a link, in words of its own for each way; undefined where it is something else than the link. */
export function linkFault(error: unknown): LinkFault | undefined {
  switch (problemOf(error)?.code) {
    case 'link.broken':
      return {
        heading: $localize`:@@link.broken:Länken är inte hel`,
        advice: $localize`:@@link.broken-advice:En del av den har fallit bort eller ändrats, kanske för att brevet delade den på två rader. Kopiera hela länken och klistra in den i adressfältet.`,
      };
    case 'link.not-found':
      return {
        heading: $localize`:@@link.unknown:Länken hör inte hit`,
        advice: $localize`:@@link.unknown-advice:Den gjordes på en annan plats, eller är så gammal att den inte finns kvar. Se efter att du är på rätt kommuns sida, eller be om en ny länk.`,
      };
    case 'link.expired':
      return {
        heading: $localize`:@@link.expired:Länken har slutat gälla`,
        advice: $localize`:@@link.expired-advice:En inbjudan gäller i sju dagar och en länk till nytt lösenord i två timmar. Be om en ny, så får du ett nytt brev.`,
      };
    case 'link.used':
      return {
        heading: $localize`:@@link.used:Länken är redan använd`,
        advice: $localize`:@@link.used-advice:Den fungerar en gång. Har du valt ett lösenord loggar du in med det. Var det inte du som använde länken? Be genast om en ny, och berätta det för en administratör i kommunen.`,
      };
    case 'link.replaced':
      return {
        heading: $localize`:@@link.replaced:Länken gäller inte längre`,
        advice: $localize`:@@link.replaced-advice:Du har fått en nyare länk, eller så är kontot avstängt. Använd länken i det senaste brevet.`,
      };
    default:
      return undefined;
  }
}
