import { readFileSync } from 'node:fs';

/** How many commits the write-ahead log of a file shows: frames that carry the database's size after a commit. */
export const commitsIn = (file: string): number => {
  const log = readFileSync(`${file}-wal`);
  const frameSize = 24 + log.readUInt32BE(8);
  const frames = Array.from(
    { length: Math.floor((log.length - 32) / frameSize) },
    (_, n) => 32 + n * frameSize,
  );
  return frames.filter((frame) => log.readUInt32BE(frame + 4) > 0).length;
};
