import type { Loose } from './docket.fixture';
import { carried, comesToBe, readNow } from './delegation.fixture';
import type { Office } from './office.fixture';
import { bridge } from './samples.fixture';

const BOARD = ['p-chen', 'p-bea'] as const;

/** Motions in an office, whatever they are about; the board of the office decides on them where no other body is named. */
export const mattersOf = (office: Office) => {
  const motions = () => office.aimed('/api/v1/portfolios/{portfolioId}/motions');
  const asking = (about: object, more: object = {}) => ({
    ...{ bodyId: office.ids.bodyId, ask: 'go', question: 'Shall it be so?', ...more },
    ...about,
  });
  const tabled = (about: object, more: object = {}) =>
    office.create('p-sven', motions(), asking(about, more));
  const refused = async (about: object, more: object = {}) => {
    const { body, status } = await (await office.as('p-sven')).post(motions(), asking(about, more));
    return [status, body.code, body.detail];
  };
  const proposed = (name: string, change: object = {}) =>
    office.create('p-priya', office.aimed('/api/v1/portfolios/{portfolioId}/projects'), {
      ...{ ...bridge, name },
      ...change,
    });
  const decided = async (motionId: string): Promise<Loose> => {
    await carried(office, motionId, BOARD);
    await office.done('p-chen', `/api/v1/motions/${motionId}/decision`, { rationale: 'It is worth it.' });
    const path = `/api/v1/motions/${motionId}`;
    return comesToBe('it is carried', office.docket, path, ({ followUp }) => followUp?.state === 'carried');
  };
  const project = (id: string) => readNow(office.docket, `/api/v1/projects/${id}`);
  return { tabled, refused, proposed, decided, project };
};
