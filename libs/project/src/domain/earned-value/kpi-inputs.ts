import type { ProjectEvent } from '../project/project.events';

/** Where an input comes from: the event that records it, and the field of its data, with points between names. */
export type KpiInput = Readonly<{ event: ProjectEvent['type']; field: string }>;

const reported = (field: string): KpiInput => ({ event: 'StatusReported', field });

const PV = reported('figures.plannedValue');
const EV = reported('figures.earnedValue');
const AC = reported('figures.actualCost');
const BAC: KpiInput = { event: 'DecisionCarried', field: 'baseline.wholeLifeCost' };
const COMPLETED: KpiInput = { event: 'DecisionCarried', field: 'outcome' };

const forecast = (name: string, inputs: readonly KpiInput[]) => ({
  [`${name}.estimateAtCompletion`]: inputs,
  [`${name}.estimateToComplete`]: inputs,
  [`${name}.varianceAtCompletion`]: inputs,
  [`${name}.toCompletePerformanceIndex`]: inputs,
});

/** For each figure the event and field of every input. A correction says the fields of a report anew, under the same names. */
export const KPI_INPUTS: Readonly<Record<string, readonly KpiInput[]>> = {
  scheduleVariance: [EV, PV],
  scheduleVarianceRatio: [EV, PV],
  costVariance: [EV, AC],
  costVarianceRatio: [EV, AC],
  schedulePerformanceIndex: [EV, PV],
  costPerformanceIndex: [EV, AC],
  defectDensity: [reported('defects.confirmed'), reported('defects.size'), reported('defects.sizeUnit')],
  customerSatisfaction: [reported('satisfaction.favourable'), reported('satisfaction.responses')],
  satisfactionMean: [reported('satisfaction.mean')],
  responseRate: [reported('satisfaction.responses'), reported('satisfaction.asked')],
  specificationConformance: [reported('requirements.met'), reported('requirements.assessed')],
  budgetAtCompletion: [BAC],
  toCompletePerformanceIndex: [BAC, EV, AC],
  ...forecast('typical', [BAC, EV, AC]),
  ...forecast('atypical', [BAC, EV, AC]),
  ...forecast('costAndSchedule', [BAC, EV, AC, PV]),
  onTime: [COMPLETED, reported('figures.finish'), { event: 'DecisionCarried', field: 'baseline.finish' }],
  onBudget: [COMPLETED, AC, BAC],
};
