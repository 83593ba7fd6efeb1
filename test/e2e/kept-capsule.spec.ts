import { TestDocket } from './docket.fixture';
import { describeKeptCapsule } from './kept-capsule.suite';

describeKeptCapsule('embedded profile', () => TestDocket.start());
