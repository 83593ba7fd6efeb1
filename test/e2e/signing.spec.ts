import { TestDocket } from './docket.fixture';
import { describeSigning } from './signing.suite';

describeSigning('embedded profile', (given) => TestDocket.start(given));
