import { Module } from '@nestjs/common';
import { PageRenderer } from './page-renderer.js';
import { PageService } from './page-service.js';

@Module({ providers: [PageRenderer, PageService], exports: [PageService] })
export class RenderingModule {}
