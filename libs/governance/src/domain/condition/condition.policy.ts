import type { DecisionContext, Policy } from '@docket/kernel';
import type { EstablishedBody } from '../body';
import { conducts, groundFor, insteadOf, inWords, whoMay, type MatterFacts } from '../motion';
import type { ConditionRefusal } from './condition.commands';
import { lapsesAt, type OpenCondition } from './condition.state';

type Acting = Readonly<{ condition: OpenCondition; context: DecisionContext }>;
type Judging = Acting & Readonly<{ body: EstablishedBody; project: MatterFacts }>;

/** Judged by the instant of the request, so that nobody gains while its clock has not rung yet. */
const itsTimeIsNotOver: Policy<Acting, ConditionRefusal> = ({ condition, context: { at } }) => {
  if (at < lapsesAt(condition)) return undefined;
  const end = condition.inTime
    ? `The evidence could be confirmed until ${condition.confirmableUntil}`
    : `The condition was due on ${condition.due}`;
  return {
    code: 'condition-over',
    message: `${end}: its time is over. Table a motion on the project; what is decided next is decided anew.`,
  };
};

/** An owner is no judge of the own condition. */
const actorDoesNotOwnIt: Policy<Acting, ConditionRefusal> = ({
  condition: { owner },
  context: { actor },
}) => {
  if (actor !== owner) return undefined;
  return {
    code: 'own-condition',
    message: `${actor} answers for this condition: somebody else says whether it is met or let go.`,
  };
};

/** Nor is anybody with a part in the project. */
const actorHasNoPartInTheProject: Policy<Judging, ConditionRefusal> = ({
  condition: { owner },
  body,
  project,
  context: { actor, at },
}) => {
  const ground = groundFor(actor, project);
  if (!ground) return undefined;
  return {
    code: 'recused',
    message: `${actor} ${inWords(ground)} this project and does not judge its conditions. ${insteadOf(
      whoMay(body, project, at).filter((one) => one !== owner),
      'Nobody who acts for the body may: seat a deputy or a secretary without a part in it; the PMO confirms evidence, too.',
    )}`,
  };
};

/** What must hold for evidence to be given. */
export const evidencePolicies: readonly Policy<Acting & Readonly<{ evidence: string }>, ConditionRefusal>[] =
  [
    function itsOwnerOrThePmoGivesIt({ condition: { owner }, context: { actor, reach } }) {
      if (reach === 'anything' || actor === owner) return undefined;
      return {
        code: 'not-the-owner',
        message: `${owner} answers for this condition: they or the PMO give its evidence.`,
      };
    },
    itsTimeIsNotOver,
    function somethingIsSaid({ evidence }) {
      if (evidence.trim() !== '') return undefined;
      return { code: 'evidence-missing', message: 'Write what shows that the condition is met.' };
    },
  ];

/** What must hold for a condition to be confirmed as met. */
export const confirmingPolicies: readonly Policy<
  Judging & Readonly<{ finding: string }>,
  ConditionRefusal
>[] = [
  function itsBodyOrThePmoConfirms({ body, project, context }) {
    const { actor, reach } = context;
    if (reach === 'anything' || conducts({ body, project, context })) return undefined;
    return {
      code: 'not-yours-to-confirm',
      message: `${actor} is neither chair nor secretary of "${body.name}". One of them or the PMO confirms.`,
    };
  },
  actorDoesNotOwnIt,
  actorHasNoPartInTheProject,
  itsTimeIsNotOver,
  function evidenceIsThere({ condition: { latest } }) {
    if (latest) return undefined;
    return {
      code: 'evidence-not-given',
      message: 'No evidence was given yet: its owner or the PMO gives it first.',
    };
  },
  function anotherGaveTheEvidence({ condition: { latest }, context: { actor } }) {
    if (latest?.personId !== actor) return undefined;
    return {
      code: 'own-evidence',
      message: `${actor} gave this evidence: somebody else confirms that it shows what it should.`,
    };
  },
  function findingIsGiven({ finding }) {
    if (finding.trim() !== '') return undefined;
    return {
      code: 'finding-missing',
      message: 'Write what you found: it stays on record beside the evidence.',
    };
  },
];

/** What must hold for a condition to be waived. */
export const waivingPolicies: readonly Policy<Judging & Readonly<{ reason: string }>, ConditionRefusal>[] = [
  function itsBodyWaives({ body, project, context }) {
    const { actor } = context;
    if (conducts({ body, project, context })) return undefined;
    return {
      code: 'not-chair-or-secretary',
      message: `${actor} is neither chair nor secretary of "${body.name}", which set this condition. One of them waives it.`,
    };
  },
  actorDoesNotOwnIt,
  actorHasNoPartInTheProject,
  itsTimeIsNotOver,
  function reasonIsGiven({ reason }) {
    if (reason.trim() !== '') return undefined;
    return { code: 'reason-missing', message: 'Say why the condition is waived: it stays on record.' };
  },
];
