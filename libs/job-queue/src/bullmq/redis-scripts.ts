import type { Redis } from 'ioredis';

/**
 * After BullMQ's own script tried to add a job: was it added, and if not, why? In one transaction with it, so that nobody comes
 * between. What is added to a job that runs is noted, the earliest instant first; whoever ran it takes the note.
 *
 * KEYS: the job, the delayed, the failed, the active ones, the notes
 * ARGV: BullMQ's name of the job, the beginning of our slip, the instant in milliseconds, our slip, 1 for a repetition
 */
const SETTLE = `
local name, beginning, due, slip, repeats = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5]
local kept = redis.call('HGET', KEYS[1], 'data')
if not kept then return 'gone' end
if string.sub(kept, 1, #beginning) == beginning then return 'new' end
local score = redis.call('ZSCORE', KEYS[2], name)
if score then
  if math.floor(tonumber(score) / 4096) > due then return 'later' end
  return 'kept'
end
if redis.call('ZSCORE', KEYS[3], name) then return 'dead' end
if not redis.call('LPOS', KEYS[4], name) then return 'kept' end
local note = redis.call('HGET', KEYS[5], name)
if note then
  local noted, text = string.match(note, '^(%-?%d+) (.*)$')
  due = math.min(due, tonumber(noted))
  if repeats ~= '1' then slip = text end
end
redis.call('HSET', KEYS[5], name, string.format('%.0f', due) .. ' ' .. slip)
return 'noted'`;

/** Takes a note, for one alone, unless the job still runs. KEYS: the notes, the active ones; ARGV: BullMQ's name of the job */
const TAKE = `
if redis.call('LPOS', KEYS[2], ARGV[1]) then return false end
local note = redis.call('HGET', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[1], ARGV[1])
return note`;

/** How the attempt to add a job went. */
export type Settled = 'new' | 'kept' | 'later' | 'dead' | 'noted' | 'gone';

export const SETTLE_COMMAND = 'docketSettle';
const TAKE_COMMAND = 'docketTake';

/** Makes the scripts known to a connection. */
export const defineScripts = (client: Redis): void => {
  client.defineCommand(SETTLE_COMMAND, { numberOfKeys: 5, lua: SETTLE });
  client.defineCommand(TAKE_COMMAND, { numberOfKeys: 2, lua: TAKE });
};

type WithTake = Readonly<
  Record<typeof TAKE_COMMAND, (notes: string, active: string, name: string) => Promise<string | null>>
>;

const canTake = (client: Redis): client is Redis & WithTake => TAKE_COMMAND in client;

/** Takes the note on a job that does not run. */
export const takeNote = async (
  client: Redis,
  keys: Readonly<{ notes: string; active: string }>,
  name: string,
): Promise<Readonly<{ due: number; slip: string }> | undefined> => {
  if (!canTake(client)) throw new Error('The scripts are not known to this connection.');
  const note = await client[TAKE_COMMAND](keys.notes, keys.active, name);
  if (note === null) return undefined;
  const space = note.indexOf(' ');
  return { due: Number(note.slice(0, space)), slip: note.slice(space + 1) };
};
