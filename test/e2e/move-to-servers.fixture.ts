import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');

/** The commands of the how-to that are marked as steps of the move, in their order. */
const steps = (): readonly string[] =>
  [
    ...readFileSync(join(ROOT, 'docs/how-to/move-to-servers.md'), 'utf8').matchAll(
      /^```sh move\n([\s\S]*?)^```$/gm,
    ),
  ].map(([, text = '']) => text);

type Move = Readonly<{ environment: Record<string, string>; data: string; back: string }>;

/**
 * Types the steps of the how-to as they are printed, in one shell with the settings of the servers in it, on these folders;
 * all that was said on standard output. @throws Error where a step fails
 */
export const runMove = async ({ environment, data, back }: Move): Promise<string> => {
  const all = steps();
  if (all.length < 3) throw new Error('The how-to shows no steps.');
  const script = all.join('\n').replaceAll('./data-back', back).replaceAll('./data', data);
  const env = { ...process.env, ...environment, NODE_OPTIONS: '' };
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: ROOT,
    env,
  });
  return stdout;
};
