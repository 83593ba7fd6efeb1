import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { WrongUsage } from '../arguments';

/** A file as an import takes it: its name without folders, and its bytes in base64. @throws WrongUsage where it cannot be read */
export const fileAt = (path: string): Readonly<{ name: string; base64: string }> => {
  try {
    return { name: basename(path), base64: readFileSync(path).toString('base64') };
  } catch (error) {
    throw new WrongUsage(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};
