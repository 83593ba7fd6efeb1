export { EARNED_VALUE_DEFINITION, earnedValueOf } from './earned-value';
export type { AgainstBaseline, EarnedValue, EarnedValueInputs } from './earned-value';
export type { Figure, Finding, NotAvailable, Unavailable } from './kpi';
export { KPI_INPUTS, type KpiInput } from './kpi-inputs';
export type { Forecast, Forecasts, Performance } from './performance';
export type { Delivery, Quality } from './quality';
