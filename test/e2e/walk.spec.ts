import { TestDocket } from './docket.fixture';
import { describeWalk } from './walk.suite';

describeWalk('embedded', () => TestDocket.start());
