import {
  derivedUuid,
  digestOfBody,
  loadState,
  type CommandRuntime,
  type ReadModel,
  type Rows,
  type Request,
} from '@docket/kernel';
import { Project, projectTable, releaseMotion } from '@docket/project';
import { claimedBy, Motion } from '../../domain/motion';
import { motionTable, type MotionRow } from '../../governance.tables';

/** A project and the motion that has claimed it. */
export type Claim = Readonly<{ projectId: string; motionId: string }>;

/** Whether nothing was tabled under the claim, as the streams stand now. */
const isAbandoned = async (runtime: CommandRuntime, { projectId, motionId }: Claim): Promise<boolean> => {
  const project = await loadState(runtime, Project, projectId);
  if (project.status === 'absent' || project.openMotion !== motionId) return false;
  const motion = await loadState(runtime, Motion, motionId);
  return motion.status === 'absent' || !claimedBy(motion).includes(projectId);
};

/** What the motions of the read model claim, by motion: a motion that was tabled stays so, and its stream need not be asked. */
const claimsIn = (motions: Rows<MotionRow>): ReadonlyMap<string, readonly string[]> =>
  new Map(motions.map(({ key, row }) => [key, claimedBy({ matter: row.matter, projectId: row.project_id })]));

const requestFor = (claim: Claim): Request => ({
  actor: 'process:abandoned-claims',
  authentication: 'process',
  operation: 'release-motion',
  key: `abandoned-${claim.motionId}`,
  bodyDigest: digestOfBody(claim),
  correlationId: derivedUuid('abandoned-claim', claim.projectId, claim.motionId),
  origin: 'live',
});

/**
 * Claims whose motion never came, because the process that was tabling it died in between. A claim is released when two
 * looks in a row find it abandoned: a minute lies between them, and a tabling has five seconds.
 */
export class AbandonedClaims {
  private seen: ReadonlySet<string> = new Set();

  constructor(
    private readonly runtime: CommandRuntime,
    private readonly readModel: ReadModel,
  ) {}

  /** Looks once; releases what was abandoned at the last look, too. @throws StoreUnavailable | OutcomeUnknown */
  async sweep(): Promise<readonly Claim[]> {
    const found = await this.find();
    const again = found.filter(({ motionId }) => this.seen.has(motionId));
    for (const claim of again) await releaseMotion(this.runtime, requestFor(claim), claim);
    this.seen = new Set(found.map(({ motionId }) => motionId));
    return again;
  }

  private async find(): Promise<readonly Claim[]> {
    const { number } = await this.readModel.checkpoint();
    const rows = await this.readModel.rowsAsOf(projectTable, number);
    const tabled = claimsIn(await this.readModel.rowsAsOf(motionTable, number));
    const abandoned: Claim[] = [];
    for (const { key, row } of rows) {
      if (row.open_motion === null || tabled.get(row.open_motion)?.includes(key)) continue;
      const claim = { projectId: key, motionId: row.open_motion };
      if (await isAbandoned(this.runtime, claim)) abandoned.push(claim);
    }
    return abandoned;
  }
}
