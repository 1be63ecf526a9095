import about from '../../package.json' with { type: 'json' };

/** The version of the data and the API, which is the package's. */
export const VERSION: string = about.version;
