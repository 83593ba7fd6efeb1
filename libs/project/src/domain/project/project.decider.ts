import {
  firstRefusal,
  refuse,
  unreachable,
  type Decider,
  type DecisionContext,
  type Verdict,
} from '@docket/kernel';
import { closeProject, correctClosure } from './closure.decider';
import { judgeConfidence, withdrawConfidence } from './confidence.decider';
import { giveGateEvidence, judgeGateCriterion, reachGate } from './gate.decider';
import { declareInterest, withdrawInterest } from './interest.decider';
import { importAuthorisedProject, noteDeparture, noteReturn, redescribeProject } from './listing.decider';
import { carryDecision, claimForMotion, releaseMotion } from './motion.decider';
import { liftMustHave, markMustHave } from './must-have.decider';
import { placeProject } from './placing.decider';
import { declinePart, takeUpPart } from './part.decider';
import type {
  ImportAuthorisedProject,
  ProjectCommand,
  ProjectRefusal,
  ProposeProject,
} from './project.commands';
import type { ProjectEvent } from './project.events';
import { evolve, initialState, type KnownProject, type ProjectState } from './project.state';
import { withinReach } from './own.policy';
import { proposeProject, reviseBusinessCase, withdrawProposal } from './proposal.decider';
import { correctReport, reportStatus } from './report.decider';

type Creation = ProposeProject | ImportAuthorisedProject;

const decideOnKnown = (
  command: Exclude<ProjectCommand, Creation>,
  state: KnownProject,
  context: DecisionContext,
): Verdict<ProjectEvent, ProjectRefusal> => {
  // one's own judgement, refusal or interest is of a project whether one has a part in it or not
  if (command.type === 'WithdrawConfidence') return withdrawConfidence(command, state, context);
  if (command.type === 'DeclinePart') return declinePart(command, state, context);
  if (command.type === 'TakeUpPart') return takeUpPart(command, state, context);
  if (command.type === 'DeclareInterest') return declareInterest(command, state, context);
  if (command.type === 'WithdrawInterest') return withdrawInterest(command, state, context);
  const refused = firstRefusal([withinReach], { state, context });
  if (refused) return refused;
  switch (command.type) {
    case 'ReviseBusinessCase':
      return reviseBusinessCase(command, state, context);
    case 'WithdrawProposal':
      return withdrawProposal(command, state, context);
    case 'RedescribeProject':
      return redescribeProject(command, state, context);
    case 'ReportStatus':
      return reportStatus(command, state, context);
    case 'CorrectReport':
      return correctReport(command, state, context);
    case 'JudgeConfidence':
      return judgeConfidence(command, state, context);
    case 'NoteDeparture':
      return noteDeparture(command, state, context);
    case 'NoteReturn':
      return noteReturn(command, state, context);
    case 'ClaimForMotion':
      return claimForMotion(command, state, context);
    case 'ReleaseMotion':
      return releaseMotion(command, state, context);
    case 'CarryDecision':
      return carryDecision(command, state, context);
    case 'MarkMustHave':
      return markMustHave(command, state, context);
    case 'LiftMustHave':
      return liftMustHave(command, state, context);
    case 'PlaceProject':
      return placeProject(command, state, context);
    case 'ReachGate':
      return reachGate(command, state, context);
    case 'GiveGateEvidence':
      return giveGateEvidence(command, state, context);
    case 'JudgeGateCriterion':
      return judgeGateCriterion(command, state, context);
    case 'CloseProject':
      return closeProject(command, state, context);
    case 'CorrectClosure':
      return correctClosure(command, state, context);
    default:
      return unreachable(command);
  }
};

export const decider: Decider<ProjectState, ProjectCommand, ProjectEvent, ProjectRefusal> = {
  initialState,
  evolve,
  decide: (command, state, context) => {
    switch (command.type) {
      case 'ProposeProject':
        return proposeProject(command, state, context);
      case 'ImportAuthorisedProject':
        return importAuthorisedProject(command, state, context);
      default:
        return state.status === 'absent'
          ? refuse('project-unknown', 'There is no such project. List the projects of the portfolio.')
          : decideOnKnown(command, state, context);
    }
  },
};
