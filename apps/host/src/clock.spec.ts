import { systemClock } from './clock';

describe('the clock of a process', () => {
  afterEach(() => jest.useRealTimers());

  it('says the time of the machine, and stands while that was set back behind it', () => {
    jest.useFakeTimers({ now: new Date('2126-03-02T09:00:00.000Z') });
    expect(systemClock.now()).toBe('2126-03-02T09:00:00.000Z');
    jest.setSystemTime(new Date('2126-03-02T04:00:00.000Z'));
    expect(systemClock.now()).toBe('2126-03-02T09:00:00.000Z');
    jest.setSystemTime(new Date('2126-03-02T09:00:00.001Z'));
    expect(systemClock.now()).toBe('2126-03-02T09:00:00.001Z');
  });
});
