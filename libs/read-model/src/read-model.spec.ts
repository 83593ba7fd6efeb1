import { describeReadModel } from './read-model.contract';
import { reachableEngines } from './testing/places';

for (const [name, place] of reachableEngines()) describeReadModel(name, place);
