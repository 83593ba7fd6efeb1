import { describeScheme } from './delegation-scheme.suite';
import { TestDocket } from './docket.fixture';

describeScheme('embedded profile', () => TestDocket.start());
