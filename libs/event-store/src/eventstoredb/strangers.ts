/** More names than these are not kept: whoever writes so many has been told about often enough. */
const MOST = 1_000;

/** Streams that begin like those of an installation and are none of them. They are passed over, and each is told about once. */
export class Strangers {
  private readonly told = new Set<string>();

  constructor(
    private readonly installation: string,
    private readonly tell: (sentence: string) => void,
  ) {}

  met(stream: string): void {
    if (this.told.has(stream) || this.told.size >= MOST) return;
    this.told.add(stream);
    this.tell(
      `Stream ${stream} begins like those of the installation ${this.installation} and was not written by Docket. ` +
        'It is passed over. Give whoever writes it other names, or this installation another one.',
    );
  }
}
