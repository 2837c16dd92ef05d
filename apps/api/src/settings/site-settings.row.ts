import { DATA_LICENCES, type DataLicence } from '@slusen/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { oneOf, recorded, refersTo } from '../platform/columns.js';

/** What an administrator set, whole, each time something was changed: the latest revision holds. */
@Entity('site_settings')
@oneOf('licence', DATA_LICENCES)
export class SiteSettingsRow {
  /** 1, 2, 3 … */
  @PrimaryColumn('integer')
  revision!: number;

  @Column('text', { nullable: true })
  municipality!: string | null;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('text', { nullable: true })
  accent!: string | null;

  @Column('text', { nullable: true })
  licence!: DataLicence | null;

  @Column('text', { nullable: true })
  contactEmail!: string | null;

  @Column('text', { nullable: true })
  contactTelephone!: string | null;

  @Column('text', { nullable: true })
  dataProtectionOfficer!: string | null;

  @Column('integer', { nullable: true })
  @refersTo('site_logo')
  logoId!: number | null;

  @recorded()
  recordId!: number;
}
