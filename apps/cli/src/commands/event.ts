import { WrongUsage } from '../arguments';
import { withDocket } from '../docket';
import { eventPage, type EventAnswer } from '../print/event';
import { done, type Command } from './command';
import { namesOf } from './people';
import { pathWith } from './portfolio';

/** One event by its number: who recorded it when and on what, its place in the chain, what it says. */
export const event: Command = ([number = ''], { json, asOf }, settings) => {
  if (!/^\d{1,15}$/.test(number))
    throw new WrongUsage(`"${number}" is not the number of an event: give digits.`);
  return withDocket(settings, async (client) => {
    const answer = await client.read(pathWith(`/api/v1/events/${number}`, { asOf }));
    return done(json ? answer : eventPage(JSON.parse(answer) as EventAnswer, await namesOf(client)));
  });
};
