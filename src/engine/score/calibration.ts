/** From score to affinity; the curve stands where reports can print it. */
export { CURVES, type Curve, calibrated, roundAffinity } from '../../domain/affinity-curve.ts';
