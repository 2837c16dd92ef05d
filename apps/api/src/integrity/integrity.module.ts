import { Module } from '@nestjs/common';
import { OpenDataModule } from '../open-data/open-data.module.js';
import { PublicPagesModule } from '../public-pages/public-pages.module.js';
import { HeadsModule } from './heads/heads.module.js';
import { ServedChecks } from './verify/served.js';
import { Verify } from './verify/verify.js';

/** Whether everything recorded still holds together; used by commands only. */
@Module({ imports: [HeadsModule, OpenDataModule, PublicPagesModule], providers: [ServedChecks, Verify], exports: [Verify] })
export class IntegrityModule {}
