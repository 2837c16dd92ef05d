import { type AccountRole } from '@slusen/domain';

/** An account of the demonstration. The people are invented; the password is made at the first start. */
export interface DemoAccount {
  readonly username: string;
  readonly name: string;
  /** `department` is an actor of the strategy file; roles without one hold for the whole municipality. */
  readonly roles: readonly { readonly role: AccountRole; readonly department?: string }[];
}

/** Who signs in to the demonstration. Mikael Ekdahl both reports and reviews, so that four eyes can be seen at work. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'anna', name: 'Anna Lindeborg', roles: [{ role: 'reporter', department: 'utvecklingsavdelningen' }] },
  {
    username: 'johan',
    name: 'Johan Falkman',
    roles: [
      { role: 'reporter', department: 'kultur-och-fritidsavdelningen' },
      { role: 'reporter', department: 'barn-och-utbildningsforvaltningen' },
    ],
  },
  {
    username: 'karin',
    name: 'Karin Hollsten',
    roles: [
      { role: 'reviewer', department: 'utvecklingsavdelningen' },
      { role: 'reviewer', department: 'gatukontoret' },
    ],
  },
  {
    username: 'per',
    name: 'Per Åkerbo',
    roles: [
      { role: 'reviewer', department: 'kultur-och-fritidsavdelningen' },
      { role: 'reviewer', department: 'barn-och-utbildningsforvaltningen' },
    ],
  },
  {
    username: 'mikael',
    name: 'Mikael Ekdahl',
    roles: [
      { role: 'reporter', department: 'gatukontoret' },
      { role: 'reviewer', department: 'gatukontoret' },
      { role: 'reviewer', department: 'ekonomiavdelningen' },
    ],
  },
  { username: 'lena', name: 'Lena Wistrand', roles: [{ role: 'reporter', department: 'ekonomiavdelningen' }] },
  { username: 'maria', name: 'Maria Sundelin', roles: [{ role: 'politician' }] },
  { username: 'ingrid', name: 'Ingrid Sandell', roles: [{ role: 'strategist' }] },
  { username: 'eva', name: 'Eva Norrby', roles: [{ role: 'administrator' }] },
];
