import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a start needs at least, in bytes: the shared memory of its databases and a first commit in each. */
const NEEDED = 1024 * 1024;

/** Whether that much can be written in a folder now. A quota counts as the disk does. @throws what else writing meets */
export const hasRoom = (folder: string): boolean => {
  const probe = join(folder, 'room.probe');
  try {
    writeFileSync(probe, Buffer.alloc(NEEDED), { mode: 0o600 });
    return true;
  } catch (error) {
    if (!['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
    return false;
  } finally {
    rmSync(probe, { force: true });
  }
};
