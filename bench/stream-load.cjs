'use strict';
const { mkdtempSync, rmSync } = require('node:fs');
const { DatabaseSync } = require('node:sqlite');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { lib } = require('./built.cjs');
const { Chain, projectIdOf, writePortfolio } = require('./log.cjs');
const { numbersFrom } = require('./numbers.cjs');
const { row } = require('./ratio.cjs');
const { inTurns } = require('./rounds.cjs');

const EVENTS = 10_000;
/** Dependencies that stand at a time. */
const STANDING = 20;
const LOADS = 5;

/** The life of the dependencies of a portfolio: one is declared, an older one removed. */
function* dependencyLife(portfolioId) {
  const pick = numbersFrom(7);
  const name = (index) => `North bridge renewal ${index}`;
  for (let number = 0; ; number++) {
    const [from, to] = [pick(100), pick(100)];
    const declared = {
      dependencyId: projectIdOf(`dependency ${number}`),
      portfolioId,
      kind: 'finish-before-start',
      from: projectIdOf(from),
      to: projectIdOf(to),
      fromName: name(from),
      toName: name(to),
      reason: 'The crane of the one is needed by the other, and there is only one of its kind.',
    };
    yield { type: 'DependencyDeclared', data: declared };
    if (number < STANDING) continue;
    const dependencyId = projectIdOf(`dependency ${number - STANDING}`);
    yield {
      type: 'DependencyRemoved',
      data: { dependencyId, portfolioId, reason: 'A crane of its own was hired.' },
    };
  }
}

/** Reads the rows of a stream and parses both lines of each: what any load has to do. */
const readAndParse = (statement, stream) => {
  let events = 0;
  for (const [bytes] of statement.all(stream)) {
    const [facts, words] = Buffer.from(bytes).toString('utf8').split('\n');
    events += JSON.parse(facts) && JSON.parse(words) ? 1 : 0;
  }
  return events;
};

const milliseconds = async (work) => {
  const began = performance.now();
  for (let load = 0; load < LOADS; load++) await work();
  return (performance.now() - began) / LOADS;
};

/** The load of one stream of 10,000 events, without what is cached or kept of it, beside reading and parsing its rows. */
async function streamLoad(say) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-stream-'));
  const file = join(folder, 'events.sqlite');
  const store = await lib('event-store').openSqliteEventStore({ file, installation: 'docket' });
  const reader = new DatabaseSync(file, { readOnly: true });
  try {
    const { emptyFold, foldTail } = lib('kernel');
    const { DependencyGraph } = lib('project');
    const portfolio = await writePortfolio(store);
    const chain = new Chain(DependencyGraph, 'docket', portfolio, portfolio);
    await chain.append(store, dependencyLife(portfolio).take(EVENTS).toArray());
    const statement = reader.prepare('select bytes from events where stream = ? order by revision');
    statement.setReturnArrays(true);
    const ours = async () => {
      const fold = await foldTail(
        store,
        DependencyGraph,
        chain.stream,
        emptyFold(DependencyGraph.decider.initialState()),
      );
      if (fold.revision !== EVENTS - 1) throw new Error(`Only ${fold.revision + 1} events were loaded.`);
    };
    const theirs = () => {
      if (readAndParse(statement, chain.stream) !== EVENTS) throw new Error('Not all rows were read.');
    };
    const taken = await inTurns({ ours: () => milliseconds(ours), theirs: () => milliseconds(theirs) });
    say(`load ${taken.ours.at(-1).toFixed(0)} ms, read and parsed ${taken.theirs.at(-1).toFixed(0)} ms`);
    const what = `one stream of ${EVENTS} events (dependencies declared and removed over years, ${STANDING} standing): read, each hash and text checked, decoded and folded, nothing cached; beside reading the same rows and parsing both lines of JSON of each`;
    return [
      row(
        { name: 'load of a stream of 10,000 events', profile: 'embedded', what, aim: '≤ 1.5' },
        taken.ours,
        taken.theirs,
      ),
    ];
  } finally {
    reader.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { dependencyLife, streamLoad };
