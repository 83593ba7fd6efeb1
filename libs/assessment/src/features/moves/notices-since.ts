import { dayOf, type Cut, type ReadModel } from '@docket/kernel';
import { chooseModel, type ChosenModel, type UsedModel } from '../ranking/model-choice';
import { told, type Notice } from '../ranking/notices';
import type { RankingInputs } from '../ranking/ranking-inputs';

const BEGINNING: Pick<Cut, 'number' | 'recordedNumber' | 'at'> = {
  number: 0,
  recordedNumber: 0,
  at: '1900-01-01T00:00:00.000Z',
};

type Moments = Readonly<{ model: UsedModel; since: Cut | undefined; timeZone: string }>;

const notKnown = ({ model, since, timeZone }: Moments): Notice => {
  const [published, moment] = since
    ? told(model.publishedAt, since.at, timeZone)
    : [dayOf(model.publishedAt, timeZone), undefined];
  return {
    code: 'model-not-known-since',
    text: `The model “${model.name}”, which ranks both moments, was published on ${published}; it was not known ${moment ? `on ${moment}` : 'before the first event'}.`,
  };
};

const otherwise = ({ model, since, timeZone }: Moments, then: ChosenModel): Notice => ({
  code: 'another-model-then',
  text: `On ${since ? dayOf(since.at, timeZone) : 'that day'} the portfolio was ranked by “${then.row.name}”, and both moments are told by “${model.name}” here: what another model does to the order is not among the parts. Ask by that model for its own.`,
});

/**
 * What a reader has to know of the earlier moment: that the model which ranks both was not known at it, and that the portfolio
 * was ranked by another then. Nothing where the answer says already that its model was not known at the later one.
 */
export const noticesSince = async (
  readModel: ReadModel,
  { portfolioId, since }: Readonly<{ portfolioId: string; since?: Cut }>,
  { model, setting }: Pick<RankingInputs, 'model' | 'setting'>,
): Promise<readonly Notice[]> => {
  if (model.inRetrospect) return [];
  const cut = { ...BEGINNING, log: '', definition: readModel.definition, ...since };
  const portfolio = { id: portfolioId, timeZone: setting.timeZone };
  const moments = { model, since, timeZone: setting.timeZone };
  const then = await chooseModel(readModel, cut, portfolio, model.id);
  const byDefault = await chooseModel(readModel, cut, portfolio);
  const isAnother = !('outcome' in byDefault) && !byDefault.inRetrospect && byDefault.row.id !== model.id;
  return [
    ...('outcome' in then || !then.inRetrospect ? [] : [notKnown(moments)]),
    ...(isAnother ? [otherwise(moments, byDefault)] : []),
  ];
};
