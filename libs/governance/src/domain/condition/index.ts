export * from './condition.aggregate';
export * from './condition.commands';
export * from './condition.events';
export {
  conditionIdOf,
  confirmableUntil,
  CONFIRMATION_DAYS,
  type ConditionState,
  type KnownCondition,
} from './condition.state';
