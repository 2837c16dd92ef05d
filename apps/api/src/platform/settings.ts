import { Injectable } from '@nestjs/common';
import type { Config } from '../config.js';

/** The parsed configuration, for whoever needs a part of it. */
@Injectable()
export class Settings {
  constructor(readonly config: Config) {}

  /** Code of the municipality whose strategy it is; its own total is what targets are about. */
  get territory(): string {
    return this.config.site.code;
  }
}
