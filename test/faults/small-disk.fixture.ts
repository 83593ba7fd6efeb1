import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of its own for one test: so many megabytes that anybody can fill. */
export class SmallDisk {
  private constructor(readonly path: string) {}

  /** Mounts it at `path`, which is made; `undefined` where this user may not mount. */
  static mount(path: string, megabytes: number): SmallDisk | undefined {
    mkdirSync(path);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', path]);
    return mounted.status === 0 ? new SmallDisk(path) : undefined;
  }

  /** Takes all the room that is left, or all but so many bytes. @throws Error when something else goes wrong */
  fill(but = 0): void {
    const ballast = openSync(join(this.path, 'ballast'), 'a+');
    try {
      for (;;) writeSync(ballast, Buffer.alloc(4_096, 1));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      ftruncateSync(ballast, Math.max(0, fstatSync(ballast).size - but));
    } finally {
      closeSync(ballast);
    }
  }

  makeRoom(): void {
    rmSync(join(this.path, 'ballast'), { force: true });
  }

  unmount(): void {
    execFileSync('umount', [this.path]);
  }
}

/** Lets a process write files of at most so many bytes, as a quota does; without a number, of any size. */
export const limitFileSize = (pid: number, bytes?: number): void => {
  execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes ?? 'unlimited'}:unlimited`]);
};
