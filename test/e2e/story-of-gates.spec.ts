import { TestDocket } from './docket.fixture';
import { describeGates } from './story-of-gates.suite';

describeGates('embedded profile', () => TestDocket.start());
