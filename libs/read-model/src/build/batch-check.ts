import { BatchRefused, comparePositions, type Batch } from '@docket/kernel';

const checkNumbers = ({ after, numbers }: Batch): void => {
  let { number, position } = after;
  for (const line of numbers) {
    if (line.number !== number + 1) throw new BatchRefused(`Number ${line.number} follows ${number}.`);
    if (position !== undefined && comparePositions(line.position, position) <= 0)
      throw new BatchRefused(`Number ${line.number} stands at ${line.position}, not after ${position}.`);
    ({ number, position } = line);
  }
};

/** Checks that the numbers go on where the checkpoint is, and that every version began at one of them. @throws BatchRefused */
export const checkBatch = (batch: Batch): void => {
  checkNumbers(batch);
  const last = batch.after.number + batch.numbers.length;
  for (const { table, versions } of batch.rows)
    for (const { validFrom, key } of versions)
      if (!(validFrom > batch.after.number && validFrom <= last))
        throw new BatchRefused(`${table} "${key}": a version from ${validFrom} is outside of this batch.`);
};
