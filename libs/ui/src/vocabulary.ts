import { missingText, type ActorRole, type Cadence, type MissingKind, type Provenance, type Quality } from '@slusen/domain';
import { injectLanguage } from './language.js';

/** What an actor does for a goal: "leder". */
export function roleWord(role: ActorRole): string {
  switch (role) {
    case 'leads':
      return $localize`:@@role.leads:leder`;
    case 'participates':
      return $localize`:@@role.participates:medverkar`;
    case 'delivers':
      return $localize`:@@role.delivers:levererar`;
    case 'finances':
      return $localize`:@@role.finances:finansierar`;
    case 'is-informed':
      return $localize`:@@role.is-informed:informeras`;
  }
}

/** How often something is measured: "varje kvartal". */
export function cadenceWord(cadence: Cadence): string {
  switch (cadence) {
    case 'month':
      return $localize`:@@cadence.month:varje månad`;
    case 'quarter':
      return $localize`:@@cadence.quarter:varje kvartal`;
    case 'tertial':
      return $localize`:@@cadence.tertial:varje tertial (fyra månader)`;
    case 'half-year':
      return $localize`:@@cadence.half-year:varje halvår`;
    case 'year':
      return $localize`:@@cadence.year:varje år`;
    case 'irregular':
      return $localize`:@@cadence.irregular:vissa år`;
  }
}

/**
 * Gives the words for why there is no value: "inget svar". They are the domain's, since files and sentences say them too.
 * Needs an injection context.
 */
export function injectMissingWord(): (missing: MissingKind) => string {
  const language = injectLanguage();
  return (missing) => missingText(missing, language);
}

/** How settled a value is: "preliminärt". */
export function qualityWord(quality: Quality): string {
  switch (quality) {
    case 'preliminary':
      return $localize`:@@quality.preliminary:preliminärt`;
    case 'final':
      return $localize`:@@quality.final:slutligt`;
    case 'estimated':
      return $localize`:@@quality.estimated:uppskattat`;
  }
}

/** Where a value comes from: "avrundat". */
export function provenanceWord(provenance: Provenance): string {
  switch (provenance) {
    case 'exact':
      return $localize`:@@provenance.exact:exakt`;
    case 'derived':
      return $localize`:@@provenance.derived:härlett`;
    case 'rounded':
      return $localize`:@@provenance.rounded:avrundat`;
    case 'example':
      return $localize`:@@provenance.example:exempel`;
  }
}
