import type { PlannedReorganisation } from '@slusen/contracts';
import type { NamesBySlug, Plan } from './planned-reorganisation.repository.js';

/** A plan with what everybody is called now. */
export function plannedView({ id, slug, sent, refusal, plannedBy, plannedAt }: Plan, names: NamesBySlug): PlannedReorganisation {
  return {
    ...{ id, sent, plannedBy: plannedBy.name, plannedAt },
    actor: names.get(slug) ?? { slug, name: { sv: slug } },
    into: sent.into.flatMap((one) => names.get(one) ?? []),
    ...(refusal && { refusal }),
  };
}
