import about from '../../../package.json' with { type: 'json' };

/** Of this Octavo, as in package.json. */
export const { version } = about;
