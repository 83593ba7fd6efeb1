import type { Redis } from 'ioredis';

/**
 * After BullMQ's own script tried to add some jobs: was each added, and if not, why? In one transaction with it, so that nobody
 * comes between. What BullMQ scores a delayed job with is its instant in milliseconds and 12 bits more.
 *
 * KEYS: the delayed, the failed, the active ones
 * ARGV: the beginning of every job's key; then of each job BullMQ's name, the beginning of our slip, the instant in milliseconds
 */
const SETTLE = `
local settled = {}
for i = 2, #ARGV, 3 do
  local name, beginning, due = ARGV[i], ARGV[i + 1], tonumber(ARGV[i + 2])
  local kept = redis.call('HGET', ARGV[1] .. name, 'data')
  local how = 'kept'
  if not kept then how = 'gone'
  elseif string.sub(kept, 1, #beginning) == beginning then how = 'new'
  else
    local score = redis.call('ZSCORE', KEYS[1], name)
    if score then
      if math.floor(tonumber(score) / 4096) > due then how = 'later' end
    elseif redis.call('ZSCORE', KEYS[2], name) then how = 'dead'
    elseif redis.call('LPOS', KEYS[3], name) then how = 'runs' end
  end
  settled[#settled + 1] = how
end
return settled`;

/**
 * Notes what is added to a job while it runs, the earliest instant first; whoever ran it takes the note. 0 when it does not run
 * any more. KEYS: the notes, the active ones; ARGV: BullMQ's name of the job, the instant, our slip, 1 for a repetition
 */
const NOTE = `
local name, due, slip, repeats = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[4]
if not redis.call('LPOS', KEYS[2], name) then return 0 end
local note = redis.call('HGET', KEYS[1], name)
if note then
  local noted, text = string.match(note, '^(%-?%d+) (.*)$')
  due = math.min(due, tonumber(noted))
  if repeats ~= '1' then slip = text end
end
redis.call('HSET', KEYS[1], name, string.format('%.0f', due) .. ' ' .. slip)
return 1`;

/** Takes a note, for one alone, unless the job still runs. KEYS: the notes, the active ones; ARGV: BullMQ's name of the job */
const TAKE = `
if redis.call('LPOS', KEYS[2], ARGV[1]) then return false end
local note = redis.call('HGET', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[1], ARGV[1])
return note`;

/** How the attempt to add a job went. */
export type Settled = 'new' | 'kept' | 'later' | 'dead' | 'runs' | 'gone';

export const SETTLE_COMMAND = 'docketSettle';
const NOTE_COMMAND = 'docketNote';
const TAKE_COMMAND = 'docketTake';

/** Makes the scripts known to a connection. */
export const defineScripts = (client: Redis): void => {
  client.defineCommand(SETTLE_COMMAND, { numberOfKeys: 3, lua: SETTLE });
  client.defineCommand(NOTE_COMMAND, { numberOfKeys: 2, lua: NOTE });
  client.defineCommand(TAKE_COMMAND, { numberOfKeys: 2, lua: TAKE });
};

type Scripted = Readonly<{
  [NOTE_COMMAND]: (
    notes: string,
    active: string,
    name: string,
    due: number,
    slip: string,
    repeats: 0 | 1,
  ) => Promise<number>;
  [TAKE_COMMAND]: (notes: string, active: string, name: string) => Promise<string | null>;
}>;

const isScripted = (client: Redis): client is Redis & Scripted =>
  NOTE_COMMAND in client && TAKE_COMMAND in client;

const scripted = (client: Redis): Scripted => {
  if (isScripted(client)) return client;
  throw new Error('The scripts are not known to this connection.');
};

/** The keys of what is noted on jobs that run. */
export type NoteKeys = Readonly<{ notes: string; active: string }>;

/** What is to be kept of a job when it runs no more. */
export type Note = Readonly<{ due: number; slip: string }>;

/** Notes what was added to a job while it ran; false when it does not run any more. */
export const note = async (
  client: Redis,
  { notes, active }: NoteKeys,
  { name, due, slip, repeats }: Note & Readonly<{ name: string; repeats: boolean }>,
): Promise<boolean> =>
  (await scripted(client)[NOTE_COMMAND](notes, active, name, due, slip, repeats ? 1 : 0)) === 1;

/** Takes the note on a job that does not run. */
export const takeNote = async (
  client: Redis,
  { notes, active }: NoteKeys,
  name: string,
): Promise<Note | undefined> => {
  const taken = await scripted(client)[TAKE_COMMAND](notes, active, name);
  if (taken === null) return undefined;
  const space = taken.indexOf(' ');
  return { due: Number(taken.slice(0, space)), slip: taken.slice(space + 1) };
};
