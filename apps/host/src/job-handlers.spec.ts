import { jobHandlers } from './job-handlers';

const wake = async () => undefined;
const chase = async () => undefined;
const count = async () => undefined;

describe('the handlers of all jobs', () => {
  it('are those of everybody who has jobs done, each kind with its own', () => {
    expect(jobHandlers([{ wake }, {}, { chase, count }])).toEqual({ wake, chase, count });
  });

  it('are refused where two would do the same kind: one of them would never be asked', () => {
    expect(() => jobHandlers([{ wake, chase }, { chase: count }])).toThrow(
      new TypeError('Two handlers would do the jobs of the kind chase.'),
    );
  });
});
