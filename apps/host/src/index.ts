export { acquireFolderLock, FolderOwned, FolderUnusable, readOwner, type FolderLock } from '@docket/sqlite';
export { assertBackup, BackupRefused, restoreBackup } from './backup';
export { modelBefore, type ModelBefore } from './capsule/model-before';
export { bytesOfSeen, whatWasSeen, type Seen, type SeenOn } from './capsule/what-was-seen';
export { copyBetween, type PlaceCopied } from './copy/copy-between';
export type { CopyPlace } from './copy/copy-place';
export { decodeEvent, DEFINITION, projections } from './definition';
export { logger, logTrouble, type Logger } from './log';
export { openLog } from './open-log';
export { openSystem, type Opening } from './open-system';
export type { Definition } from './projector';
export { encodingMistakes } from './percent-encoding';
export { ReadModelUnusable } from './read-model-trouble';
export { MADE_UP } from './sample/illustration-requests';
export { importInto, loadSample, loadSampleOnce, SAMPLE_NAME } from './sample/load-sample';
export { ServersUnusable } from './start-checks';
export { readSettings, WrongSettings, type Profile, type Settings } from './settings';
export {
  SYSTEM,
  type Adapters,
  type BackupManifest,
  type FirstUnread,
  type JobsStatus,
  type Leader,
  type Leaders,
  type Part,
  type Progress,
  type ProjectionStatus,
  type ReactionsStatus,
  type System,
  type Trouble,
  type Unanswered,
} from './system';
export { onceTold, ToldToStop, toldToStop } from './told-to-stop';
export { within } from './within';
