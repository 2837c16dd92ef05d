import { Injectable } from '@nestjs/common';
import type { OwnAbsences } from '@slusen/contracts';
import { isColleague, roleTime, type IsoDate } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { statement, Statements } from '../platform/statements.js';
import { IS_PERSON, listedPerson, PERSON, type PersonLine } from './person-columns.js';
import { standInsOf } from './stand-ins.js';

/** Those who can sign in, or will when they have used their invitation. */
const EVERYBODY = statement({
  name: 'people.colleagues',
  text: `select ${PERSON} from account a where a.disabled_at is null and ${IS_PERSON} order by a.name collate "sv-x-icu", a.id`,
});

/** One's own absences, and for whom one stands in. */
@Injectable()
export class OwnAbsencesQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly statements: Statements,
  ) {}

  async own({ account, asOf: { today } }: Acting): Promise<OwnAbsences> {
    this.permissions.require(account, 'deputy.name-own', { account: account.id });
    const { deputies, deputyFor } = await standInsOf(this.statements, account.id);
    const isLeft = ({ to }: { to: IsoDate }): boolean => to >= today;
    return {
      today,
      deputies: deputies.filter(isLeft),
      deputyFor: deputyFor.filter(isLeft),
      colleagues: await this.colleagues(account.id, today),
    };
  }

  private async colleagues(own: string, today: IsoDate): Promise<OwnAbsences['colleagues']> {
    const lines = await this.statements.rows<PersonLine>(EVERYBODY, []);
    const people = lines.map((line) => ({ id: line.id, name: line.name, roles: rolesOf(line, today) }));
    const lent = people.find(({ id }) => id === own)?.roles ?? [];
    return people.filter(({ id, roles }) => id !== own && isColleague(lent, roles)).map(({ id, name }) => ({ id, name }));
  }
}

/** What somebody holds today or from a day to come, as the rule knows it. */
function rolesOf(line: PersonLine, today: IsoDate) {
  const held = listedPerson(line, 0).roles.filter((role) => roleTime(role, today) !== 'over');
  return held.map(({ role, department }) => ({ role, ...(department ? { department: department.slug } : {}) }));
}
