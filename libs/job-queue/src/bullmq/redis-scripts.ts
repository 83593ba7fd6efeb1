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
 * Notes what is added to a job while it runs: the earliest instant, how often it was added, and the slip; whoever ran it keeps it
 * then. 0 when it does not run any more. KEYS: the notes, the active ones; ARGV: BullMQ's name of the job, the instant, our slip, 1 for a repetition
 */
const NOTE = `
local name, due, slip, repeats = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[4]
if not redis.call('LPOS', KEYS[2], name) then return 0 end
local note, times = redis.call('HGET', KEYS[1], name), 1
if note then
  local noted, before, text = string.match(note, '^(%-?%d+) (%d+) (.*)$')
  due, times = math.min(due, tonumber(noted)), tonumber(before) + 1
  if repeats ~= '1' then slip = text end
end
redis.call('HSET', KEYS[1], name, string.format('%.0f %d ', due, times) .. slip)
return 1`;

/** Forgets a note that is kept by now, unless it was changed meanwhile. KEYS: the notes; ARGV: BullMQ's name of the job, the note */
const FORGET = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
return redis.call('HDEL', KEYS[1], ARGV[1])`;

/** How the attempt to add a job went. */
export type Settled = 'new' | 'kept' | 'later' | 'dead' | 'runs' | 'gone';

export const SETTLE_COMMAND = 'docketSettle';
const NOTE_COMMAND = 'docketNote';
const FORGET_COMMAND = 'docketForget';

/** Makes the scripts known to a connection. */
export const defineScripts = (client: Redis): void => {
  client.defineCommand(SETTLE_COMMAND, { numberOfKeys: 3, lua: SETTLE });
  client.defineCommand(NOTE_COMMAND, { numberOfKeys: 2, lua: NOTE });
  client.defineCommand(FORGET_COMMAND, { numberOfKeys: 1, lua: FORGET });
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
  [FORGET_COMMAND]: (notes: string, name: string, note: string) => Promise<number>;
}>;

const isScripted = (client: Redis): client is Redis & Scripted =>
  NOTE_COMMAND in client && FORGET_COMMAND in client;

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

const NOTED = /^(-?\d+) \d+ (.*)$/s;

/** The note on a job, with the text it is kept as. It stays. */
export const readNote = async (
  client: Redis,
  { notes }: NoteKeys,
  name: string,
): Promise<(Note & Readonly<{ text: string }>) | undefined> => {
  const text = await client.hget(notes, name);
  const [, due, slip] = NOTED.exec(text ?? '') ?? [];
  return text === null || due === undefined || slip === undefined
    ? undefined
    : { due: Number(due), slip, text };
};

/** Forgets the note on a job: only once it is kept, so that whoever dies or is refused in between loses none. */
export const forgetNote = async (
  client: Redis,
  { notes }: NoteKeys,
  { name, text }: Readonly<{ name: string; text: string }>,
): Promise<void> => {
  await scripted(client)[FORGET_COMMAND](notes, name, text);
};
