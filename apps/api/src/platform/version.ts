import manifest from '../../../../package.json' with { type: 'json' };

/** The version of the program, as it was built. */
export const VERSION: string = manifest.version;
