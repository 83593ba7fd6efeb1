import { BoardDays, foundsTown } from './board-days.fixture';
import { TestDocket } from './docket.fixture';
import { ToldBoards } from './told-boards.fixture';

/** Starts one installation of the embedded profile again and again. */
export const inOneFolder = (): (() => Promise<TestDocket>) => {
  let folder: string | undefined;
  return async () => {
    const docket = await TestDocket.start(folder === undefined ? {} : { folder });
    ({ folder } = docket);
    return docket;
  };
};

/** A town on its first day, with its board, the lead under it and two proposals. */
export const aTown = async (): Promise<BoardDays> => {
  const town = new ToldBoards(inOneFolder());
  await town.begins(0);
  await foundsTown(town);
  return new BoardDays(town);
};
