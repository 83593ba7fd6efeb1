/** A build of this definition was made for other tables than those declared: by another build of the code. */
export class TablesDiffer extends Error {
  override readonly name = 'TablesDiffer';
}
