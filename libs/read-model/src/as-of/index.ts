export { resolveCut, type AsOfRefusal, type CutRequest } from './resolve-cut';
export { cutOfToken, tokenOf } from './token';
