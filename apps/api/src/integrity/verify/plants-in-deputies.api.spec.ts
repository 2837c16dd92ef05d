import { findEach, plantedWorld, type Plant } from './planted-world.fixtures.js';

const NAMED = (facts: string): string =>
  `select seal(format('{"action":"account.name-deputy","by":null,"facts":${facts},"subject":"account:%1$s"}', a.id, b.id)) from account a, account b where a.username = 'rut' and b.username = 'gunnel'`;

const PLANTS: readonly Plant[] = [
  [
    'a deputy whom nobody named',
    [],
    `insert into deputy (account_id, deputy_id, valid_from, valid_to)
     select a.id, b.id, '2026-01-01', '2026-01-31' from account a, account b where a.username = 'gert' and b.username = 'rut'`,
    /deputies are those who were named: deputy 1: no audit event tells of it, or another one/,
  ],
  [
    'a deputy who is gone, and whom nobody took back',
    [],
    NAMED('{"deputy":7,"from":"2026-01-01","stands":"account:%2$s","to":"2026-01-31"}'),
    /deputies are those who were named: deputy 7: the audit trail tells of it, but it is not there/,
  ],
];

describe('a change planted by the owner of the tables in who stands in for whom', () => findEach(plantedWorld(), PLANTS));
