'use strict';
const { randomUUID } = require('node:crypto');

/** A proposal as somebody sends it: a case with its years, a benefit and two risks. `$n` is replaced by a number of its own. */
const proposal = JSON.stringify({
  name: 'North bridge renewal $n',
  summary: 'Replace the bearings and the deck before the load limit falls.',
  scope: 'Bearings and deck of the north bridge; not its approaches.',
  sponsor: 'p-maya',
  manager: 'p-priya',
  wholeLifeCost: '12500000',
  expectedBenefits: '18000000',
  start: '2027-04-01',
  finish: '2029-03-31',
  department: 'Highways',
  tags: ['bridge', 'safety'],
  budgetByYear: [
    { year: 2027, amount: '4000000' },
    { year: 2028, amount: '6500000' },
    { year: 2029, amount: '2000000' },
  ],
  benefits: [
    {
      id: 'open-road',
      name: 'The road stays open',
      metric: 'cost of detours, less',
      unit: 'money',
      owner: 'p-maya',
      planned: [{ day: '2029-12-31', amount: '18000000' }],
    },
  ],
  risks: [
    {
      id: 'bearings',
      description: 'The bearings come late.',
      probability: 3,
      impact: 4,
      response: 'Order them a year ahead.',
      owner: 'p-priya',
    },
    { id: 'winter', description: 'The winter is hard.', probability: 2, impact: 3 },
  ],
});

/** Somebody with a session at this address. */
class Caller {
  constructor(url, cookie) {
    this.url = url;
    this.cookie = cookie;
  }

  static async as(url, person) {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return new Caller(url, answer.headers.get('set-cookie').split(';')[0]);
  }

  async post(path, body) {
    const answer = await fetch(`${this.url}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: this.cookie,
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  async get(path) {
    const answer = await fetch(`${this.url}${path}`, { headers: { cookie: this.cookie } });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }
}

/** A new portfolio, and the path and cookie under which a project manager proposes in it. */
async function openPortfolio(url, name = 'Bench') {
  const owner = await Caller.as(url, 'p-maya');
  const { id } = await owner.post('portfolios', { name, currency: 'GBP', timeZone: 'UTC' });
  const manager = await Caller.as(url, 'p-priya');
  return { id, path: `/api/v1/portfolios/${id}/projects`, cookie: manager.cookie };
}

module.exports = { Caller, openPortfolio, proposal };
