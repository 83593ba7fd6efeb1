export { startDocket, type RunningDocket } from './start';
