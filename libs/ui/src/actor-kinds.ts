import type { ActorKind } from '@slusen/domain';

/** What actors of a kind are called together, as a heading: "Nämnder". */
export function actorKindHeading(kind: ActorKind): string {
  switch (kind) {
    case 'committee':
      return $localize`:@@kind.committee:Nämnder`;
    case 'department':
      return $localize`:@@kind.department:Förvaltningar`;
    case 'municipal-company':
      return $localize`:@@kind.municipal-company:Kommunala bolag`;
    case 'association':
      return $localize`:@@kind.association:Föreningar`;
    case 'business':
      return $localize`:@@kind.business:Företag`;
    case 'region':
      return $localize`:@@kind.region:Regionen`;
    case 'local-development-group':
      return $localize`:@@kind.local-development-group:Lokala utvecklingsgrupper`;
    case 'residents':
      return $localize`:@@kind.residents:Invånare`;
  }
}

/** What one actor of a kind is: "Nämnd". */
export function actorKindWord(kind: ActorKind): string {
  switch (kind) {
    case 'committee':
      return $localize`:@@kind-of-one.committee:Nämnd`;
    case 'department':
      return $localize`:@@kind-of-one.department:Förvaltning`;
    case 'municipal-company':
      return $localize`:@@kind-of-one.municipal-company:Kommunalt bolag`;
    case 'association':
      return $localize`:@@kind-of-one.association:Förening`;
    case 'business':
      return $localize`:@@kind-of-one.business:Företag`;
    case 'region':
      return $localize`:@@kind-of-one.region:Region`;
    case 'local-development-group':
      return $localize`:@@kind-of-one.local-development-group:Lokal utvecklingsgrupp`;
    case 'residents':
      return $localize`:@@kind-of-one.residents:Invånare`;
  }
}
