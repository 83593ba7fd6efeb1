import { dayOf, type Cut, type ReadModel } from '@docket/kernel';
import { chooseModel } from '../ranking/model-choice';
import type { Notice } from '../ranking/notices';
import type { RankingInputs } from '../ranking/ranking-inputs';

const BEGINNING: Pick<Cut, 'number' | 'recordedNumber' | 'at'> = {
  number: 0,
  recordedNumber: 0,
  at: '1900-01-01T00:00:00.000Z',
};

/** That the model which ranks both moments was not known at the earlier one; nothing where the answer says so of the later. */
export const noticesSince = async (
  readModel: ReadModel,
  { portfolioId, since }: Readonly<{ portfolioId: string; since?: Cut }>,
  { model, setting }: Pick<RankingInputs, 'model' | 'setting'>,
): Promise<readonly Notice[]> => {
  if (model.inRetrospect) return [];
  const cut = { ...BEGINNING, log: '', definition: readModel.definition, ...since };
  const then = await chooseModel(readModel, cut, { id: portfolioId, timeZone: setting.timeZone }, model.id);
  if ('outcome' in then || !then.inRetrospect) return [];
  const moment = since ? `on ${dayOf(since.at, setting.timeZone)}` : 'before the first event';
  const published = dayOf(model.publishedAt, setting.timeZone);
  return [
    {
      code: 'model-not-known-since',
      text: `The model “${model.name}”, which ranks both moments, was published on ${published}; it was not known ${moment}.`,
    },
  ];
};
