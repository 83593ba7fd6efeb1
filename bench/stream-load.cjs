'use strict';
const { mkdtempSync, rmSync } = require('node:fs');
const { DatabaseSync } = require('node:sqlite');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { lib } = require('./built.cjs');
const { Chain, projectIdOf, proposed, writePortfolio } = require('./log.cjs');
const { row } = require('./ratio.cjs');
const { inTurns } = require('./rounds.cjs');

const EVENTS = 10_000;
const LOADS = 12;

/** The long life of one proposal: placed here and there, a must-have and not, its case revised now and then. */
function* projectLife(projectId, portfolioId) {
  const { data } = proposed(projectId, portfolioId, 0);
  const { proposer: _, proposedOn: __, portfolioId: ___, ...businessCase } = data;
  yield { type: 'ProjectProposed', data };
  for (let number = 1; ; number++) {
    const nodeId = number % 2 === 0 ? null : projectIdOf(`node ${number % 7}`);
    yield { type: 'ProjectPlaced', data: { projectId, nodeId } };
    yield { type: 'MustHaveMarked', data: { projectId, reason: 'The bridge act obliges us from April.' } };
    yield { type: 'ProposalRevised', data: { ...businessCase, name: `North bridge renewal ${number}` } };
    yield { type: 'MustHaveLifted', data: { projectId, reason: 'The act was repealed.' } };
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

/** The fastest of some loads, in milliseconds: what the machine does beside us can only add to it. */
const milliseconds = async (work) => {
  let least = Infinity;
  for (let load = 0; load < LOADS; load++) {
    const began = performance.now();
    await work();
    least = Math.min(least, performance.now() - began);
  }
  return least;
};

/** The load of one stream of 10,000 events, without what is cached or kept of it, beside reading and parsing its rows. */
async function streamLoad(say) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-stream-'));
  const file = join(folder, 'events.sqlite');
  const store = await lib('event-store').openSqliteEventStore({ file, installation: 'docket' });
  const reader = new DatabaseSync(file, { readOnly: true });
  try {
    const { emptyFold, foldTail } = lib('kernel');
    const { Project } = lib('project');
    const portfolio = await writePortfolio(store);
    const project = projectIdOf(0);
    const chain = new Chain(Project, 'docket', project, portfolio);
    await chain.append(store, projectLife(project, portfolio).take(EVENTS).toArray());
    const statement = reader.prepare('select bytes from events where stream = ? order by revision');
    statement.setReturnArrays(true);
    const ours = async () => {
      const fold = await foldTail(store, Project, chain.stream, emptyFold(Project.decider.initialState()));
      if (fold.revision !== EVENTS - 1) throw new Error(`Only ${fold.revision + 1} events were loaded.`);
    };
    const theirs = () => {
      if (readAndParse(statement, chain.stream) !== EVENTS) throw new Error('Not all rows were read.');
    };
    const taken = await inTurns({ ours: () => milliseconds(ours), theirs: () => milliseconds(theirs) });
    say(`load ${taken.ours.at(-1).toFixed(0)} ms, read and parsed ${taken.theirs.at(-1).toFixed(0)} ms`);
    const what = `one stream of ${EVENTS} events (a proposal that is placed, marked a must-have, revised and unmarked in turn): read, each hash and text checked, decoded and folded, nothing cached; beside reading the same rows and parsing both lines of JSON of each`;
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

module.exports = { projectLife, streamLoad };
