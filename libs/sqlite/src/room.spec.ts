import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasRoom } from './room';

describe('the room in a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-room-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is tried by writing, and nothing of that stays', () => {
    expect([hasRoom(folder), readdirSync(folder)]).toEqual([true, []]);
  });

  it('is no question where nothing can be written at all', () => {
    expect(() => hasRoom(join(folder, 'missing'))).toThrow('ENOENT');
  });

  it('is none on a full disk', () => {
    // a device that is always full stands in for the disk; test/faults fills a real one
    symlinkSync('/dev/full', join(folder, 'room.probe'));
    expect([hasRoom(folder), readdirSync(folder)]).toEqual([false, []]);
  });
});
