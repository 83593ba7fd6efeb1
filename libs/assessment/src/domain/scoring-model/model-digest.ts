import { canonicalJson, sha256 } from '@docket/kernel';
import type { ScoringModelState } from './scoring-model.state';

/** The digest of how a model reads: of its definition and of the comparison its weights came from; of nothing where there is no model. */
export const digestOfModel = (model: ScoringModelState): string =>
  sha256(canonicalJson(model.status === 'absent' ? null : [model.definition, model.comparison]));
