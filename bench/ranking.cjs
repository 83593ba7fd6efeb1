'use strict';
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { lib } = require('./built.cjs');
const { numbersFrom } = require('./numbers.cjs');
const { row } = require('./ratio.cjs');
const { inTurns } = require('./rounds.cjs');

const COMPONENTS = 10_000;
const VERSIONS = 100;
const PORTFOLIO = '1c7a0788-2ab5-8724-b706-9ce3b299b7a5';
const AT = '2026-01-01T00:00:00.000Z';

const reportOf = (pick) => ({
  reportedFor: '2025-12-31',
  figures: {
    budget: `${1 + pick(90)}000000`,
    forecast: `${1 + pick(90)}000000`,
    wholeLifeCost: `${1 + pick(3_000)}0000000`,
  },
  confidence: { scale: 'ipa-5', rating: ['green', 'amber-green', 'amber', 'amber-red', 'red'][pick(5)] },
  eventId: 'e',
  revision: 1,
});

const publishedIn = ({ reportedFor: day, confidence, eventId, revision }) => [
  { day, reviewer: null, ...confidence, eventId, revision },
];

const saidIn = ({ reportedFor, figures, eventId }) => [{ reportedFor, figures, eventId, isListed: true }];

const projectRow = (index, pick, report = reportOf(pick)) => ({
  portfolio: PORTFOLIO,
  name: `Project ${index}`,
  status: 'authorised',
  since: '2020-01-01',
  reports: 1,
  last_report: report,
  confidences: publishedIn(report),
  said: saidIn(report),
  declined: [],
});

const whole = ({ columns }, given) =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, given[name] ?? null]));

const lineOf = (number) => ({
  number,
  position: String(number),
  eventId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  type: 'StatusReported.v1',
  stream: `docket-project-${number}`,
  revision: 0,
  recordedAt: AT,
  portfolio: PORTFOLIO,
  timelineAt: AT,
});

const batchFrom = (after, rows) => ({
  after: { number: after, position: after === 0 ? undefined : String(after) },
  numbers: rows.map((_, index) => lineOf(after + index + 1)),
  rows: [...new Set(rows.map(({ table }) => table.name))].map((table) => ({
    table,
    versions: rows
      .map(({ table: of, key, scope, row }, index) => ({ of, key, scope, row, validFrom: after + index + 1 }))
      .filter(({ of }) => of.name === table)
      .map(({ of, row, ...version }) => ({ ...version, row: whole(of, row) })),
  })),
});

/** A read model of a portfolio whose projects reported several times, written through the port. */
async function filled(folder, components, versions) {
  const { openSqliteReadModels } = lib('read-model');
  const { portfolioProjections } = lib('portfolio');
  const { projectTable, projectProjections } = lib('project');
  const { assessmentProjections, scoringModelTable, deliveryHealthModel, modelIdOf } = lib('assessment');
  const projections = [...portfolioProjections, ...projectProjections, ...assessmentProjections];
  const tables = projections.map(({ table }) => table);
  const readModels = await openSqliteReadModels({ folder, definition: 'bench', tables });
  const readModel = await readModels.live();
  const { name, criteria, minimumCoverage } = deliveryHealthModel;
  const id = modelIdOf(PORTFOLIO, name);
  const model = {
    id,
    portfolio_id: PORTFOLIO,
    name,
    status: 'published',
    criteria,
    minimum_coverage: minimumCoverage,
    drafted_at: AT,
    published_at: AT,
    published_by: 'p',
    revision: 1,
  };
  const portfolio = { name: 'Bench', currency: 'GBP', time_zone: 'UTC', settled: true };
  let number = 0;
  const write = async (rows) => {
    await readModel.commit(batchFrom(number, rows));
    number += rows.length;
  };
  await write([
    { table: tables[0], key: PORTFOLIO, scope: 'all', row: { id: PORTFOLIO, ...portfolio } },
    { table: scoringModelTable, key: id, scope: PORTFOLIO, row: model },
  ]);
  const pick = numbersFrom(20260101);
  for (let version = 0; version < versions; version++)
    for (let at = 0; at < components; at += 1_000)
      await write(
        Array.from({ length: Math.min(1_000, components - at) }, (_, index) => ({
          table: projectTable,
          key: `c${at + index}`,
          scope: PORTFOLIO,
          row: projectRow(at + index, pick),
        })),
      );
  const cutAt = (of) => ({ number: of, recordedNumber: of, at: AT, log: 'bench', definition: 'bench' });
  return { readModels, readModel, cutAt, number };
}

const timed = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The whole ranking of 10,000 components as of an earlier event, uncached, beside the live one, in turns. */
async function rankingAsOf(say) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-ranking-'));
  try {
    say(`writing ${COMPONENTS * VERSIONS} versions of ${COMPONENTS} components`);
    const { readModels, readModel, cutAt, number } = await filled(folder, COMPONENTS, VERSIONS);
    const { rankingOf, fundingLineOf } = lib('assessment');
    const params = { portfolioId: PORTFOLIO };
    const rank = (at) => timed(() => rankingOf(readModel, cutAt(at), params));
    const middle = Math.floor(number / 2);
    // another number each time: nothing of an answer may have been kept
    const { then, now } = await inTurns({
      then: (round) => rank(middle - round),
      now: (round) => rank(number - round),
    });
    const line = await timed(() =>
      fundingLineOf(readModel, cutAt(number), { ...params, budget: '9000000000' }),
    );
    say(
      `live ${now.at(-1).toFixed(0)} ms, as of ${then.at(-1).toFixed(0)} ms, funding line ${line.toFixed(0)} ms`,
    );
    await readModels.close();
    const what = `a ranking of ${COMPONENTS} components with ${VERSIONS} versions each in a log of ${number} events, uncached: read, ranked and explained, as of the middle of the log beside the end`;
    return [
      row(
        {
          name: `ranking as of, ${COMPONENTS} components in a log of a million events`,
          profile: 'embedded',
          what,
          aim: '≤ 2',
        },
        then,
        now,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How a small portfolio of this kind ranks: a row that answers cannot read any more shows here first. */
async function ranksOf(components) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-ranks-'));
  try {
    const { readModels, readModel, cutAt, number } = await filled(folder, components, 2);
    const { rows } = await lib('assessment').rankingOf(readModel, cutAt(number), { portfolioId: PORTFOLIO });
    await readModels.close();
    return rows.map(({ rank }) => rank);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

module.exports = { ranksOf, rankingAsOf };
