import * as z from 'zod';
import { instant } from './periods.js';
import { localized, requiredText, slug } from './text.js';

/** The key of a business system, without anything by which it could be used. */
const machineKey = z
  .object({
    id: z.int(),
    username: z.string(),
    name: z.string(),
    departments: z.array(localized),
    createdAt: instant,
    /** From then on it opens nothing. */
    expiresAt: instant,
    revokedAt: instant.optional(),
    /** To the hour; absent: it never was. */
    lastUsedAt: instant.optional(),
    /** It opens something now. */
    isGood: z.boolean(),
  })
  .meta({ id: 'MachineKey' });
export type MachineKey = z.output<typeof machineKey>;

/** The number of a key, as it stands in an address. */
export const machineKeyNumber = z.coerce.number().int().positive().max(2_147_483_647);

/** Every key there ever was. */
export const machineKeyList = z.object({ items: z.array(machineKey) }).meta({ id: 'MachineKeyList' });
export type MachineKeyList = z.output<typeof machineKeyList>;

/** A key that is wanted for a business system. */
export const newMachineKey = z
  .strictObject({
    /** What its account is called here; one that is there gets another key. */
    username: slug,
    /** What reviewers read beside its figures. */
    name: requiredText(120),
    department: slug,
    /** The last day on which it opens anything. */
    lastDay: z.iso.date(),
  })
  .meta({ id: 'NewMachineKey' });
export type NewMachineKey = z.output<typeof newMachineKey>;

/** A key that was made. It is told once: a repeated request gets none. */
export const madeMachineKey = z.object({ key: z.string().optional() }).meta({ id: 'MadeMachineKey' });
export type MadeMachineKey = z.output<typeof madeMachineKey>;
