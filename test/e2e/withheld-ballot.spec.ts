import { TestDocket } from './docket.fixture';
import { describeWithheldBallot } from './withheld-ballot.suite';

describeWithheldBallot('embedded profile', () => TestDocket.start());
