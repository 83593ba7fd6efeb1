import { canonicalJson, isRedactedText } from '@docket/kernel';
import type { Risk, StatedRisk } from './business-case';

/** What people wrote about one risk. */
type RiskText = Readonly<{ description: string; response?: string }>;

/** A risk with what was written of it; null where nothing was. Redacted, each says so. */
export type ToldRisk = Risk & Readonly<{ description: string | null; response: string | null }>;

/** The texts of risks by their ids, as one JSON text: the field of words of a business case. */
export const riskTextsOf = (risks: readonly StatedRisk[]): string =>
  canonicalJson(
    Object.fromEntries(risks.map(({ id, description, response }) => [id, { description, response }])),
  );

const parsed = (riskTexts: string): unknown => {
  try {
    return JSON.parse(riskTexts);
  } catch {
    return undefined;
  }
};

const textsIn = (riskTexts: string | undefined): ReadonlyMap<string, Partial<RiskText>> => {
  const value = riskTexts === undefined ? undefined : parsed(riskTexts);
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
};

/** Joins risks with their texts again. Redacted words say so of each: what there was of one is not known any more. */
export const toldRisks = (risks: readonly Risk[], riskTexts: string | undefined): readonly ToldRisk[] => {
  if (riskTexts !== undefined && isRedactedText(riskTexts))
    return risks.map((risk) => ({ ...risk, description: riskTexts, response: riskTexts }));
  const texts = textsIn(riskTexts);
  return risks.map((risk) => {
    const { description = null, response = null } = texts.get(risk.id) ?? {};
    return { ...risk, description, response };
  });
};
