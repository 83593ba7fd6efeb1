export { AbandonedClaims, releaseClaim, type Claim } from './abandoned-claims';
