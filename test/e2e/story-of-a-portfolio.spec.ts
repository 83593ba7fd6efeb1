import { TestDocket } from './docket.fixture';
import { describeStory } from './story-of-a-portfolio.suite';

describeStory('embedded', () => TestDocket.start());
