import type { ProjectStatus } from './project.state';
import { stands } from './standing';

describe('what stands', () => {
  it.each<ProjectStatus>(['proposed', 'authorised', 'held'])('is what is %s', (status) =>
    expect(stands(status)).toBe(true),
  );

  it.each<ProjectStatus>(['withdrawn', 'rejected', 'killed', 'completed', 'left'])(
    'is not what is %s',
    (status) => expect(stands(status)).toBe(false),
  );
});
