import type { Slice } from '@docket/portfolio/testing';
import {
  CloseProjectCommand,
  GiveGateEvidenceCommand,
  JudgeGateCriterionCommand,
  PublishGatesCommand,
  ReachGateCommand,
  type CriterionFinding,
  type Gate,
} from '@docket/project';
import { asked, portfolioId } from './board';

/** One gate, at which a project needs money and may want options. */
export const funded: Gate = {
  id: 'case',
  name: 'Business case',
  criteria: [
    { id: 'money', wording: 'The money is there.', meet: 'must', needsEvidence: false },
    { id: 'options', wording: 'Options were compared.', meet: 'should', needsEvidence: true },
  ],
};

/** What people do at that gate, and at the end, through the bus. */
export const gatesOf = ({ commands }: Slice) => ({
  /** The PMO publishes the gate and brings a project to it. */
  stand: async (projectId: string) => {
    const set = { portfolioId, kind: 'project', gates: [funded] } as const;
    await commands.execute(new PublishGatesCommand(asked('otto', 'publish'), set));
    const data = { projectId, gateId: 'case', reason: 'It is ready.' };
    return commands.execute(new ReachGateCommand(asked('otto', `reach-${projectId}`), data));
  },
  show: (projectId: string, who: string, criterionId = 'options') => {
    const data = { projectId, gateId: 'case', criterionId, what: 'The paper.' };
    return commands.execute(new GiveGateEvidenceCommand(asked(who, `show-${criterionId}`), data));
  },
  judge: (projectId: string, who: string, finding: CriterionFinding, criterionId = 'money') => {
    const data = { projectId, gateId: 'case', criterionId, finding, reason: 'Read it.' };
    return commands.execute(
      new JudgeGateCriterionCommand(asked(who, `judge-${criterionId}-${finding}`), data),
    );
  },
  close: (projectId: string, who: string) => {
    const finalCost = { amount: '1300', currency: 'GBP' };
    const dates = { start: '2025-06-01', finish: '2026-02-28' };
    const data = { projectId, finalCost, ...dates, lessons: 'Ask first.', benefitOwner: 'stan' };
    return commands.execute(new CloseProjectCommand(asked(who, `close-${projectId}`), data));
  },
});
