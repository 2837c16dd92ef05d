import type { RollUpView } from '@slusen/contracts';
import type { Status } from '@slusen/domain';

const STATUS_OF = {
  met: 'on-track',
  'partly-met': 'at-risk',
  'not-met': 'off-track',
  'not-assessable': 'not-assessable',
} as const satisfies Record<RollUpView['fulfilment'], Status>;

/** The status whose shape and colour a goal's fulfilment is shown with; its word is its own. */
export function fulfilmentStatus(fulfilment: RollUpView['fulfilment']): Status {
  return STATUS_OF[fulfilment];
}
