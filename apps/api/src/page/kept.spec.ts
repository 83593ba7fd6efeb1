import { keptFields, linkTo } from './kept';

const kept = { portfolio: 'works', asOf: '2019-12-31', model: 'Worth & more', budget: '5', rule: 'fill' };

describe('what links carry on', () => {
  it('keeps portfolio, moment, model and funding line beside what the link asks for', () =>
    expect(linkTo('/project', kept, { project: 'bridge' })).toBe(
      '/project?portfolio=works&project=bridge&asOf=2019-12-31&model=Worth%20%26%20more&budget=5&rule=fill',
    ));

  it('leaves out what is not asked for', () =>
    expect([linkTo('/', { portfolio: 'works' }), linkTo('/', { portfolio: '' })]).toEqual([
      '/?portfolio=works',
      '/',
    ]));

  it('is carried by a form, but for what the form itself asks', () => {
    const { text } = keptFields({ ...kept, model: '"><script>' }, {}, ['budget', 'rule']);
    expect([...text.matchAll(/name="(\w+)"/g)].map(([, name]) => name)).toEqual([
      'portfolio',
      'asOf',
      'model',
    ]);
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;"');
  });
});
