import type { CopyPlace, Profile } from '@docket/host';
import { visible } from './print/visible';

/** An address as it may be shown: without name, password and parameters. */
const shown = (address: string): string => address.replace(/\/\/.*@/, '//').replace(/\?.*$/, '');

/** The log of an installation in words: a setting that was mistyped shows in where things go. */
export const logInWords = (place: CopyPlace | Profile, installation: string): string =>
  'folder' in place
    ? `the data folder ${place.folder}, installation "${installation}"`
    : `the log of the installation "${installation}" at ${shown(place.eventStore)}`;

/** Tells the person at the terminal, beside the answer and so also under --json. */
export const tell = (sentence: string): void => {
  process.stderr.write(visible(`docket: ${sentence}\n`));
};
