import type { Change, Instant, Metadata, Projection, Recorded } from '@docket/kernel';
import type { GatesPublished } from './domain/gate-set';
import type {
  GateCriterionJudged,
  GateEvent,
  GateEvidenceGiven,
  GatePassed,
  GateReached,
} from './domain/project';
import {
  gateSetKey,
  gateSetTable,
  gateStandingTable,
  type CriterionInRow,
  type GateSetRow,
  type GateStandingRow,
} from './gate.tables';

type Changes = readonly Change<GateStandingRow>[];

const momentOf = ({ knownAt, recordedAt }: Metadata): Instant => knownAt ?? recordedAt;

/** The gates of each kind of component, version by version. */
export const gateSetsProjection: Projection<GateSetRow, GatesPublished> = {
  table: gateSetTable,
  on: {
    GatesPublished: ({ data: { portfolioId, kind, version, gates }, meta }) => {
      const row = { kind, version, gates, published_at: momentOf(meta), published_by: meta.actor };
      return [{ key: gateSetKey(portfolioId, kind, version), scope: portfolioId, to: () => row }];
    },
  },
};

const UNSEEN: GateStandingRow = { revision: -1, standing: null, passed: [] };

const change = (
  { data: { projectId }, meta: { portfolio }, revision }: Recorded<GateEvent>,
  to: (row: GateStandingRow) => GateStandingRow,
): Changes => {
  if (portfolio === undefined) throw new Error(`An event of project ${projectId} names no portfolio.`);
  return [{ key: projectId, scope: portfolio, to: (row = UNSEEN) => ({ ...to(row), revision }) }];
};

const reached = (event: Recorded<GateReached>): Changes => {
  const { gateId, name, version, criteria, takesBack, reason } = event.data;
  const asked = criteria.map((one) => ({ ...one, evidence: [], judgement: null, sinceJudged: 0 }));
  const came = { since: momentOf(event.meta), by: event.meta.actor, reason };
  return change(event, ({ revision, passed }) => ({
    revision,
    standing: { gateId, name, version, ...came, criteria: asked },
    passed: passed.filter((one) => !takesBack.includes(one.gateId)),
  }));
};

/** Something was said of one criterion of the gate the component stands at. */
const said = (
  event: Recorded<GateEvidenceGiven | GateCriterionJudged>,
  to: (criterion: CriterionInRow) => CriterionInRow,
): Changes =>
  change(event, (row) => {
    const { criterionId, projectId } = event.data;
    if (!row.standing) throw new Error(`Project ${projectId} stands at no gate, and ${event.type} came.`);
    const criteria = row.standing.criteria.map((one) => (one.id === criterionId ? to(one) : one));
    return { ...row, standing: { ...row.standing, criteria } };
  });

const shown = (event: Recorded<GateEvidenceGiven>): Changes => {
  const { personId: by, what, reference = null } = event.data;
  const given = { by, at: momentOf(event.meta), what, reference };
  return said(event, (one) => ({
    ...one,
    evidence: [...one.evidence, given],
    sinceJudged: one.sinceJudged + 1,
  }));
};

const judged = (event: Recorded<GateCriterionJudged>): Changes => {
  const { personId: by, finding, reason } = event.data;
  const judgement = { finding, by, at: momentOf(event.meta), reason };
  return said(event, (one) => ({ ...one, judgement, sinceJudged: 0 }));
};

const passed = (event: Recorded<GatePassed>): Changes => {
  const { projectId: _, ...gate } = event.data;
  return change(event, (row) => ({
    ...row,
    standing: null,
    passed: [...row.passed, { ...gate, at: momentOf(event.meta) }],
  }));
};

/** Where each component stands among its gates. */
export const gateStandingsProjection: Projection<GateStandingRow, GateEvent> = {
  table: gateStandingTable,
  on: { GateReached: reached, GateEvidenceGiven: shown, GateCriterionJudged: judged, GatePassed: passed },
};
