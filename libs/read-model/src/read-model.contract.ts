import { describeBuilds } from './contract/builds.contract';
import { describeCommit } from './contract/commit.contract';
import { describeFidelity } from './contract/fidelity.contract';
import { describeLeases } from './contract/leases.contract';
import { describeNumbers } from './contract/numbers.contract';
import { describeRowsAsOf } from './contract/rows-as-of.contract';
import type { PlaceMaker } from './contract/samples';

/** What every read model promises; what is not asserted here is not promised. `make` gives an empty place. */
export const describeReadModel = (name: string, make: PlaceMaker): void =>
  describe(`the read model in ${name}`, () => {
    describeRowsAsOf(make);
    describeCommit(make);
    describeFidelity(make);
    describeNumbers(make);
    describeBuilds(make);
    describeLeases(make);
  });
