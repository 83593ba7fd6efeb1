/** What a person is to the organisation; one person may be several. */
export type Role =
  | 'reader'
  | 'project-manager'
  | 'portfolio-manager'
  | 'pmo'
  | 'board-member'
  | 'chair'
  | 'secretary'
  | 'assessor'
  | 'auditor'
  | 'operator';

/** A right to one operation: for these roles, on anything or only on what is one's own. */
type Right = Readonly<{ anything: readonly Role[]; own?: readonly Role[] }>;

const EVERYBODY: readonly Role[] = [
  'reader',
  'project-manager',
  'portfolio-manager',
  'pmo',
  'board-member',
  'chair',
  'secretary',
  'assessor',
  'auditor',
  'operator',
];
/** Whoever may sit on a body: its seats, as its stream has them, decide what a person may do there. */
const SEATABLE: readonly Role[] = [
  'project-manager',
  'portfolio-manager',
  'pmo',
  'board-member',
  'chair',
  'secretary',
  'assessor',
  'auditor',
];

/** Whoever somebody can name as sponsor or manager of a project: every person there is has one of these roles. */
const NAMEABLE: readonly Role[] = SEATABLE;

/**
 * Which role may do what to whose things. What is not listed is refused to everybody. A right lets a request through the
 * door; whether a vote counts or a motion may open is judged by its decider from the streams.
 */
const RIGHTS = {
  read: { anything: EVERYBODY },
  'open-session': { anything: EVERYBODY },
  'open-portfolio': { anything: ['portfolio-manager', 'operator'] },
  'add-node': { anything: ['pmo', 'portfolio-manager'] },
  'rename-node': { anything: ['pmo', 'portfolio-manager'] },
  'move-node': { anything: ['pmo', 'portfolio-manager'] },
  'close-node': { anything: ['pmo', 'portfolio-manager'] },
  'add-objective': { anything: ['pmo', 'portfolio-manager'] },
  'revise-objective': { anything: ['pmo', 'portfolio-manager'] },
  'retire-objective': { anything: ['pmo', 'portfolio-manager'] },
  'weigh-objectives': { anything: ['pmo', 'portfolio-manager'] },
  'report-actual': { anything: ['pmo', 'portfolio-manager'] },
  'correct-actual': { anything: ['pmo', 'portfolio-manager'] },
  'propose-project': { anything: ['project-manager', 'portfolio-manager', 'pmo'] },
  'revise-business-case': { anything: ['pmo'], own: ['project-manager', 'portfolio-manager'] },
  'withdraw-proposal': { anything: ['pmo'], own: ['project-manager', 'portfolio-manager'] },
  'report-status': { anything: ['pmo'], own: ['project-manager'] },
  'correct-report': { anything: ['pmo'], own: ['project-manager'] },
  'judge-confidence': { anything: ['assessor', 'pmo'] },
  'withdraw-confidence': { anything: ['pmo'], own: ['assessor'] },
  'declare-dependency': { anything: ['pmo', 'portfolio-manager'], own: ['project-manager'] },
  'remove-dependency': { anything: ['pmo', 'portfolio-manager'] },
  'claim-contribution': { anything: ['pmo'], own: ['project-manager', 'portfolio-manager'] },
  'confirm-contribution': { anything: ['pmo'] },
  'withdraw-contribution': { anything: ['pmo'], own: ['project-manager', 'portfolio-manager'] },
  'mark-must-have': { anything: ['pmo'] },
  'lift-must-have': { anything: ['pmo'] },
  'decline-part': { anything: [], own: NAMEABLE },
  'take-up-part': { anything: [], own: NAMEABLE },
  'declare-interest': { anything: ['pmo', 'secretary'], own: SEATABLE },
  'withdraw-interest': { anything: ['pmo'], own: SEATABLE },
  'publish-gates': { anything: ['pmo'] },
  'reach-gate': { anything: ['pmo'], own: ['project-manager', 'portfolio-manager'] },
  'give-gate-evidence': { anything: ['pmo'], own: ['project-manager', 'portfolio-manager'] },
  'judge-gate-criterion': { anything: ['pmo', 'assessor'] },
  'close-project': { anything: ['pmo'], own: ['project-manager', 'portfolio-manager'] },
  'correct-closure': { anything: ['pmo'], own: ['project-manager', 'portfolio-manager'] },
  'place-project': { anything: ['pmo', 'portfolio-manager'] },
  'draft-model': { anything: ['pmo', 'portfolio-manager'] },
  'revise-model': { anything: ['pmo', 'portfolio-manager'] },
  'publish-model': { anything: ['pmo'] },
  'retire-model': { anything: ['pmo'] },
  assess: { anything: ['assessor'] },
  'withdraw-assessment': { anything: ['pmo'], own: ['assessor'] },
  'establish-body': { anything: ['pmo', 'portfolio-manager'] },
  'change-body-rules': { anything: ['pmo', 'portfolio-manager'] },
  'seat-member': { anything: ['pmo', 'portfolio-manager'] },
  'unseat-member': { anything: ['pmo', 'portfolio-manager'] },
  'grant-authority': { anything: ['pmo', 'portfolio-manager', 'operator'], own: SEATABLE },
  'revoke-grant': { anything: ['pmo', 'portfolio-manager', 'operator'], own: SEATABLE },
  'table-motion': { anything: ['board-member', 'secretary', 'chair', 'pmo', 'portfolio-manager'] },
  'withdraw-motion': { anything: ['pmo'], own: SEATABLE },
  'open-ballot': { anything: SEATABLE },
  /** On their own: on whatever they are not recused on. Once a ballot has closed, reading is enough. */
  'see-open-ballot': { anything: ['auditor', 'operator'], own: SEATABLE },
  'cast-vote': { anything: SEATABLE },
  'close-ballot': { anything: SEATABLE },
  'record-decision': { anything: SEATABLE },
  'escalate-motion': { anything: ['pmo'], own: SEATABLE },
  'call-in-decision': { anything: SEATABLE },
  'ratify-decision': { anything: SEATABLE },
  'give-evidence': { anything: ['pmo'], own: NAMEABLE },
  'confirm-condition': { anything: ['pmo'], own: SEATABLE },
  'waive-condition': { anything: SEATABLE },
  'verify-chain': { anything: ['auditor', 'operator'] },
  replay: { anything: ['auditor', 'operator', 'portfolio-manager', 'pmo'] },
  'import-gmpp': { anything: ['operator'] },
  rebuild: { anything: ['operator'] },
  backup: { anything: ['operator'] },
  'look-at-jobs': { anything: ['operator'] },
  'requeue-job': { anything: ['operator'] },
  'discard-job': { anything: ['operator'] },
} as const satisfies Record<string, Right>;

/** Everything somebody can ask for, as the API names it. */
export type Operation = keyof typeof RIGHTS;

export const operations = Object.keys(RIGHTS) as readonly Operation[];

/** How far somebody with these roles may go: on anything, only on what is their own, or not at all. */
export const reachOf = (roles: readonly Role[], operation: Operation): 'anything' | 'own' | 'nothing' => {
  const right: Right = RIGHTS[operation];
  if (roles.some((role) => right.anything.includes(role))) return 'anything';
  return roles.some((role) => right.own?.includes(role)) ? 'own' : 'nothing';
};

/** The roles that may do it to anything, for the sentence of a refusal. */
export const rolesFor = (operation: Operation): readonly Role[] => {
  const right: Right = RIGHTS[operation];
  return [...right.anything, ...(right.own ?? [])];
};
