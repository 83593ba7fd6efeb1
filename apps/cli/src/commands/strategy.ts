import { withDocket } from '../docket';
import { compositionTree, type CompositionAnswer } from '../print/composition';
import { objectivesPage, type ObjectivesAnswer } from '../print/objectives';
import { done, type Command } from './command';
import { namesOf } from './people';
import { pathWith, portfolioMeant } from './portfolio';
import { documentOf, readTogether } from './read-together';

/** Strategic objectives with their progress, and how far work serves them. */
export const objectives: Command = (_rest, { json, portfolio, asOf }, settings) =>
  withDocket(settings, async (client) => {
    const { id, name, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const within = `/api/v1/portfolios/${id}`;
    const answer = await readTogether(client, asOf, {
      objectives: `${within}/objectives?limit=1000`,
      goalProgress: `${within}/goal-progress`,
      objectiveCoverage: `${within}/objective-coverage`,
      alignments: `${within}/alignments?limit=1000`,
    });
    const told = answer as unknown as ObjectivesAnswer;
    return done(json ? documentOf(answer) : objectivesPage(told, { name, timeZone }));
  });

/** The tree of sub-portfolios and programmes. */
export const composition: Command = (_rest, { json, portfolio, asOf }, settings) =>
  withDocket(settings, async (client) => {
    const { id, name, timeZone } = await portfolioMeant(client, portfolio, asOf);
    const answer = await client.read(pathWith(`/api/v1/portfolios/${id}/composition`, { asOf }));
    if (json) return done(answer);
    const told = JSON.parse(answer) as CompositionAnswer;
    return done(compositionTree(told, { name, timeZone, named: await namesOf(client) }));
  });
