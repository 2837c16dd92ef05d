import { type AccountRole } from '../strategy/actor.js';

/** Roles that nobody gives to oneself: whoever approves figures was chosen by somebody else. */
const CHOSEN_BY_OTHERS: readonly AccountRole[] = ['reviewer'];

/** Whether another administrator must confirm that a role is given; four eyes hold for the one who gives it, not for the operator. */
export function needsConfirmation(role: AccountRole, { by, to }: { readonly by: string | undefined; readonly to: string }): boolean {
  return by === to && CHOSEN_BY_OTHERS.includes(role);
}
