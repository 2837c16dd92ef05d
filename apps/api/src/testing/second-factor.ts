import type { NewSecondFactor } from '@slusen/contracts';
import { TOTP } from 'otpauth';
import type { Visitor } from './visitor.js';

/** Sets up a second factor as somebody with a telephone does: an administrator may do nothing before. */
export async function setUpSecondFactor(visitor: Visitor): Promise<void> {
  const { secret } = (await visitor.put('/api/account/second-factor', undefined)).json<NewSecondFactor>();
  const answer = await visitor.post('/api/account/second-factor/confirmation', { code: new TOTP({ secret }).generate() });
  if (answer.status >= 300) throw new Error(answer.text);
}
