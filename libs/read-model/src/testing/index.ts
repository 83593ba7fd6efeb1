export { describeReadModel } from '../read-model.contract';
export type { PlaceMaker, ReadModelPlace } from '../contract/samples';
export { reachableEngines } from './places';
