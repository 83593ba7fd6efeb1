import { inOneFolder } from './embedded-town.fixture';
import { describeBoards } from './story-of-boards.suite';

describeBoards('embedded profile', inOneFolder);
