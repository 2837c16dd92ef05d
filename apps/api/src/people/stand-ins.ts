import type { Person } from '@slusen/contracts';
import { statement, type Statements } from '../platform/statements.js';

/** Whom the second column names, where the first one is the account; the latest first. */
const standingIn = (name: string, [own, other]: readonly [own: string, other: string]) =>
  statement({
    name,
    text: `
      select y.id, json_build_object('id', o.id, 'name', o.name) as person, y.valid_from as from, y.valid_to as to,
             exists (select from deputy z where z.account_id = y.deputy_id and z.valid_from <= y.valid_to and z.valid_to >= y.valid_from) as "isAway"
        from deputy y join account o on o.id = y.${other} where y.${own} = $1 order by y.valid_to desc, y.id desc`,
  });
const DEPUTIES = standingIn('people.deputies', ['account_id', 'deputy_id']);
const DEPUTY_FOR = standingIn('people.deputy-for', ['deputy_id', 'account_id']);

/** Who stands in for somebody, and for whom they do; those whose days are over too. */
export async function standInsOf(statements: Statements, account: string): Promise<Pick<Person, 'deputies' | 'deputyFor'>> {
  return {
    deputies: await statements.rows<Person['deputies'][number]>(DEPUTIES, [account]),
    deputyFor: await statements.rows<Person['deputyFor'][number]>(DEPUTY_FOR, [account]),
  };
}
