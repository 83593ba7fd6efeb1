import type { Gather } from '@docket/kernel';
import { Project } from '@docket/project';
import { Condition } from '../domain/condition';
import { Grant, isLimitedBy, type KnownGrant } from '../domain/grant';
import { GrantRegister, grantRegisterIdOf } from '../domain/grant-register';
import {
  claimedBy,
  Motion,
  standingOfDecision,
  type About,
  type EarlierDecision,
  type TableMotion,
} from '../domain/motion';

type Superseding = Readonly<{ portfolioId: string; bodyId: string; supersedes?: string | null | undefined }>;

const grantsGiven = async (gather: Gather, ids: Iterable<string>): Promise<readonly KnownGrant[]> => {
  const grants = await Promise.all([...ids].map((grantId) => gather(Grant, grantId)));
  return grants.flatMap((grant) => (grant.status === 'given' ? [grant] : []));
};

/** The decision a motion is to stand in the place of, gathered as a guard with what decides who may; `undefined` where it is to supersede none. */
export const earlierDecision = async (
  gather: Gather,
  { portfolioId, bodyId, supersedes }: Superseding,
): Promise<EarlierDecision | undefined> => {
  if (supersedes === undefined || supersedes === null) return undefined;
  const state = await gather(Motion, supersedes);
  const under = await grantsGiven(gather, state.status === 'decided' ? state.decision.grants : []);
  const givers = under.flatMap(({ from }) => (from.kind === 'portfolio' ? [] : [from.bodyId]));
  const { bodies } = await gather(GrantRegister, grantRegisterIdOf(portfolioId));
  const toBody = [...bodies].flatMap(([grantId, holder]) => (holder === bodyId ? [grantId] : []));
  const own = await grantsGiven(gather, toBody);
  const isLimited = isLimitedBy(new Map(own.map((grant) => [grant.grantId, grant])))(bodyId);
  return { motionId: supersedes, state, givers, isLimited };
};

/** The decision that set the condition a motion is to waive, gathered alike; `undefined` of all other motions. */
export const decisionThatSet = async (
  gather: Gather,
  { matter, portfolioId, bodyId }: Pick<About, 'matter'> & Omit<Superseding, 'supersedes'>,
): Promise<EarlierDecision | undefined> => {
  if (matter.on !== 'waiver') return undefined;
  const condition = await gather(Condition, matter.conditionId);
  const supersedes = condition.status === 'absent' ? null : condition.motionId;
  return earlierDecision(gather, { portfolioId, bodyId, supersedes });
};

/** The decisions carried to the components of a motion that were called in and wait for the body that did. */
export const calledInOn = async (gather: Gather, about: About): Promise<TableMotion['data']['calledIn']> => {
  const projects = await Promise.all(claimedBy(about).map((projectId) => gather(Project, projectId)));
  const carried = projects.flatMap((project) =>
    project.status === 'absent' ? [] : [...project.carried.keys()],
  );
  const motions = await Promise.all(carried.map((motionId) => gather(Motion, motionId)));
  return motions.flatMap((motion) => {
    if (motion.status !== 'decided' || standingOfDecision(motion.afterwards) !== 'called-in') return [];
    const { motionId, afterwards } = motion;
    return afterwards.calledInBy === null ? [] : [{ motionId, bodyId: afterwards.calledInBy }];
  });
};
