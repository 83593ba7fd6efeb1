import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsUnderWay } from '@docket/portfolio';
import { ACTOR, openImportSlice, type ImportSlice } from '../../testing/import-slice';
import { importGmpp } from './import-gmpp';
import { knownFromLog } from './known-from-log';

describe('the sample', () => {
  let opened: ImportSlice;
  beforeEach(async () => {
    opened = await openImportSlice();
  });
  afterEach(() => opened.slice.close());

  it('holds 1,727 project-years: 133 projects in 2019, 125 in 2020, 244 in 2023', async () => {
    const bytes = readFileSync(join(__dirname, '../../../../../sample/gmpp-sample.csv'));
    const progress: number[] = [];
    const file = { name: 'gmpp-sample.csv', bytes };
    const { commands: bus, clock, store } = opened.slice;
    const deps = { bus, clock, known: knownFromLog(opened.slice), underWay: importsUnderWay(store) };
    const result = await importGmpp(deps, [file], ACTOR, ({ done, total }) => progress.push(done / total));
    expect(result).toEqual({ rows: 1_727, recorded: 1_727, unchanged: 0, doubtful: [] });
    expect([progress.length > 1_727, progress.at(-1)]).toEqual([true, 1]);
    const counts = [];
    for (const year of [2018, 2019, 2020, 2023]) counts.push((await opened.standing(year)).length);
    expect(counts).toEqual([133, 133, 125, 244]);
    expect(await opened.run([file])).toEqual({ rows: 1_727, recorded: 0, unchanged: 1_727, doubtful: [] });
  });
});
