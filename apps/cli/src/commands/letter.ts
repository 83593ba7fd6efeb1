import { withDocket } from '../docket';
import { letterPage, type LetterAnswer } from '../print/letter';
import { done, type Command } from './command';
import { rankedPath } from './explain';
import { pathWith, portfolioMeant } from './portfolio';

/** A letter to the proposer: why a project stands where it stands, and what would lift it. */
export const letter: Command = ([meant = ''], { json, portfolio, asOf, model, budget, rule }, settings) =>
  withDocket(settings, async (client) => {
    const { id } = await portfolioMeant(client, portfolio, asOf);
    const path = await rankedPath(client, id, meant, { asOf, model });
    const answer = await client.read(pathWith(`${path}/letter`, { budget, rule, asOf, model }));
    return done(json ? answer : letterPage(JSON.parse(answer) as LetterAnswer));
  });
