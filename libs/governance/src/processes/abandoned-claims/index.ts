export { AbandonedClaims, type Claim } from './abandoned-claims';
