import { businessCase, fullCase, writtenCase } from '../../testing/project.scenes';
import { businessCaseOf } from './stated-case';

describe('the one form of a business case', () => {
  it('is what events hold', () => expect(businessCaseOf(fullCase)).toEqual(writtenCase));

  it('of a case without lists has none', () => expect(businessCaseOf(businessCase)).toEqual(businessCase));

  it('leaves out what says nothing', () =>
    expect(
      businessCaseOf({ ...businessCase, vendor: undefined, scope: undefined, tags: [], risks: [] }),
    ).toEqual(businessCase));

  it('takes no field that is not of a case', () => {
    const given = { ...businessCase, projectId: 'p', surprise: 1 };
    expect(businessCaseOf(given)).toEqual(businessCase);
  });

  it('takes no field that is not of a line', () => {
    const benefit = { ...fullCase.benefits[0], surprise: 1 };
    const risk = { ...fullCase.risks[1], surprise: 1 };
    const line = { ...fullCase.demand[0], surprise: 1 };
    const year = { year: 2026, amount: '48250000', surprise: 1 };
    const written = businessCaseOf({
      ...businessCase,
      benefits: [benefit],
      risks: [risk],
      demand: [line],
      budgetByYear: [year],
    });
    expect(JSON.stringify(written)).not.toContain('surprise');
  });

  it('puts no text of a risk beside its figures', () => {
    const { risks } = businessCaseOf(fullCase);
    expect(risks?.flatMap((risk) => Object.keys(risk))).not.toContain('description');
    expect(JSON.stringify(risks)).not.toContain('The law comes late.');
  });

  it('orders demand by skill, then by month', () => {
    const line = (skill: string, month: string) => ({ skill, month, hours: '1' });
    const { demand } = businessCaseOf({
      ...businessCase,
      demand: [line('welder', '2027-01'), line('diver', '2027-02'), line('diver', '2026-12')],
    });
    expect(demand?.map(({ skill, month }) => `${skill} ${month}`)).toEqual([
      'diver 2026-12',
      'diver 2027-02',
      'welder 2027-01',
    ]);
  });
});
