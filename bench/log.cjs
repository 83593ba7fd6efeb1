// Logs to measure on, written through the port, event by event as commands would leave them: sealed, chained, with words apart.
'use strict';
const { randomUUID } = require('node:crypto');
const { lib } = require('./built.cjs');
const { numbersFrom } = require('./numbers.cjs');
const { proposal } = require('./office.cjs');

const START = Date.parse('2020-01-01T00:00:00.000Z');
const DAY_MS = 86_400_000;
const SALT = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const STREAMS_AT_ONCE = 256;
const EVENTS_AT_ONCE = 500;

const dayAt = (index) => new Date(START + index * DAY_MS).toISOString().slice(0, 10);

/** Seals events of one stream, one behind the other. */
class Chain {
  constructor(aggregate, installation, id, portfolio) {
    this.aggregate = aggregate;
    this.stream = `${installation}-${aggregate.category}-${id}`;
    this.portfolio = portfolio;
    this.revision = -1;
    this.hash = null;
  }

  sealed(event) {
    const { seal, sha256 } = lib('kernel');
    this.revision += 1;
    const meta = {
      stream: this.stream,
      revision: this.revision,
      previous: this.hash,
      actor: 'p-priya',
      authentication: 'local-session',
      commandId: sha256(`${this.stream}@${this.revision}`),
      bodyDigest: sha256(`body ${this.revision}`),
      correlationId: randomUUID(),
      recordedAt: new Date(START + this.revision * 60_000).toISOString(),
      origin: 'live',
      portfolio: this.portfolio,
      guards: [{ stream: `docket-portfolio-${this.portfolio}`, revision: 1 }],
    };
    const { codec } = this.aggregate;
    const given = { id: randomUUID(), ...codec.encode(event), meta };
    const { hash, ...stored } = seal(given, codec.wordsOf(event), () => SALT);
    this.hash = hash;
    return stored;
  }

  /** Appends all of them, in as many batches as it takes. */
  async append(store, events) {
    for (let at = 0; at < events.length; at += EVENTS_AT_ONCE) {
      const before = this.revision < 0 ? 'no-stream' : this.revision;
      const batch = events.slice(at, at + EVENTS_AT_ONCE).map((event) => this.sealed(event));
      await store.append(this.stream, batch, before);
    }
  }
}

const reported = (projectId, index, pick) => ({
  type: 'StatusReported',
  data: {
    projectId,
    reportedFor: dayAt(index),
    figures: {
      budget: `${1 + pick(90)}000000`,
      forecast: `${1 + pick(90)}000000`,
      wholeLifeCost: `${1 + pick(900)}0000000`,
    },
    ownStatus: ['green', 'amber', 'red'][pick(3)],
    narrative: 'Bearings arrived late; the deck is on plan, and the winter was mild so far.',
  },
});

const proposed = (projectId, portfolioId, index) => ({
  type: 'ProjectProposed',
  data: {
    ...JSON.parse(proposal.replaceAll('$n', String(index))),
    projectId,
    portfolioId,
    proposer: 'p-priya',
    proposedOn: dayAt(0),
    risks: [],
  },
});

/** Opens a portfolio in the log and gives its id. */
async function writePortfolio(store) {
  const { Portfolio, portfolioIdOf } = lib('portfolio');
  const id = portfolioIdOf('Bench');
  const opened = { portfolioId: id, name: 'Bench', currency: 'GBP', timeZone: 'UTC', history: 'settled' };
  const chain = new Chain(Portfolio, store.installation, id, id);
  await chain.append(store, [{ type: 'PortfolioOpened', data: opened }]);
  return id;
}

/** Ids of projects that are the same in every run. */
const projectIdOf = (index) => lib('kernel').derivedUuid('bench', String(index));

/** A portfolio of projects, each proposed and then reported on so many times; how many events there are. */
async function writeProjects(store, { projects, reports, say = () => undefined }) {
  const { Project } = lib('project');
  const portfolio = await writePortfolio(store);
  const pick = numbersFrom(20260101);
  for (let at = 0; at < projects; at += STREAMS_AT_ONCE) {
    const some = Array.from({ length: Math.min(STREAMS_AT_ONCE, projects - at) }, (_, index) => at + index);
    const writing = some.map((index) => {
      const id = projectIdOf(index);
      const chain = new Chain(Project, store.installation, id, portfolio);
      const said = Array.from({ length: reports }, (_, report) => reported(id, report + 1, pick));
      return chain.append(store, [proposed(id, portfolio, index), ...said]);
    });
    await Promise.all(writing);
    if ((at / STREAMS_AT_ONCE) % 8 === 7)
      say(`${at * (reports + 1)} of ${projects * (reports + 1)} events written`);
  }
  return { portfolio, events: 1 + projects * (reports + 1) };
}

module.exports = { Chain, dayAt, projectIdOf, proposed, writePortfolio, writeProjects };
