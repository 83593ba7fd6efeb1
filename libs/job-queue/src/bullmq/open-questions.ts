import { systemAlarm, type Alarm } from '../work/alarm';

/** After so many milliseconds without any answer, none is waited for. */
const ANSWER_MS = 2_000;

/** How often that is looked at, in milliseconds. */
const LOOK_MS = 500;

/** A server that is connected says nothing. */
export class NoAnswer extends Error {}

type Asked = Readonly<{ since: number; giveUp: () => void }>;

/**
 * The questions to one server that have no answer yet. Waits for answers, and for none when it has given none to anybody for two seconds: ten thousand questions at once
 * may take longer, one that is hung answers nobody.
 */
export class OpenQuestions {
  private readonly waiting = new Set<Asked>();
  private lastAnswer = -Infinity;
  private isLooking = false;

  constructor(
    private readonly alarm: Alarm = systemAlarm,
    /** Milliseconds that only go forward. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** The answer, or what the question failed with. @throws NoAnswer when there is none in time */
  answerTo<T>(question: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const giveUp = () => reject(new NoAnswer(`no answer within ${ANSWER_MS} ms`));
      const asked: Asked = { since: this.elapsed(), giveUp };
      this.waiting.add(asked);
      question.then(resolve, reject).finally(() => this.answered(asked));
      this.lookLater();
    });
  }

  private answered(asked: Asked): void {
    this.waiting.delete(asked);
    this.lastAnswer = this.elapsed();
  }

  private lookLater(): void {
    if (this.isLooking) return;
    this.isLooking = true;
    // what came in while this thread was busy is looked at first
    this.alarm(LOOK_MS, () => setImmediate(() => setImmediate(() => this.look())));
  }

  private look(): void {
    this.isLooking = false;
    for (const asked of this.waiting) {
      if (this.elapsed() - Math.max(asked.since, this.lastAnswer) < ANSWER_MS) continue;
      this.waiting.delete(asked);
      asked.giveUp();
    }
    if (this.waiting.size > 0) this.lookLater();
  }
}
