import type { Change, Projection, Recorded } from '@docket/kernel';
import { closureTable, type ClosureRow, type ClosureVersion } from './closure.tables';
import type { ClosureCorrected, ClosureEvent, ProjectClosed } from './domain/project';
import { closureContent } from './domain/project/closure.state';

const versionIn = ({ data, meta, id, revision }: Recorded<ClosureEvent>): ClosureVersion => ({
  ...closureContent(data),
  ...{ eventId: id, revision, by: meta.actor, at: meta.knownAt ?? meta.recordedAt },
});

const change = (
  { data: { projectId }, meta: { portfolio } }: Recorded<ClosureEvent>,
  to: (row: ClosureRow | undefined) => ClosureRow,
): readonly Change<ClosureRow>[] => {
  if (portfolio === undefined) throw new Error(`An event of project ${projectId} names no portfolio.`);
  return [{ key: projectId, scope: portfolio, to }];
};

const closed = (event: Recorded<ProjectClosed>) => {
  const { outcome, motionId: motion_id } = event.data;
  return change(event, () => ({ outcome, motion_id, said: versionIn(event), corrections: [] }));
};

const corrected = (event: Recorded<ClosureCorrected>) =>
  change(event, (row) => {
    if (!row) throw new Error(`A closure report of ${event.data.projectId} was corrected that nobody gave.`);
    const said = versionIn(event);
    const correction = { former: row.said, by: said.by, at: said.at, reason: event.data.reason };
    return { ...row, said, corrections: [...row.corrections, correction] };
  });

/** The closure reports of projects that have ended. */
export const closuresProjection: Projection<ClosureRow, ClosureEvent> = {
  table: closureTable,
  on: { ProjectClosed: closed, ClosureCorrected: corrected },
};
