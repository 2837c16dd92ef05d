import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf, recorded } from '../platform/columns.js';
import { LOGO_TYPES, type LogoType } from '@slusen/contracts';

/** A picture that is or was the municipality's logo. */
@Entity('site_logo')
@oneOf('type', LOGO_TYPES)
export class SiteLogoRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  type!: LogoType;

  @Column('bytea')
  content!: Buffer;

  /** SHA-256 of the content, which stands in its address. */
  @Column('bytea')
  sha256!: Buffer;

  @recorded()
  recordId!: number;
}
