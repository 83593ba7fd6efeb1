import { OpenQuestions } from './open-questions';

describe('a question to a server that may be hung', () => {
  let now: number;
  let rings: (() => void)[];
  let questions: OpenQuestions;
  /** The alarms that are set ring, two seconds later. */
  const twoSecondsLater = async (): Promise<void> => {
    now += 2_000;
    for (const ring of rings.splice(0)) ring();
    for (let turn = 0; turn < 4; turn++) await new Promise(setImmediate);
  };
  const endOf = (question: Promise<string>) =>
    questions.answerTo(question).catch((error: unknown) => (error as Error).message);
  beforeEach(() => {
    [now, rings] = [0, []];
    questions = new OpenQuestions(
      (_, ring) => (rings.push(ring), () => undefined),
      () => now,
    );
  });

  it('gives what was answered, and what it failed with', async () => {
    expect(await endOf(Promise.resolve('so'))).toBe('so');
    expect(await endOf(Promise.reject(new Error('not so')))).toBe('not so');
  });

  it('is given up after two seconds in which nobody was answered', async () => {
    const answer = endOf(new Promise(() => undefined));
    await twoSecondsLater();
    expect(await answer).toBe('no answer within 2000 ms');
  });

  it('waits on while others are answered, and is given up when they are not any more', async () => {
    let isOver = false;
    const answer = endOf(new Promise(() => undefined)).finally(() => (isOver = true));
    for (let times = 0; times < 5; times++) {
      now += 1_000;
      await endOf(Promise.resolve('another'));
      now -= 1_000;
      await twoSecondsLater();
      expect(isOver).toBe(false);
      now -= 1_000;
    }
    now += 2_000;
    await twoSecondsLater();
    expect(await answer).toBe('no answer within 2000 ms');
  });

  it('takes an answer that came in while nobody looked', async () => {
    const question = Promise.withResolvers<string>();
    const answer = endOf(question.promise);
    now += 60_000;
    setImmediate(() => question.resolve('late, but there'));
    for (const ring of rings.splice(0)) ring();
    expect(await answer).toBe('late, but there');
  });
});
