import { closeSync, fsyncSync, openSync } from 'node:fs';

/**
 * Makes the names in a folder survive a power loss: a file or folder that was made, renamed or removed there. Where the file
 * system cannot do that, nothing is said, as SQLite says nothing for its own files.
 */
export const syncFolder = (folder: string): void => {
  let opened: number | undefined;
  try {
    opened = openSync(folder, 'r');
    fsyncSync(opened);
  } catch {
    // no sync of folders here
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
};
